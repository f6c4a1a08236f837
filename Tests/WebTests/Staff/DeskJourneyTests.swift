import Desk
import FormModel
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite struct DeskJourneyTests {
    // MARK: Entry and correction

    @Test func whatStaffTypeIsRecordedOnceWithWhoTypedIt() async throws {
        let test = try TestSite()
        let desk = try await DeskVisitor(test, as: .frontDesk)
        let page = try await desk.get("/desk/enter/proba/main")
        let nonce = try #require(page.hidden("-nonce"))
        let typed =
            TestEvent.answers + [
                ("-channel", "phone"), ("-received", "2023-11-30T09:15"), ("-letters", "uk"), ("-nonce", nonce),
                ("-action", "save"),
            ]
        let reply = try await desk.post("/desk/enter/proba/main", typed)
        let code = try #require(
            reply.headers[.location]?.split(separator: "=").last.flatMap { RegistrationCode(String($0)) }
        )
        #expect(try await desk.post("/desk/enter/proba/main", typed).status == .unprocessableContent)
        let row = try test.site.intake.workspace.show(code).summary.row
        #expect(row.channel == .phone && row.language == .ukrainian && row.state == .submitted)
        #expect(row.receivedAt == InstantText.instant(iso: "2023-11-30T09:15:00+01:00"))
        #expect(row.enteredAt == test.site.now)
        let evidence = try test.site.intake.workspace.show(code).answers["email"]?.evidence
        #expect(evidence?.map(\.operatorName) == ["ola"])
        #expect(try test.site.intake.workspace.list(RegistrationQuery(limit: 10)).total == 1)
    }

    @Test func anEntryWithGapsIsRecordedOnlyWhenAskedFor() async throws {
        let test = try TestSite()
        let desk = try await DeskVisitor(test, as: .frontDesk)
        let nonce = try #require(try await desk.get("/desk/enter/proba/main").hidden("-nonce"))
        let typed = [
            ("name_latin", "Jan Sowa"), ("sector", "inna"), ("-channel", "paper"), ("-received", "2023-11-30T09:15"),
            ("-letters", "pl"), ("-nonce", nonce),
        ]
        #expect(
            try await desk.post("/desk/enter/proba/main", typed + [("-action", "save")]).status == .unprocessableContent
        )
        #expect(try await desk.post("/desk/enter/proba/main", typed + [("-action", "anyway")]).status == .seeOther)
        let rows = try test.site.intake.workspace.list(RegistrationQuery(limit: 10)).summaries
        #expect(rows.map(\.row.state) == [.incomplete])
    }

    @Test func aCorrectionAddsEvidenceAndLeavesTheRestAlone() async throws {
        let test = try TestSite()
        let receipt = try await test.register("Anna Lis", "lis@example.org")
        let desk = try await DeskVisitor(test, as: .coordinator)
        let path = "/desk/registrations/\(receipt.code.text)/edit"
        let before = try test.site.intake.workspace.show(receipt.code)
        var typed = TestEvent.answers.filter { !["name_latin", "email"].contains($0.0) }
        typed += [
            ("name_latin", "Anna Lis"), ("email", "anna.lis@example.org"), ("-action", "save"), ("-reason", "telefon"),
        ]
        #expect(try await desk.post(path, typed).status == .seeOther)
        let after = try test.site.intake.workspace.show(receipt.code)
        #expect(after.summary.row.values["email"]?.plainText == "anna.lis@example.org")
        #expect(after.answers["email"]?.evidence.count == (before.answers["email"]?.evidence.count ?? 0) + 1)
        #expect(after.answers["name_latin"]?.evidence.count == before.answers["name_latin"]?.evidence.count)
        let journal = try test.site.intake.workspace.journal(code: receipt.code.text, limit: 1)
        #expect(journal.map(\.action) == [.corrected] && journal.map(\.actor) == ["ola"])
        typed = typed.map { $0.0 == "email" ? ("email", "to nie adres") : $0 }
        #expect(try await desk.post(path, typed).status == .unprocessableContent)
    }

    // MARK: Review

    /// Somebody whose telephone is doubtful, as a reading of a paper leaves it.
    private func doubtful(_ test: TestSite) async throws -> RegistrationCode {
        let code = try await test.register("Anna Lis", "lis@example.org") { $0.texts["phone"] = ["600 100 200"] }.code
        let workspace = test.site.intake.workspace
        let row = try workspace.show(code).summary.row
        try workspace.registry.write { writer in
            try writer.updateRegistration(
                row.id,
                values: row.values,
                changed: AnswerSet(),
                findings: [Finding(.confidenceLow, field: "phone")],
                reviewFields: ["phone"],
                name: row.name,
                sortKey: [1],
                searchText: "lis",
                at: workspace.now,
                actor: "test",
                reason: ""
            )
            try writer.changeState(ofRegistration: row.id, by: .askPerson)
        }
        return code
    }

    @Test func aDoubtfulAnswerIsConfirmedOrCorrectedByOneForm() async throws {
        let test = try TestSite()
        let code = try await doubtful(test)
        let desk = try await DeskVisitor(test, as: .frontDesk)
        let path = "/desk/review/\(code.text)"
        #expect(try await desk.get(path).text.contains("name=\"phone\""))
        let bad = try await desk.post(path, [("-field", "phone"), ("phone", "12")])
        #expect(bad.status == .unprocessableContent && bad.text.contains("value=\"12\""))
        #expect(try await desk.post(path, [("-field", "phone"), ("phone", "600100201")]).status == .seeOther)
        let row = try test.site.intake.workspace.show(code).summary.row
        #expect(row.values["phone"]?.plainText == "+48600100201")
        #expect(row.reviewFields.isEmpty && row.state == .submitted)
        #expect(row.values["email"]?.plainText == "lis@example.org", "the other answers stay")
    }

    @Test func whereTwoPeopleAreWantedOneIsNotEnough() async throws {
        let test = try TestSite(
            event: TestEvent.yaml.replacing("opens: 2023-11-01", with: "second_check: yes\nopens: 2023-11-01")
        )
        let code = try await doubtful(test)
        let path = "/desk/review/\(code.text)"
        let first = try await DeskVisitor(test, as: .frontDesk)
        let second = try await DeskVisitor(test, as: .frontDesk, login: "ewa")
        func state() throws -> RegistrationState { try test.site.intake.workspace.show(code).summary.row.state }
        for _ in 0..<2 {
            #expect(try await first.post(path, [("-field", "phone"), ("phone", "600100200")]).status == .seeOther)
            #expect(try state() == .needsReview, "one person twice is one person")
        }
        #expect(try await first.post(path + "/all").status == .unprocessableContent)
        #expect(try await second.post(path, [("-field", "phone"), ("phone", "600100209")]).status == .seeOther)
        #expect(try state() == .needsReview, "they differ")
        #expect(try await first.post(path, [("-field", "phone"), ("phone", "600100209")]).status == .seeOther)
        #expect(try state() == .submitted)
        #expect(try test.site.intake.workspace.show(code).summary.row.values["phone"]?.plainText == "+48600100209")
    }

    // MARK: Duplicates

    @Test func twoFormsOfOnePersonAreComparedAndMerged() async throws {
        let test = try TestSite()
        let first = try await test.register("Anna Lis", "lis@example.org")
        let second = try await test.register("Anna Lis", "lis@example.org") { $0.texts["phone"] = ["600 100 200"] }
        let desk = try await DeskVisitor(test, as: .frontDesk)
        #expect(try await desk.get("/desk/review").text.contains("/compare/\(first.code.text)"))
        let path = "/desk/registrations/\(second.code.text)/compare/\(first.code.text)"
        let page = try await desk.get(path)
        #expect(page.text.contains("class=\"differs\""))
        let reply = try await desk.post(path, [("-action", "second"), ("reason", "ten sam adres")])
        #expect(reply.headers[.location] == "/desk/registrations/\(first.code.text)")
        let kept = try test.site.intake.workspace.show(first.code).summary.row
        #expect(kept.values["phone"]?.plainText == "+48600100200" && kept.state == .submitted)
        #expect(try test.site.intake.workspace.show(second.code).summary.row.mergedInto == kept.id)
    }

    // MARK: Choosing and announcing

    @Test func choosingAnnouncingAndPassingAPlaceOn() async throws {
        let test = try TestSite()
        var codes: [String] = []
        for (index, name) in ["Anna Lis", "Jan Sowa", "Ewa Zajac"].enumerated() {
            codes.append(try await test.register(name, "osoba\(index)@example.org").code.text)
        }
        let desk = try await DeskVisitor(test, as: .coordinator)
        let path = "/desk/selection/proba/spotkanie"
        #expect(try await desk.get(path + "/choose").text.contains("Jan Sowa"))
        let counted = try await desk.post(path + "/choose/count", codes.map { ("code", $0) })
        #expect(counted.text.contains("status stop"), "three on two places")
        let chosen = [("code", codes[0]), ("code", codes[1])]
        #expect(try await desk.post(path + "/choose", chosen + [("reason", "")]).status == .unprocessableContent)
        #expect(try await desk.post(path + "/choose", chosen + [("reason", "doświadczenie")]).status == .seeOther)
        let registry = test.site.intake.workspace.registry
        let before = try registry.read { try $0.waitingMessageCount() }
        let preview = try await desk.get(path + "/announce")
        #expect(preview.status == .ok && preview.text.contains("osoba0@example.org"))
        #expect(try registry.read { try $0.waitingMessageCount() } == before, "a preview queues nothing")
        #expect(try registry.read { try $0.pendingRun(event: "proba", activity: "spotkanie") } != nil)
        let done = try await desk.post(path + "/announce")
        #expect(done.headers[.location] == path + "?announced=3")
        #expect(try registry.read { try $0.waitingMessageCount() } == before + 3)
        func states() throws -> [ParticipationState] {
            try codes.map { try test.site.intake.workspace.show(RegistrationCode($0)!).summary.participations[0].state }
        }
        #expect(try states() == [.offered, .offered, .waitlisted])
        _ = try await desk.post(
            "/desk/registrations/\(codes[0])/offer",
            [("-action", "decline"), ("activity", "spotkanie")]
        )
        #expect(try states() == [.withdrawn, .offered, .offered])
    }

    @Test func tryingOutChangesNothing() async throws {
        let yaml = TestEvent.yaml.replacing(
            "{method: curated, reserve: {size: all, offer_hours: 48}}",
            with: "{method: fcfs}"
        )
        let test = try TestSite(event: yaml)
        for index in 0..<4 {
            try await test.register(["Anna Lis", "Jan Sowa", "Ewa Zajac", "Ola Kot"][index], "o\(index)@example.org")
        }
        let desk = try await DeskVisitor(test, as: .auditor)
        let registry = test.site.intake.workspace.registry
        let head = try registry.read { try $0.verifyJournal().head }
        let page = try await desk.get("/desk/selection/proba/spotkanie/what-if?seats=3&seed=7")
        #expect(page.status == .ok && page.text.contains("id=\"tried\""))
        #expect(try registry.read { try $0.runs(event: "proba") }.isEmpty)
        #expect(try registry.read { try $0.verifyJournal().head } == head)
        #expect(try await desk.post("/desk/selection/proba/spotkanie/run").status == .forbidden)
    }

    // MARK: Assessment

    @Test func aSheetTellsNothingAboutWhoItIs() async throws {
        let yaml = TestEvent.yaml.replacing(
            "opens: 2023-11-01",
            with: "points: [{id: jakosc, label: Jakość, assessors: 2, max: 10}]\nopens: 2023-11-01"
        )
        let test = try TestSite(event: yaml)
        let receipt = try await test.register("Anna Lis", "lis@example.org") {
            $0.texts["about"] = ["Prowadzę zajęcia."]
        }
        let assessor = try await DeskVisitor(test, as: .assessor)
        let path = "/desk/assessment/proba/\(receipt.code.text)"
        let sheet = try await assessor.get(path).text
        #expect(sheet.contains("Prowadzę zajęcia."))
        for secret in ["Lis", "lis@example.org", "RX0000001"] { #expect(!sheet.contains(secret), "\(secret)") }
        #expect(try await assessor.get("/desk/registrations").status == .forbidden)
        #expect(try await assessor.post(path, [("points-jakosc", "12")]).status == .unprocessableContent)
        #expect(try await assessor.post(path, [("points-jakosc", "7,5"), ("-action", "save")]).status == .seeOther)
        let other = try await DeskVisitor(test, as: .assessor, login: "ewa")
        #expect(!(try await other.get(path).text.contains("7,5")), "another's points are seen")
        _ = try await other.post(path, [("points-jakosc", "5"), ("-action", "save")])
        let lead = try await DeskVisitor(test, as: .coordinator, login: "jan")
        let table = try await lead.get("/desk/assessment/proba").text
        #expect(table.contains("6,25") && table.contains("2,5"), "mean and spread")
    }

    // MARK: Attendance

    @Test func presenceSentTwiceCountsOnceAndLateOnesChangeNothing() async throws {
        let yaml = TestEvent.yaml.replacing("    confirm_within_days: 5\n", with: "")
            .replacing("{method: curated, reserve: {size: all, offer_hours: 48}}", with: "{method: fcfs}")
        let test = try TestSite(event: yaml)
        let code = try await test.register("Anna Lis", "lis@example.org").code
        let lead = try await DeskVisitor(test, as: .coordinator)
        _ = try await lead.post("/desk/selection/proba/spotkanie/run", [("seed", "7")])
        _ = try await lead.post("/desk/selection/proba/spotkanie/announce")
        let trainer = try await DeskVisitor(test, as: .trainer, login: "ewa")
        let path = "/desk/attendance/proba/spotkanie/s1"
        #expect(try await trainer.get(path).text.contains("Anna Lis"))
        func send(_ presence: String, _ nonce: String) async throws {
            let fields = [("code", code.text), ("presence", presence), ("-nonce", nonce)]
            #expect(try await trainer.post(path, fields).status == .seeOther)
        }
        try await send("present", "phone-one-1")
        try await send("absent", "phone-two-1")
        try await send("present", "phone-one-1")
        let rows = try test.site.intake.workspace.show(code).attendance
        #expect(rows.map(\.presence) == [.absent])
        #expect(try await trainer.get("/desk/in/\(code.text)").text.contains("aria-pressed=\"true\""))
        #expect(try await trainer.get("/desk/registrations/\(code.text)").status == .forbidden)
    }

    // MARK: Lists, exports, journal

    @Test func viewsAndBulkActionsShowWhatTheyConcern() async throws {
        let test = try TestSite()
        let one = try await test.register("Anna Lis", "lis@example.org").code.text
        let two = try await test.register("Jan Sowa", "sowa@example.org").code.text
        let desk = try await DeskVisitor(test, as: .coordinator)
        _ = try await desk.post("/desk/views", [("name", "Przyjęte <b>"), ("query", "state=submitted&q=lis")])
        let list = try await desk.get("/desk/registrations").text
        #expect(list.contains("Przyjęte &lt;b&gt;") && list.contains("/desk/registrations?state=submitted&amp;q=lis"))
        let preview = try await desk.post("/desk/bulk", [("action", "withdraw"), ("code", one), ("code", two)])
        #expect(preview.text.contains(one) && preview.text.contains(two))
        let workspace = test.site.intake.workspace
        #expect(try workspace.show(RegistrationCode(one)!).summary.row.state == .submitted, "a preview does nothing")
        let done = try await desk.post("/desk/bulk/run", [("action", "withdraw"), ("code", one), ("reason", "próba")])
        #expect(try workspace.show(RegistrationCode(one)!).summary.row.state == .withdrawn)
        #expect(try workspace.show(RegistrationCode(two)!).summary.row.state == .submitted)
        #expect(done.text.contains("value=\"reinstate\""))
        _ = try await desk.post("/desk/bulk/run", [("action", "reinstate"), ("code", one)])
        let row = try workspace.show(RegistrationCode(one)!)
        #expect(row.summary.row.state == .submitted && row.summary.participations.map(\.state) == [.applied])
    }

    @Test func anExportCarriesChosenColumnsAndIsNoted() async throws {
        let test = try TestSite()
        try await test.register("Anna Lis", "lis@example.org")
        let desk = try await DeskVisitor(test, as: .coordinator)
        let fields = [
            ("format", "csv"), ("column", "code"), ("column", "email"), ("purpose", "catering"), ("-action", "export"),
        ]
        let reply = try await desk.post("/desk/exports/proba", fields)
        #expect(reply.text.contains("lis@example.org") && !reply.text.contains("Lis"))
        let noted = try test.site.intake.workspace.journal(code: nil, limit: 1)
        #expect(noted.first?.action == .exported && noted.first?.details?.contains("catering") == true)
        _ = try await desk.post(
            "/desk/exports/proba",
            fields.filter { $0.0 != "-action" } + [("-action", "save"), ("name", "Catering")]
        )
        let page = try await desk.get("/desk/exports/proba?view=1").text
        #expect(page.contains("Catering") && page.contains("value=\"catering\""))
        #expect(try await desk.get("/desk/journal?event=proba").text.contains("wyeksportowano"))
        #expect(try await desk.post("/desk/journal/verify").text.contains("notice good"))
    }
}
