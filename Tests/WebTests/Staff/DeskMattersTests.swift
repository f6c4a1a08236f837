@testable import Desk
import FormModel
import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// Columns, kept counts, categories, books, signed lists, withdrawals taken back.
@Suite struct DeskMattersTests {
    // MARK: Columns

    @Test func chosenColumnsStandInTheAddressAndShowAnswers() async throws {
        let test = try TestSite()
        try await test.register("Anna Lis", "lis@example.org") { $0.texts["about"] = ["<b>Uczę</b>"] }
        let desk = try await DeskVisitor(test, as: .coordinator)
        let usual = try await desk.get("/desk/registrations").text
        #expect(usual.contains("Spotkanie: ") && !usual.contains("lis@example.org</td>"))
        let path = "/desk/registrations?event=proba&col=f.email&col=f.about&col=language"
        let chosen = try await desk.get(path).text
        #expect(chosen.contains(">lis@example.org</td>") && chosen.contains("&lt;b&gt;Uczę&lt;/b&gt;"))
        #expect(!chosen.contains("<b>Uczę") && !chosen.contains("Spotkanie: "))
        _ = try await desk.post("/desk/views", [("name", "Adresy"), ("query", "event=proba&col=f.email")])
        #expect(try await desk.get("/desk/registrations").text.contains("?event=proba&amp;col=f.email"))
    }

    @Test func columnsThatDoNotExistAreNotShownAndNoListIsTooWide() {
        let many = (0..<40).map { "f.pole\($0)" }
        let filter = ListFilter([:], columns: ["nonsense", "state", "state"] + many)
        #expect(filter.columns.count == ListColumn.countMax && filter.columns.first == .state)
        #expect(ListFilter(address: filter.address()) == filter)
        #expect(ListFilter([:]).address() == "/desk/registrations")
        #expect(ListFilter(address: ListFilter([:], columns: []).address()).columns.isEmpty)
    }

    // MARK: Counts

    @Test func keptCountsAreThoseOfTheRegistrations() async throws {
        let test = try TestSite()
        let codes = try await [
            test.register("Anna Lis", "lis@example.org").code, test.register("Jan Sowa", "sowa@example.org").code,
            test.register("Ewa Zajac", "zajac@example.org").code,
        ]
        let workspace = test.site.intake.workspace
        _ = try workspace.withdraw(codes[0].text, activity: nil, reason: "")
        let registry = workspace.registry
        #expect(try registry.read { try $0.stateCounts(event: "proba") } == [.submitted: 2, .withdrawn: 1])
        func count(_ query: RegistrationQuery) throws -> Int {
            try registry.read { try $0.registrationCount(query) }
        }
        #expect(try count(RegistrationQuery(event: "proba", states: [.submitted])) == 2)
        #expect(try count(RegistrationQuery()) == 3)
        #expect(try count(RegistrationQuery(channel: .web)) == 3)
        let days = try registry.read { try $0.receiptCounts(event: "proba", timeZone: "Europe/Warsaw").days }
        #expect(days.map(\.count) == [3])
    }

    @Test func theOverviewCountsByTheRulesOfSelection() async throws {
        let rules = "{method: fcfs, quotas: [{id: sector, by: sector, values: {ngo: {min: 2}, inna: {max: 1}}}]}"
        let yaml = TestEvent.yaml.replacing("{method: curated, reserve: {size: all, offer_hours: 48}}", with: rules)
        let test = try TestSite(event: yaml)
        try await test.register("Anna Lis", "lis@example.org")
        let before = try test.site.intake.overview().calls[0].categories
        #expect(before.first { $0.rule == "sector:inna" }?.applications == 1)
        try await test.register("Jan Sowa", "sowa@example.org")
        let after = try test.site.intake.overview().calls[0].categories
        #expect(after.first { $0.rule == "sector:inna" }?.applications == 2, "counted anew after a change")
        #expect(after.first { $0.rule == "sector:inna" }?.maximum == 1)
        #expect(after.first { $0.rule == "sector:ngo" }?.applications == 0)
        let page = try await DeskVisitor(test, as: .auditor).get("/desk").text
        #expect(page.contains("Sektor: organizacja") && page.contains(StaffText.lacking.text(.polish)))
    }

    @Test func whatAChoiceLacksIsSaidInTheWordsOfTheForm() async throws {
        let rules = "{method: curated, quotas: [{id: sector, by: sector, values: {ngo: {min: 2}}}]}"
        let yaml = TestEvent.yaml.replacing("{method: curated, reserve: {size: all, offer_hours: 48}}", with: rules)
        let test = try TestSite(event: yaml)
        try await test.register("Anna Lis", "lis@example.org")
        let page = try await DeskVisitor(test, as: .coordinator).get("/desk/selection/proba/spotkanie/choose").text
        #expect(page.contains("„Sektor: organizacja”: jest 0, a potrzeba co najmniej 2."))
    }

    // MARK: Documents

