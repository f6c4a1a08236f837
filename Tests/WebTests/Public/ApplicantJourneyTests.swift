import HTTPTypes
import Desk
import FormModel
import Foundation
import Registry
import Testing

@testable import Web

@Suite struct ApplicantJourneyTests {
    private func applied(_ test: TestSite, _ changes: [String: String] = [:]) async throws -> String {
        let form = try #require(try test.site.intake.catalogue.current().form(event: "proba", form: "main"))
        var typed = TypedForm(language: .polish)
        for (name, value) in TestEvent.answers { typed.texts[name, default: []].append(value) }
        for (name, value) in changes { typed.texts[name] = [value] }
        let result = await test.site.intake.submit(
            form.check(typed, at: test.site.now),
            of: form,
            in: try test.site.intake.catalogue.current(),
            key: test.site.intake.newSubmissionKey()
        )
        guard case .accepted(let receipt) = result else {
            Issue.record("\(result)")
            return ""
        }
        return receipt.token
    }

    private func row(_ test: TestSite, _ token: String) throws -> RegistrationRow {
        try #require(try test.site.intake.applicantPage(token)).row
    }

    @Test func untilTheDeadlineAnswersCanBeCorrected() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        let page = try await test.ask(.get, "/z/\(token)/edit")
        #expect(page.text.contains("value=\"anna.testowa@example.org\""))
        let changed = TestEvent.answers.map { $0.0 == "email" ? ("email", "nowa@example.org") : $0 }
        let saved = try await test.ask(.post, "/z/\(token)/edit", texts: changed + [("-action", "save")])
        #expect(saved.headers[.location]?.hasPrefix("/z/\(token)?done=saved") == true)
        let details = try #require(try test.site.intake.applicantPage(token)).details
        #expect(details.summary.row.values["email"] == .text("nowa@example.org"))
        #expect(details.answers["email"]?.evidence.map(\.raw) == ["anna.testowa@example.org", "nowa@example.org"])
        let journal = try test.site.intake.workspace.registry.read {
            try $0.journal(code: details.summary.row.code.text, limit: 9)
        }
        #expect(journal.last?.action == .corrected)
        #expect(journal.last?.actor == "applicant")
    }

    @Test func afterTheDeadlineNothingCanBeCorrected() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        test.setNow("2023-12-09T00:00:00+01:00")
        let saved = try await test.ask(.post, "/z/\(token)/edit", texts: TestEvent.answers + [("-action", "save")])
        #expect(saved.headers[.location] == "/z/\(token)")
        #expect(try row(test, token).values["email"] == .text("anna.testowa@example.org"))
    }

    @Test func aWrongCorrectionIsShownAndNotSaved() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        let changed = TestEvent.answers.map { $0.0 == "email" ? ("email", "nie-adres") : $0 }
        let reply = try await test.ask(.post, "/z/\(token)/edit", texts: changed + [("-action", "save")])
        #expect(reply.status == .unprocessableContent)
        #expect(reply.text.contains("href=\"#f-email\""))
        #expect(try row(test, token).values["email"] == .text("anna.testowa@example.org"))
    }

    @Test func withdrawingAsksOnceAndThenHolds() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        #expect(try await test.ask(.get, "/z/\(token)/withdraw").text.contains(PublicText.withdrawTitle.text(.polish)))
        #expect(try row(test, token).state == .submitted)
        _ = try await test.ask(.post, "/z/\(token)/withdraw", texts: [("reason", "choroba")])
        #expect(try row(test, token).state == .withdrawn)
        #expect(try await test.ask(.get, "/z/\(token)").text.contains("wycofane"))
    }

    /// The committee chooses, the offer is announced; the person answers on the page.
    @Test(arguments: [("accept", ParticipationState.confirmed), ("decline", ParticipationState.withdrawn)])
    func anOfferIsAnsweredOnThePage(choice: String, expected: ParticipationState) async throws {
        let test = try TestSite()
        let token = try await applied(test)
        let desk = test.site.intake.workspace
        _ = try desk.choose([row(test, token).code.text], activity: "spotkanie", reason: "próba")
        _ = try desk.announce(event: "proba", activity: nil)
        let page = try await test.ask(.get, "/z/\(token)")
        #expect(page.text.contains(PublicText.offerTitle.text(.polish)))
        let texts = [("activity", "spotkanie"), ("-action", choice)]
        _ = try await test.ask(.post, "/z/\(token)/offer", texts: texts)
        let page2 = try #require(try test.site.intake.applicantPage(token))
        #expect(page2.details.summary.participations.map(\.state) == [expected])
        // Pressing the button a second time changes nothing and is no fault.
        #expect(try await test.ask(.post, "/z/\(token)/offer", texts: texts).status == .seeOther)
    }

    @Test func anOfferThatNobodyAnswersExpiresByItself() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        let desk = test.site.intake.workspace
        _ = try desk.choose([row(test, token).code.text], activity: "spotkanie", reason: "próba")
        _ = try desk.announce(event: "proba", activity: nil)
        try test.site.intake.sweep()
        let before = try #require(try test.site.intake.applicantPage(token)).details.summary.participations
        #expect(before.map(\.state) == [.offered])
        test.setNow("2023-12-13T00:00:00+01:00")
        try test.site.intake.sweep()
        let after = try #require(try test.site.intake.applicantPage(token)).details.summary.participations
        #expect(after.map(\.state) == [.expired])
    }

    @Test func theCopyOfOnesDataHoldsAnswersAndMessagesButNoNamesOfStaff() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        let copy = try await test.ask(.get, "/z/\(token)/data.json")
        #expect(copy.text.contains("\"value\":\"Anna Testowa\""))
        #expect(copy.text.contains("Przyjęliśmy zgłoszenie"))
        #expect(!copy.text.contains("\"actor\""))
        #expect(copy.headers[.contentDisposition]?.hasPrefix("attachment") == true)
    }

    @Test func linksAreLongAndOnlyTheirDigestIsKept() async throws {
        let test = try TestSite()
        let token = try await applied(test)
        #expect(token.utf8.count == 32)
        for file in try FileManager.default.contentsOfDirectory(atPath: test.folder)
        where file.hasPrefix("nabor.sqlite") {
            let bytes = try #require(FileManager.default.contents(atPath: test.folder + "/" + file))
            #expect(bytes.range(of: Data(token.utf8)) == nil, "\(file)")
        }
        let key = try FileManager.default.attributesOfItem(atPath: test.folder + "/web.key")
        #expect(key[.posixPermissions] as? Int == 0o600)
    }

    @Test func linesOfACalendarAreFoldedAndEscaped() {
        #expect(CalendarFile.escaped("a;b,c\\d\ne\u{7}") == "a\\;b\\,c\\\\d\\ne")
        let folded = CalendarFile.folded(String(repeating: "ż", count: 60))
        let lines = String(decoding: folded, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.dropLast().allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.joined().replacing(" ", with: "") == String(repeating: "ż", count: 60))
    }
}
