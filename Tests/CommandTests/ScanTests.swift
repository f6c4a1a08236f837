import Foundation
import Testing

/// Paper as it comes: piles out of a feeder, photographs in mails, pages that come apart.
@Suite("Scans", .serialized)
struct ScanTests {
    private func names(_ workspace: TestWorkspace) throws -> [String] {
        try workspace.run("nabor list --json").objects.compactMap { $0["name"] as? String }.sorted()
    }

    private static func name(_ registration: [String: Any]) -> String { registration["name"] as? String ?? "" }

    /// The findings of a registration, by code.
    private func findings(_ code: String, _ workspace: TestWorkspace) throws -> [String] {
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        return (shown?["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    }

    private func answers(_ code: String, _ workspace: TestWorkspace) throws -> [String: [String: Any]] {
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        return shown?["answers"] as? [String: [String: Any]] ?? [:]
    }

    private func answer(_ field: String, of code: String, _ workspace: TestWorkspace) throws -> String? {
        try answers(code, workspace)[field]?["value"] as? String
    }

    /// What speaks for an answer.
    private func evidence(_ field: String, of code: String, _ workspace: TestWorkspace) throws -> [String] {
        let evidence = try answers(code, workspace)[field]?["evidence"] as? [[String: Any]] ?? []
        return evidence.compactMap { $0["kind"] as? String }
    }

    /// The fields of a registration that a person has to look at.
    private func doubtful(_ code: String, _ workspace: TestWorkspace) throws -> Set<String> {
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        return Set(shown?["needsReview"] as? [String] ?? [])
    }

    private func codes(_ outcome: TestWorkspace.Outcome, _ kind: String) -> [String] {
        outcome.objects.filter { $0["outcome"] as? String == kind }.compactMap { $0["code"] as? String }
    }

    @Test func aPileOutOfAFeederIsSplit() throws {
        let workspace = try SheetFixture.workspace()
        let file = "feeder.pdf"
        try workspace.write(try SheetFixture.bytes(file), to: file)
        let taken = try workspace.run("nabor intake \(file) --json")
        #expect(taken.objects.compactMap { $0["part"] as? String } == ["sheet[1]+sheet[2]", "sheet[3]+sheet[4]"])
        let made = codes(taken, "registered")
        try #require(made.count == 2, "\(taken.output) \(taken.errors)")
        #expect(try answer("name_latin", of: made[0], workspace) == "Łucja Ćwirko-Testowa")
        #expect(try answer("name_latin", of: made[1], workspace) == "Marek Przykładowy")
        #expect(try answer("phone", of: made[1], workspace) == "+48990000502")
        #expect(try doubtful(made[0], workspace) == ["email"])
        for code in made { #expect(try !findings(code, workspace).contains("scan.pageMissing")) }
        let again = try workspace.run("nabor intake \(file) --json")
        #expect(codes(again, "known") == made)
        // Without a workspace there is no map of old prints: only of the form as it is now.
        let now = "samples/paper/porozmawiajmy-o-integracji-kartki.pdf"
        let apart = try workspace.run("nabor extract \(now) --event events/\(SheetFixture.event).yaml --json")
        #expect(apart.objects.count == 2, "\(apart.output) \(apart.errors)")
    }

    @Test func photographsInOneMailAreOneForm() throws {
        let workspace = try SheetFixture.workspace()
        let sender = "lucja.cwirko@example.org"
        try workspace.write(
            try SheetFixture.mail(["photo-1.jpg", "photo-2.jpg"], number: 1, from: sender),
            to: "1.eml"
        )
        let taken = try workspace.run("nabor intake 1.eml --json")
        let code = try #require(codes(taken, "registered").first, "\(taken.output) \(taken.errors)")
        #expect(taken.objects.count == 1)
        #expect(taken.objects.first?["part"] as? String == "part[1]+part[2]")
        #expect(try answer("organisation", of: code, workspace) == "Fundacja Próbna")
        #expect(try answer("phone", of: code, workspace) == "+48990000501")
        #expect(try findings(code, workspace).allSatisfy { !$0.hasPrefix("scan.") })
        // The address that the mail came from bears out the one on paper.
        #expect(try evidence("email", of: code, workspace).contains("sender"))
        #expect(try !doubtful(code, workspace).contains("email"))
    }

    /// The second page may come before the first one.
    @Test(arguments: [["a-1.png", "a-2.png"], ["a-2.png", "a-1.png"]])
    func pagesInTwoMailsOfOneSenderAreOneForm(order: [String]) throws {
        let workspace = try SheetFixture.workspace()
        let sender = "lucja.cwirko@example.org"
        for (number, name) in order.enumerated() {
            try workspace.write(try SheetFixture.mail([name], number: number, from: sender), to: "\(number).eml")
        }
        // Somebody else's form lacks the same page.
        try workspace.write(try SheetFixture.mail(["b-1.png"], number: 7, from: "b@example.org"), to: "7.eml")
        let first = try workspace.run("nabor intake 7.eml 0.eml --json")
        let second = try workspace.run("nabor intake 1.eml --json")
        let joined = (first.objects + second.objects).filter { $0["outcome"] as? String != "needsPerson" }
        let code = try #require(joined.last?["code"] as? String, "\(first.output) \(second.output)")
        #expect(try names(workspace) == ["Marek Przykładowy", "Łucja Ćwirko-Testowa"])
        #expect(try answer("name_latin", of: code, workspace) == "Łucja Ćwirko-Testowa")
        #expect(try answer("diet", of: code, workspace) == "bez orzechów")
        #expect(try !findings(code, workspace).contains("scan.pageMissing"))
        #expect(try workspace.run("nabor journal verify").exitCode == 0)
        let waiting = try workspace.run("nabor review --json").objects.filter { $0["source"] != nil }
        #expect(waiting.isEmpty, "\(waiting)")
    }

    /// The same by mail: beside a sheet that could not be read, nobody's page joins anybody's form, and none is lost.
    @Test func aPageBesideAnUnreadOneIsAskedAbout() throws {
        let workspace = try SheetFixture.workspace()
        let sender = "lucja.cwirko@example.org"
        try workspace.write(try SheetFixture.mail(["a-1.png"], number: 1, from: sender), to: "1.eml")
        try workspace.write(try SheetFixture.mail(["cat.jpg", "b-2.png"], number: 2, from: sender), to: "2.eml")
        let taken = try workspace.run("nabor intake 1.eml 2.eml --json")
        let code = try #require(codes(taken, "registered").first, "\(taken.output) \(taken.errors)")
        #expect(codes(taken, "known").isEmpty)
        #expect(try findings(code, workspace).contains("scan.pageMissing"))
        let waiting = try workspace.run("nabor review --json").objects.filter { $0["source"] != nil }
        let found = waiting.first?["findings"] as? [String] ?? []
        #expect(Set(found) == ["scan.pageAlone", "source.notYetReadable"], "\(waiting)")
    }

    @Test func filesOfAFolderAreFormsAndMissingPagesAreTold() throws {
        let workspace = try SheetFixture.workspace()
        // The fourth is a first page that nobody can read, perhaps that of the fifth.
        for (file, name) in [("1", "a-1.png"), ("2", "a-2.png"), ("3", "b-1.png"), ("4", "cat.jpg"), ("5", "h-2.png")] {
            try workspace.write(try SheetFixture.bytes(name), to: "scans/\(file)\(name.suffix(4))")
        }
        let taken = try workspace.run("nabor intake scans")
        // What is missing is told when everything has come.
        #expect(taken.output.components(separatedBy: "Page 2 of the form is missing").count == 2, "\(taken.output)")
        #expect(taken.output.contains(/added to a registration +1\n/) && !taken.output.contains("known already"))
        let made = try workspace.run("nabor list --json").objects.sorted { Self.name($0) > Self.name($1) }
            .compactMap { $0["code"] as? String }
        try #require(made.count == 2, "\(taken.output) \(taken.errors)")
        #expect(try answer("diet", of: made[0], workspace) == "bez orzechów")
        #expect(try findings(made[1], workspace).contains("scan.pageMissing"))
        let waiting = try workspace.run("nabor review --json").objects.filter { $0["source"] != nil }
        #expect(waiting.map { $0["findings"] as? [String] } == [["source.notYetReadable"], ["scan.pageAlone"]])
        let polish = try workspace.run("nabor review --language pl")
        #expect(polish.output.contains("Brakuje strony 2 formularza"), "\(polish.output)")
    }

    /// One and the same pile by the event's own thresholds, beside people who registered before.
    @Test func theEventSaysWhatIsAcceptedAndEarlierFormsBearAddressesOut() throws {
        let workspace = try SheetFixture.workspace()
        let file = "events/\(SheetFixture.event).yaml"
        let event = try String(contentsOf: workspace.path(file), encoding: .utf8)
        try workspace.write(Data((event + "\nacceptance: {text: 100}\n").utf8), to: file)
        let earlier = [("Łucja Ćwirko-Testowa", "lucja.cwirko"), ("Marek Przykładowy", "marek.p")].map {
            name,
            mailbox in
            """
            {"event":"\(SheetFixture.event)","form":"main","channel":"web","received":"2023-11-15T10:00:00+01:00",\
            "submission_id":"\(mailbox)","name_latin":"\(name)","email":"\(mailbox)@example.org"}
            """
        }
        try workspace.write(Data((earlier.joined(separator: "\n") + "\n").utf8), to: "web.jsonl")
        #expect(codes(try workspace.run("nabor intake web.jsonl --json"), "registered").count == 2)
        // An office sends them: its address bears out nobody's.
        for (number, person) in ["a", "b"].enumerated() {
            let mail = try SheetFixture.mail(
                ["\(person)-1.png", "\(person)-2.png"],
                number: number,
                from: "b@example.org"
            )
            try workspace.write(mail, to: "\(number).eml")
        }
        let taken = try workspace.run("nabor intake 0.eml 1.eml --json")
        let made = codes(taken, "registered")
        try #require(made.count == 2, "\(taken.output) \(taken.errors)")
        // Text always goes to a person, as the event asks; numbers and marks that were read as surely do not.
        #expect(try doubtful(made[0], workspace) == ["diet", "municipality", "organisation", "role"])
        #expect(try evidence("email", of: made[0], workspace) == ["otherForm", "ocr"])
        // A namesake with another address is no second source.
        #expect(try doubtful(made[1], workspace) == ["diet", "email", "municipality", "organisation", "role"])
        #expect(try evidence("email", of: made[1], workspace) == ["ocr"])
    }

    @Test func sheetsInDisorderAreAskedAboutAndAPersonSettlesThem() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("unclear.pdf"), to: "pile.pdf")
        let taken = try workspace.run("nabor intake pile.pdf --json")
        #expect(taken.exitCode == 2)
        #expect(taken.objects.first?["findings"] as? [String] == ["scan.sheetsUnclear"], "\(taken.output)")
        let asked = try workspace.run("nabor review")
        #expect(asked.output.contains("1: 1, 2: 1, 3: 2, 4: 2"), "\(asked.output)")
        #expect(asked.output.contains("nabor review --split 1=1+3,2+4"), "\(asked.output)")
        for wrong in ["1+1,2", "1+7"] {
            #expect(try workspace.run("nabor review --split 1=\(wrong)").exitCode == 1, "\(wrong)")
        }
        // Whoever is named is registered; the sheets that nobody named wait on.
        let first = try workspace.run("nabor review --split 1=1+4 --json")
        let one = try #require(codes(first, "registered").first, "\(first.output) \(first.errors)")
        #expect(try answer("diet", of: one, workspace) == "bez orzechów")
        #expect(try workspace.run("nabor review").output.contains("nabor review --split 1=2+3"))
        let settled = try workspace.run("nabor review --split 1=2+3 --json")
        let other = try #require(codes(settled, "registered").first, "\(settled.output) \(settled.errors)")
        #expect(try answer("diet", of: other, workspace) == "wegetariańska")
        #expect(try names(workspace).count == 2)
        #expect(try workspace.run("nabor review --json").objects.allSatisfy { $0["source"] == nil })
    }

    @Test func aPageThatCameAloneWaitsForItsRegistration() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("h-2.png"), to: "later/2.png")
        try workspace.write(try SheetFixture.bytes("a-1.png"), to: "first/1.png")
        let alone = try workspace.run("nabor intake later --json")
        #expect(alone.objects.first?["findings"] as? [String] == ["scan.pageAlone"], "\(alone.output) \(alone.errors)")
        let code = try #require(codes(try workspace.run("nabor intake first --json"), "registered").first)
        let joined = try workspace.run("nabor review --join 1=\(code)")
        #expect(joined.output.contains("added to \(code)"), "\(joined.output) \(joined.errors)")
        #expect(try names(workspace).count == 1)
        // Pictures that were lost are made again, those of the page that came later as well.
        #expect(try doubtful(code, workspace) == ["diet", "email", "phone"])
        let places = ["diet", "email"].map { workspace.path("evidence/\(code)/\($0).png") }
        let kept = try places.map { try Data(contentsOf: $0) }
        for place in places { try FileManager.default.removeItem(at: place) }
        #expect(try workspace.run("nabor review --html check --json").exitCode == 2)
        for (place, picture) in zip(places, kept) { #expect(try Data(contentsOf: place) == picture) }
    }

    /// A page that is there already is never taken in silently: the same once more is told, another one is refused.
    @Test func aPageThatIsThereAlreadyIsToldOrRefused() throws {
        let workspace = try SheetFixture.workspace()
        for name in ["a-1", "a-2"] {
            try workspace.write(try SheetFixture.bytes(name + ".png"), to: "form/\(name).png")
        }
        let code = try #require(codes(try workspace.run("nabor intake form --json"), "registered").first)
        // What stands behind a picture's end is no part of it.
        try workspace.write(try SheetFixture.bytes("a-2.png") + Data("again".utf8), to: "again/2.png")
        try workspace.write(try SheetFixture.bytes("b-2.png"), to: "other/2.png")
        #expect(try workspace.run("nabor intake again other --json").objects.count == 2)
        let refused = try workspace.run("nabor review --join 4=\(code)")
        #expect(refused.exitCode == 1)
        #expect(refused.errors.contains("page 2 already") && refused.errors.contains("diet"), "\(refused.errors)")
        let listed = try workspace.run("nabor review")
        #expect(listed.output.contains("nabor review --join 4=CODE"), "\(listed.output)")
        #expect(try !findings(code, workspace).contains("scan.pageTwice"))
        #expect(try workspace.run("nabor review --join 3=\(code)").output.contains("known already \(code)"))
        #expect(try findings(code, workspace).contains("scan.pageTwice"))
        #expect(try answer("diet", of: code, workspace) == "bez orzechów")
        let waiting = try workspace.run("nabor review --json").objects.compactMap { $0["source"] as? Int }
        #expect(waiting == [4])
    }

    @Test func cornersMarkedByAPersonMakeASheetReadable() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("no-code.jpg"), to: "no-code.jpg")
        try workspace.write(try SheetFixture.bytes("b-2.png"), to: "stranger.png")
        let taken = try workspace.run("nabor intake no-code.jpg --json")
        let later = "NABOR_NOW=2024-02-02T12:00:00+01:00 nabor intake stranger.png --json"
        #expect(try workspace.run(later).objects.first?["findings"] as? [String] == ["scan.pageAlone"])
        #expect(taken.exitCode == 2)
        #expect(taken.objects.first?["outcome"] as? String == "needsPerson", "\(taken.output)")
        let page = try workspace.run("nabor review --html check --json")
        // The stranger's page, which waits for its registration, is shown as well.
        #expect(page.objects.first?["sheets"] as? Int == 2, "\(page.output) \(page.errors)")
        let html = try String(contentsOf: workspace.path("check/index.html"), encoding: .utf8)
        #expect(html.contains("sheets/1-1.png"))
        let command = "nabor review --corners 1:1/PAGE=x,y,x,y,x,y,x,y --map \(SheetFixture.version)"
        #expect(html.contains("<code>\(command)</code>"))
        #expect(FileManager.default.fileExists(atPath: workspace.path("check/sheets/1-1.png").path))
        #expect(try workspace.run("nabor review --corners 1:1=1,2,3").exitCode == 64)
        // The version as it stands in the foot of the print.
        let version = SheetFixture.version.prefix(4) + "-" + SheetFixture.version.dropFirst(4)
        let corners = "1:1/1=5.4,3.2,94.6,3.2,94.6,96.8,5.4,96.8"
        let read = try workspace.run("nabor review --corners \(corners) --map \(version) --json")
        let code = try #require(codes(read, "registered").first, "\(read.output) \(read.errors)")
        #expect(try answer("name_latin", of: code, workspace) == "Łucja Ćwirko-Testowa")
        // Somebody's page of another day stays what it is: nobody's.
        #expect(codes(read, "known").isEmpty, "\(read.output)")
        #expect(try findings(code, workspace).contains("scan.pageMissing"))
    }

    @Test func handwritingIsShownAndNeverAccepted() throws {
        let workspace = try SheetFixture.workspace()
        for number in 1...2 { try workspace.write(try SheetFixture.bytes("h-\(number).png"), to: "hand/\(number).png") }
        let taken = try workspace.run("nabor intake hand --json")
        let code = try #require(codes(taken, "registered").first, "\(taken.output) \(taken.errors)")
        let row = try #require(try workspace.run("nabor list --json").objects.first)
        #expect(row["state"] as? String == "needsReview")
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        let answers = try #require(shown?["answers"] as? [String: [String: Any]])
        for field in ["name_latin", "organisation", "issue_for_diagnosis", "diet"] {
            let crop = workspace.path("evidence/\(code)/\(field).png")
            #expect(FileManager.default.fileExists(atPath: crop.path), "no crop of \(field)")
            let confidence = answers[field]?["confidence"] as? Double ?? 0
            #expect(confidence < 0.8, "\(field) would be accepted")
        }
        let listed = try workspace.run("nabor review").output
        let percents = listed.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first.flatMap { $0.hasSuffix("%") ? Int($0.dropLast()) : nil }
        }
        #expect(percents.count >= 4 && percents == percents.sorted(), "the least sure first: \(listed)")
        // Pictures that were lost are made again from the original, by the page for checking as well.
        try FileManager.default.removeItem(at: workspace.path("evidence"))
        #expect(try workspace.run("nabor review --html check --json").exitCode == 2)
        let picture = try Data(contentsOf: workspace.path("check/crops/\(code)-name_latin.png"))
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count < 300_000)
        #expect(FileManager.default.fileExists(atPath: workspace.path("evidence/\(code)/organisation.png").path))
    }

    /// Sheets are worked on side by side; killed at any moment, the work goes on where it was.
    @Test func anIntakeThatWasKilledGoesOn() throws {
        let workspace = try SheetFixture.workspace()
        for person in ["a", "b"] {
            for number in 1...2 {
                try workspace.write(
                    try SheetFixture.bytes("\(person)-\(number).png"),
                    to: "pile/\(person)\(number).png"
                )
            }
        }
        // Killed as soon as the sources are durable and the readers have begun.
        let killed = try workspace.run(
            """
            nabor intake pile --json & pid=$!
            for i in $(seq 200); do
              [ "$(find originals -type f 2>/dev/null | wc -l)" -ge 4 ] && break; sleep 0.05
            done
            sleep 0.3; kill -9 $pid; wait $pid; echo "killed $?" >&2
            """
        )
        #expect(killed.errors.contains("killed 137"), "\(killed.errors)")
        let before = try workspace.run("nabor list --json").objects.count
        #expect(before < 2, "it was done before it could be killed")
        let resumed = try workspace.run("nabor intake pile --json")
        #expect(resumed.exitCode == 2, "\(resumed.errors)")
        #expect(try names(workspace).count == 2, "\(resumed.output)")
        #expect(try workspace.run("nabor journal verify").exitCode == 0)
    }

    /// Some containers have no pseudo-terminals.
    private static let hasTerminals: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "script -qec true /dev/null > /dev/null 2>&1"]
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(.enabled(if: hasTerminals)) func aTerminalShowsHowFarItIsAndHowLongTheRestTakes() throws {
        let workspace = try SheetFixture.workspace()
        for name in ["a-1.png", "a-2.png", "feeder.pdf"] {
            try workspace.write(try SheetFixture.bytes(name), to: "pile/\(name)")
        }
        let shown = try workspace.run("script -qec 'nabor intake pile' /dev/null")
        #expect(shown.output.contains("Taking in  ─") && shown.output.contains("Taking in  ━"), "\(shown.output)")
        #expect(shown.output.contains(" left"), "\(shown.output)")
        let piped = try workspace.run("nabor intake pile")
        #expect(!(piped.output + piped.errors).contains("━"))
    }
}