    @Test func aBookHoldsEveryLetterAndIsListed() async throws {
        let test = try TestSite()
        for (name, email) in [("Anna Lis", "lis@example.org"), ("Jan Sowa", "sowa@example.org")] {
            try await test.register(name, email)
        }
        let desk = try await DeskVisitor(test, as: .coordinator)
        let order = [("kind", "receipt"), ("book", "true")]
        #expect(try await desk.post("/desk/documents/proba", order).status == .seeOther)
        let registry = test.site.intake.workspace.registry
        test.site.work.perform(try #require(try registry.write { try $0.startNextJob() }))
        let listed = try registry.read { try $0.documents(event: "proba", limit: 10) }
        #expect(listed.map(\.file) == ["out/proba/receipt/ksiega-receipt-pl.docx"])
        _ = try await desk.post("/desk/documents/proba", order)
        test.site.work.perform(try #require(try registry.write { try $0.startNextJob() }))
        let page = try await desk.get("/desk/documents/proba").text
        #expect(page.matches(of: /ksiega-receipt-pl\.docx/).count == 1, "written again: the newest alone is listed")
        let newest = try #require(try registry.read { try $0.documents(event: "proba", limit: 1) }.first)
        let file = try await desk.get("/desk/files/\(newest.id)")
        #expect(file.status == .ok && file.body.starts(with: Array("PK".utf8)))
        #expect(try await desk.get("/desk/documents/proba").text.contains("ksiega-receipt-pl.docx"))
        #expect(try await desk.get("/desk/documents/proba/zip?kind=receipt").body.starts(with: Array("PK".utf8)))
    }

    @Test(arguments: [InterfaceLanguage.polish, .english])
    func everyKindOfDocumentHasANameOfItsOwn(language: InterfaceLanguage) {
        let names = DocumentKind.allCases.map { PaperNames.text($0, language) }
        #expect(Set(names).count == DocumentKind.allCases.count)
    }

    // MARK: Signed lists

    private static let scan = Array("\u{89}PNG\r\n\u{1A}\n".unicodeScalars.map { UInt8($0.value) }) + [0, 1, 2]

    /// Two people with places, announced.
    private func seated() async throws -> (TestSite, [String]) {
        let yaml = TestEvent.yaml.replacing("    confirm_within_days: 5\n", with: "")
            .replacing(
                "{method: curated, reserve: {size: all, offer_hours: 48}}",
                with: "{method: fcfs, reserve: {size: all}}"
            )
        let test = try TestSite(event: yaml)
        var codes: [String] = []
        for (name, email) in [
            ("Anna Lis", "lis@example.org"), ("Jan Sowa", "sowa@example.org"), ("Ewa Zajac", "z@example.org"),
        ] {
            codes.append(try await test.register(name, email).code.text)
        }
        let desk = test.site.intake.workspace
        _ = try desk.select(event: "proba", activity: "spotkanie", seed: "7", isDryRun: false)
        _ = try desk.announce(event: "proba", activity: "spotkanie")
        return (test, codes)
    }

    @Test func aSignedListIsKeptAndKeyedInBesideItsPicture() async throws {
        let (test, codes) = try await seated()
        let trainer = try await DeskVisitor(test, as: .trainer, login: "ewa")
        let path = "/desk/attendance/proba/spotkanie/s1/paper"
        let text = FormInput.File(name: "paper", untrustedFileName: "lista.pdf", bytes: Array("no scan".utf8))
        #expect(try await trainer.post(path, files: [text]).status == .unprocessableContent)
        let scan = FormInput.File(name: "paper", untrustedFileName: "../lista.png", bytes: Self.scan)
        #expect(try await trainer.post(path, files: [scan]).status == .seeOther)
        let workspace = test.site.intake.workspace
        let list = try workspace.checkInList(event: "proba", activity: "spotkanie", session: "s1")
        let kept = try workspace.signedLists(of: list)
        #expect(kept.map(\.format) == [.png] && kept.map(\.channel) == [.paper])
        #expect(try await trainer.get(path).text.contains("Anna Lis"))
        let ticks = [
            ("presence-\(codes[0])", "present"), ("presence-\(codes[1])", "excused"), ("presence-ZZZZZ", "absent"),
        ]
        #expect(try await trainer.post(path + "/people", ticks).status == .seeOther)
        let presences = try codes.map { try workspace.show(RegistrationCode($0)!).attendance.map(\.presence) }
        #expect(presences == [[.present], [.excused], []])
        let mine = try #require(try workspace.show(RegistrationCode(codes[0])!).source?.id)
        #expect(try await trainer.get("\(path)/\(mine)/1").status == .notFound, "no way to anybody's form")
    }

    // MARK: Withdrawals taken back

    @Test func aPlaceComesBackWhileItIsFree() async throws {
        let (test, codes) = try await seated()
        let desk = test.site.intake.workspace
        // The one who waited moves up into the first place that becomes free; the second stays free.
        _ = try desk.withdraw(codes[0], activity: nil, reason: "")
        _ = try desk.withdraw(codes[1], activity: nil, reason: "")
        #expect(try desk.perform(.reinstate, codes: [codes[1]], reason: "pomyłka") == [codes[1]])
        func state(_ code: String) throws -> ParticipationState? {
            try desk.show(RegistrationCode(code)!).summary.participations.first?.state
        }
        #expect(try state(codes[1]) == .confirmed)
        _ = try desk.perform(.reinstate, codes: [codes[0]], reason: "pomyłka")
        #expect(try state(codes[0]) == .waitlisted, "the place was passed on")
        #expect(try state(codes[2]) == .confirmed)
        let taken = try desk.registry.read { try $0.seatCounts(event: "proba") }.reduce(0) { $0 + $1.taken }
        #expect(taken == 2)
    }

    @Test func anActivityTakenBackCanBeChosenAgain() async throws {
        let yaml = TestEvent.yaml.replacing(
            "opens: 2023-11-01",
            with: """
                  - {id: warsztat, title: Warsztat, kind: training, sessions: [{id: w1, date: 2023-12-15}]}
                chosen_by: chosen
                opens: 2023-11-01
                """
        ).replacing(
            "fields:\n  - {key: name_latin",
            with:
                "fields:\n  - {key: chosen, kind: choices, label: Wybór, options: {spotkanie: Spotkanie, warsztat: Warsztat}}\n  - {key: name_latin"
        )
        let test = try TestSite(event: yaml)
        let token = try await test.register("Anna Testowa", "anna.testowa@example.org") {
            $0.texts["chosen"] = ["spotkanie", "warsztat"]
        }.token
        func states() throws -> [String: ParticipationState] {
            let page = try #require(try test.site.intake.applicantPage(token))
            return Dictionary(
                uniqueKeysWithValues: page.details.summary.participations.map { ($0.activity, $0.state) }
            )
        }
        func choose(_ activities: String...) async throws {
            let typed = TestEvent.answers + activities.map { ("chosen", $0) } + [("-action", "save")]
            #expect(try await test.ask(.post, "/z/\(token)/edit", texts: typed).status == .seeOther)
        }
        #expect(try states() == ["spotkanie": .applied, "warsztat": .applied])
        try await choose("spotkanie")
        #expect(try states() == ["spotkanie": .applied, "warsztat": .withdrawn])
        try await choose("spotkanie", "warsztat")
        #expect(try states() == ["spotkanie": .applied, "warsztat": .applied])
    }

    // MARK: Duplicates

    @Test func whoIsToldApartGetsTheReceiptThatWasHeldBack() async throws {
        let test = try TestSite()
        let first = try await test.register("Anna Lis", "lis@example.org").code
        let second = try await test.register("Anna Lis", "lis@example.org").code
        let desk = test.site.intake.workspace
        func kinds(_ code: RegistrationCode) throws -> [String] { try desk.show(code).messages.map(\.kind) }
        #expect(try desk.show(second).summary.row.state == .needsReview && kinds(second).isEmpty)
        for _ in 0..<2 { _ = try desk.separate(first.text, second.text) }
        #expect(try desk.show(second).summary.row.state == .submitted)
        #expect(try kinds(second) == ["receipt"] && kinds(first) == ["receipt"], "once, and not again to the other")
    }

    // MARK: Hostile text

    /// What is typed into any field is text on every page of the desk that shows it.
    @Test func typedMarkupIsTextOnEveryPage() async throws {
        let test = try TestSite()
        let mark = "<img src=x onerror=alert(1)>\"'"
        let code = try await test.register(mark, "lis@example.org") { typed in
            for key in ["about", "guests[1].guest_name", "paper.number", "phone", "krs"] { typed.texts[key] = [mark] }
        }.code.text
        let other = try await test.register(mark + " x", "lis@example.org").code.text
        let desk = try await DeskVisitor(test, as: .administrator)
        _ = try test.site.intake.workspace.edit(code, Workspace.Correction(confirmed: ["*"], reason: mark))
        _ = try? test.site.intake.workspace.withdraw(other, activity: nil, reason: mark)
        let columns = ["f.name_latin", "f.about", "f.phone", "f.paper"].map { "&col=" + $0 }.joined()
        let paths = [
            "/desk", "/desk/registrations?q=img" + columns, "/desk/registrations/\(code)",
            "/desk/registrations/\(code)/edit",
            "/desk/registrations/\(code)/compare/\(other)", "/desk/review", "/desk/review/\(code)",
            "/desk/selection/proba/spotkanie", "/desk/selection/proba/spotkanie/choose", "/desk/journal",
            "/desk/documents/proba", "/desk/exports/proba", "/desk/in/\(code)", "/desk/assessment", "/desk/settings",
            "/desk/attendance/proba/spotkanie/s1", "/desk/attendance/proba/spotkanie/s1/paper",
        ]
        for path in paths {
            let page = try await desk.get(path)
            #expect(page.status == .ok, "\(path)")
            #expect(!page.text.contains("<img src=x"), "\(path)")
        }
        #expect(try await desk.get(paths[1]).text.contains("&lt;img src=x"), "the text is there to be seen")
    }
}
