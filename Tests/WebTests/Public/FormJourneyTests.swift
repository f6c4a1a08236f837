import HTTPTypes
import Registry
import Desk
import FormModel
import Foundation
import Testing

@testable import Web

@Suite struct FormJourneyTests {
    private let form = "/e/proba/main"

    /// Fills in, reviews and sends; returns the answer to sending and what the review page carried.
    private func send(
        _ test: TestSite,
        _ answers: [(String, String)] = TestEvent.answers,
        files: [FormInput.File] = []
    ) async throws -> (reply: WebReply, kept: [(String, String)]) {
        let blank = try await test.ask(.get, form)
        let key = try #require(blank.hidden("-key"))
        let review = try await test.ask(
            .post,
            form,
            texts: answers + [("-key", key), ("-action", "review")],
            files: files
        )
        #expect(review.status == .ok, "\(review.text.prefix(3000))")
        let kept = review.keptTexts
        return (try await test.ask(.post, form, texts: kept + [("-action", "send")]), kept)
    }

    private func token(_ reply: WebReply) throws -> String {
        let location = try #require(reply.headers[.location])
        return String(location.dropFirst("/z/".count).prefix { $0 != "?" })
    }

    @Test func whatIsSentIsRegisteredWithItsSource() async throws {
        let test = try TestSite()
        let (reply, _) = try await send(test)
        #expect(reply.status == .seeOther)
        let page = try #require(try test.site.intake.applicantPage(token(reply)))
        #expect(page.row.state == .submitted)
        #expect(page.row.channel == .web)
        #expect(page.row.name == "Anna Testowa")
        #expect(page.row.values["languages"] == .choices(["pl", "uk"]))
        #expect(
            page.row.values["paper"]
                == .identityDocument(
                    IdentityDocument(
                        kind: .residenceCard,
                        number: "RX0000001",
                        validTo: CalendarDate(iso: "2030-01-01")
                    )
                )
        )
        #expect(page.row.values["consent_image"] == .flag(false))
        #expect(page.details.answers["email"]?.evidence.map(\.place) == ["form/email"])
        #expect(page.details.messages.map(\.kind) == ["receipt"])
        let source = try #require(page.details.source)
        let bytes = try #require(try test.site.intake.workspace.registry.bytes(of: source))
        #expect(OriginalStore.Incoming(bytes: bytes).sha256 == source.sha256)
        let kept = String(decoding: bytes, as: UTF8.self)
        #expect(kept.contains("\"guests\":[{\"guest_name\":\"Ola\",\"guest_age\":\"7\"}]"))
        #expect(kept.contains("\"consent_data\":\"2023-11-01\""))
    }

    @Test func theReceiptPageShowsCodeAndState() async throws {
        let test = try TestSite()
        let (reply, _) = try await send(test)
        let page = try await test.ask(.get, try #require(reply.headers[.location]))
        #expect(page.status == .ok)
        #expect(page.text.contains(PublicText.receiptTitle.text(.polish)))
        let row = try #require(try test.site.intake.applicantPage(token(reply))).row
        #expect(page.text.contains(row.code.text))
    }

    @Test func whatIsMissingIsNamedAndNothingTypedIsLost() async throws {
        let test = try TestSite()
        let reply = try await test.ask(
            .post,
            form,
            texts: [
                ("name_latin", "Żaneta \"O'Hara\" <b>"), ("email", "nie-adres"), ("sector", "ngo"),
                ("-action", "review"),
            ]
        )
        #expect(reply.status == .unprocessableContent)
        #expect(reply.text.contains("href=\"#f-email\""))
        #expect(reply.text.contains("href=\"#f-krs\""))
        #expect(reply.text.contains("href=\"#f-consent_data\""))
        #expect(reply.text.contains("value=\"Żaneta &quot;O&#39;Hara&quot; &lt;b&gt;\""))
        #expect(reply.text.contains("value=\"nie-adres\""))
        #expect(reply.text.contains("value=\"ngo\" checked"))
    }

    @Test func anEmptyGroupIsToldByItsQuestions() async throws {
        let yaml = TestEvent.yaml.replacing("max: 3\n", with: "max: 3\n    min: 1\n    required: true\n")
        let test = try TestSite(event: yaml)
        let reply = try await test.ask(.post, form, texts: [("-action", "review")])
        #expect(reply.text.contains("href=\"#f-guests-1-guest_name\""))
        #expect(!reply.text.contains("href=\"#f-guests\""))
    }

    @Test func theLanguageChangesAndWhatIsTypedStays() async throws {
        let test = try TestSite()
        let reply = try await test.ask(
            .post,
            form,
            texts: [("name_latin", "Anna Testowa"), ("sector", "inna"), ("-language", "pl"), ("-action", "lang:uk")]
        )
        #expect(reply.text.contains("<html lang=\"uk\">"))
        #expect(reply.text.contains("Ім’я та прізвище"))
        #expect(reply.text.contains("value=\"Anna Testowa\""))
        #expect(reply.text.contains("value=\"inna\" checked"))
    }

    @Test func questionsAppearWithTheAnswersThatAskThem() async throws {
        let test = try TestSite()
        let hidden = try await test.ask(.post, form + "/questions", texts: [("sector", "inna")])
        #expect(hidden.text.contains("\"hidden\":[\"krs\"]"))
        let shown = try await test.ask(.post, form + "/questions", texts: [("sector", "ngo")])
        #expect(shown.text.contains("\"hidden\":[]"))
        #expect(
            !shown.text.contains(
                "\"optional\":[\"about\",\"consent_image\",\"cv\",\"guests\",\"guests[1].guest_age\",\"krs\""
            )
        )
    }

    @Test func anAnswerToAQuestionThatIsNotAskedIsNotKept() async throws {
        let test = try TestSite()
        let (reply, _) = try await send(test, TestEvent.answers + [("krs", "0009999999")])
        #expect(try #require(try test.site.intake.applicantPage(token(reply))).row.values["krs"] == nil)
    }

    @Test func entriesAreAddedAndTakenAwayInPlace() async throws {
        let test = try TestSite()
        let typed = [("guests[1].guest_name", "Ola"), ("guests[2].guest_name", "Jan")]
        let more = try await test.ask(.post, form, texts: typed + [("-action", "add:guests")])
        #expect(more.text.contains("name=\"guests[3].guest_name\""))
        let fewer = try await test.ask(.post, form, texts: typed + [("-action", "remove:guests:1")])
        #expect(fewer.text.contains("name=\"guests[1].guest_name\" type=\"text\" value=\"Jan\""))
        #expect(!fewer.text.contains("guests[2]"))
    }

    @Test func theSameFormSentTwiceIsOneRegistration() async throws {
        let test = try TestSite()
        let (first, kept) = try await send(test)
        let second = try await test.ask(.post, form, texts: kept + [("-action", "send")])
        #expect(second.headers[.location] == first.headers[.location])
        #expect(try test.site.intake.workspace.list(.init()).total == 1)
    }

    @Test func anotherContentUnderTheSameKeyIsRefused() async throws {
        let test = try TestSite()
        let (first, kept) = try await send(test)
        let other = kept.map { $0.0 == "email" ? ($0.0, "inna@example.org") : $0 }
        let reply = try await test.ask(.post, form, texts: other + [("-action", "send")])
        #expect(reply.status == .conflict)
        #expect(reply.text.contains("/z/" + (try token(first))))
        #expect(try test.site.intake.workspace.list(.init()).total == 1)
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 48)])
    func aKeyThatIsNotOursSendsNothing(key: String) async throws {
        let test = try TestSite()
        let (_, kept) = try await send(test)
        let reply = try await test.ask(
            .post,
            form,
            texts: kept.filter { $0.0 != "-key" } + [("-key", key), ("-action", "send")]
        )
        #expect(reply.status == .unprocessableContent)
        #expect(try test.site.intake.workspace.list(.init()).total == 1)
    }

    @Test func aFileTravelsThroughTheReviewAndBecomesAPart() async throws {
        let test = try TestSite()
        let file = FormInput.File(
            name: "cv",
            untrustedFileName: "../../życiorys <b>.pdf",
            bytes: Array("%PDF-1.4".utf8)
        )
        let (reply, kept) = try await send(test, files: [file])
        let page = try #require(try test.site.intake.applicantPage(token(reply)))
        #expect(page.row.values["cv"] == .text("życiorys _b_.pdf"))
        let source = try #require(page.row.sourceID)
        let parts = try test.site.intake.workspace.registry.read { try $0.parts(ofSource: source) }
        #expect(parts.map(\.byteCount) == [8])
        // A retry with the same file gets the same receipt.
        let again = try await test.ask(.post, form, texts: kept + [("-action", "send")])
        #expect(again.headers[.location] == reply.headers[.location])
    }

    @Test(arguments: ["../../etc/passwd", "nabor.sqlite", String(repeating: "a", count: 64) + ".x"])
    func aTokenThatIsNotOursOpensNoFile(token: String) throws {
        let test = try TestSite()
        #expect(test.site.intake.uploads.upload(token, name: "x") == nil)
    }

    @Test func outsideOfItsTimeTheFormSaysSo() async throws {
        let test = try TestSite()
        test.setNow("2023-12-08T23:59:59+01:00")
        #expect(try await test.ask(.get, form).status == .ok)
        test.setNow("2023-12-09T00:00:00+01:00")
        let closed = try await test.ask(.get, form)
        #expect(closed.status == .forbidden)
        #expect(closed.text.contains("8\u{A0}grudnia 2023\u{A0}r."))
        #expect(try await test.ask(.post, form, texts: TestEvent.answers + [("-action", "send")]).status == .forbidden)
        test.setNow("2023-10-31T12:00:00+01:00")
        #expect(try await test.ask(.get, form).text.contains(PublicText.notYetTitle.text(.polish)))
    }

    @Test func aChangedClauseIsShownAgain() async throws {
        let test = try TestSite()
        let blank = try await test.ask(.get, form)
        let key = try #require(blank.hidden("-key"))
        let review = try await test.ask(.post, form, texts: TestEvent.answers + [("-key", key)])
        let changed = review.keptTexts.map { $0.0 == "-clauses" ? ($0.0, "0000000000000000") : $0 }
        let reply = try await test.ask(.post, form, texts: changed + [("-action", "send")])
        #expect(reply.status == .unprocessableContent)
        #expect(reply.text.contains(PublicText.clauseChanged.text(.polish)))
    }

    @Test(arguments: ["/e/nie-ma", "/e/proba/nie-ma", "/z/nie-ma", "/static/x/nie-ma.css", "/e/proba/logo/1"])
    func whatIsNotThereIsSaidKindly(path: String) async throws {
        let reply = try await TestSite().ask(.get, path)
        #expect(reply.status == .notFound)
        #expect(reply.text.contains("<h1>"))
    }

    @Test func blankFormsCanBeDownloaded() async throws {
        let test = try TestSite()
        let page = try await test.ask(.get, "/e/proba")
        #expect(page.text.contains("/e/proba/main/blank/pl.pdf"))
        let pdf = try await test.ask(.get, "/e/proba/main/blank/pl.pdf")
        #expect(pdf.body.starts(with: Array("%PDF".utf8)))
        let word = try await test.ask(.get, "/e/proba/main/blank/uk.docx")
        #expect(word.body.starts(with: Array("PK".utf8)))
        #expect(try await test.ask(.get, "/e/proba/main/blank/ru.pdf").status == .notFound)
        #expect(try await test.ask(.get, "/e/proba/main/blank/pl.exe").status == .notFound)
    }

    @Test func theFormPageIsSmall() async throws {
        let test = try TestSite()
        let page = try await test.ask(.get, form)
        let assets = test.site.library.assets.values.reduce(0) { $0 + $1.bytes.count }
        #expect(page.body.count + assets < 60_000)
        #expect(page.text.contains(" defer></script>"))
    }
}
