import Foundation
import Testing

/// Paper as it comes: piles out of a feeder, photographs in mails, pages that come apart.
@Suite("Scans", .serialized)
struct ScanTests {
    private func names(_ workspace: TestWorkspace) throws -> [String] {
        try workspace.run("nabor list --json").objects.compactMap { $0["name"] as? String }.sorted()
    }

    /// The findings of a registration, by code.
    private func findings(_ code: String, _ workspace: TestWorkspace) throws -> [String] {
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        return (shown?["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    }

    private func answer(_ field: String, of code: String, _ workspace: TestWorkspace) throws -> String? {
        let shown = try workspace.run("nabor show \(code) --json").objects.first
        let answers = shown?["answers"] as? [String: [String: Any]]
        return answers?[field]?["value"] as? String
    }

    private func codes(_ outcome: TestWorkspace.Outcome, _ kind: String) -> [String] {
        outcome.objects.filter { $0["outcome"] as? String == kind }.compactMap { $0["code"] as? String }
    }

    @Test(arguments: ["feeder.pdf", "turned.pdf"])
    func aPileOutOfAFeederIsSplit(file: String) throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes(file), to: file)
        let taken = try workspace.run("nabor intake \(file) --json")
        #expect(taken.objects.compactMap { $0["part"] as? String } == ["sheet[1]+sheet[2]", "sheet[3]+sheet[4]"])
        let made = codes(taken, "registered")
        try #require(made.count == 2, "\(taken.output) \(taken.errors)")
        #expect(try answer("name_latin", of: made[0], workspace) == "Łucja Ćwirko-Testowa")
        #expect(try answer("name_latin", of: made[1], workspace) == "Marek Przykładowy")
        #expect(try answer("phone", of: made[1], workspace) == "+48990000502")
        for code in made { #expect(try !findings(code, workspace).contains("scan.pageMissing")) }
        guard file == "feeder.pdf" else { return }
        let again = try workspace.run("nabor intake \(file) --json")
        #expect(codes(again, "known") == made)
        let apart = try workspace.run("nabor extract \(file) --event events/\(SheetFixture.event).yaml --json")
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

    @Test func filesOfAFolderAreFormsAndMissingPagesAreTold() throws {
        let workspace = try SheetFixture.workspace()
        for (file, name) in [("1", "a-1"), ("2", "a-2"), ("3", "b-1")] {
            try workspace.write(try SheetFixture.bytes(name + ".png"), to: "scans/\(file).png")
        }
        let taken = try workspace.run("nabor intake scans --json")
        let made = codes(taken, "registered")
        try #require(made.count == 2, "\(taken.output) \(taken.errors)")
        #expect(codes(taken, "known") == [made[0]])
        #expect(try answer("diet", of: made[0], workspace) == "bez orzechów")
        #expect(try findings(made[1], workspace).contains("scan.pageMissing"))
        let polish = try workspace.run("nabor review --language pl")
        #expect(polish.output.contains("Brakuje strony 2 formularza"), "\(polish.output)")
    }

    @Test func sheetsInDisorderAreAskedAboutAndAPersonSettlesThem() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("unclear.pdf"), to: "pile.pdf")
        let taken = try workspace.run("nabor intake pile.pdf --json")
        #expect(taken.exitCode == 2)
        #expect(taken.objects.first?["findings"] as? [String] == ["scan.sheetsUnclear"], "\(taken.output)")
        let asked = try workspace.run("nabor review")
        #expect(asked.output.contains("1: 1, 2: 1, 3: 2, 4: 2"), "\(asked.output)")
        #expect(try workspace.run("nabor review --split 1=1+1,2").exitCode == 1)
        let settled = try workspace.run("nabor review --split 1=1+4,2+3 --json")
        let made = codes(settled, "registered")
        try #require(made.count == 2, "\(settled.output) \(settled.errors)")
        #expect(try answer("diet", of: made[0], workspace) == "bez orzechów")
        #expect(try answer("diet", of: made[1], workspace) == "wegetariańska")
        #expect(try workspace.run("nabor review --json").objects.allSatisfy { $0["source"] == nil })
    }

    @Test func aPageThatCameAloneWaitsForItsRegistration() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("a-2.png"), to: "later/2.png")
        try workspace.write(try SheetFixture.bytes("a-1.png"), to: "first/1.png")
        let alone = try workspace.run("nabor intake later --json")
        #expect(alone.objects.first?["findings"] as? [String] == ["scan.pageAlone"], "\(alone.output) \(alone.errors)")
        let code = try #require(codes(try workspace.run("nabor intake first --json"), "registered").first)
        let joined = try workspace.run("nabor review --join 1=\(code)")
        #expect(joined.output.contains("added to \(code)"), "\(joined.output) \(joined.errors)")
        #expect(try answer("diet", of: code, workspace) == "bez orzechów")
        #expect(try names(workspace).count == 1)
    }

    @Test func cornersMarkedByAPersonMakeASheetReadable() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("no-code.jpg"), to: "no-code.jpg")
        let taken = try workspace.run("nabor intake no-code.jpg --json")
        #expect(taken.exitCode == 2)
        #expect(taken.objects.first?["outcome"] as? String == "needsPerson", "\(taken.output)")
        let page = try workspace.run("nabor review --html check --json")
        #expect(page.objects.first?["sheets"] as? Int == 1, "\(page.output) \(page.errors)")
        let html = try String(contentsOf: workspace.path("check/index.html"), encoding: .utf8)
        #expect(html.contains("sheets/1-1.png") && html.contains("--corners 1:1"))
        #expect(FileManager.default.fileExists(atPath: workspace.path("check/sheets/1-1.png").path))
        #expect(try workspace.run("nabor review --corners 1:1=1,2,3").exitCode == 64)
        let read = try workspace.run("nabor review --corners 1:1/1=5.4,3.2,94.6,3.2,94.6,96.8,5.4,96.8 --json")
        let code = try #require(codes(read, "registered").first, "\(read.output) \(read.errors)")
        #expect(try answer("name_latin", of: code, workspace) == "Łucja Ćwirko-Testowa")
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
        try workspace.write(try SheetFixture.bytes("feeder.pdf"), to: "pile/c.pdf")
        // Killed as soon as the sources are durable and the readers have begun.
        let killed = try workspace.run(
            """
            nabor intake pile --json & pid=$!
            for i in $(seq 200); do
              [ "$(find originals -type f 2>/dev/null | wc -l)" -ge 5 ] && break; sleep 0.05
            done
            sleep 0.3; kill -9 $pid; wait $pid; echo "killed $?" >&2
            """
        )
        #expect(killed.errors.contains("killed 137"), "\(killed.errors)")
        let before = try workspace.run("nabor list --json").objects.count
        #expect(before < 4, "it was done before it could be killed")
        let resumed = try workspace.run("nabor intake pile --json")
        #expect(resumed.exitCode == 2, "\(resumed.errors)")
        #expect(try names(workspace).count == 4, "\(resumed.output)")
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
        for number in 1...2 {
            try workspace.write(try SheetFixture.bytes("photo-\(number).jpg"), to: "pile/\(number).jpg")
        }
        try workspace.write(try SheetFixture.bytes("feeder.pdf"), to: "pile/3.pdf")
        let shown = try workspace.run("script -qec 'nabor intake pile' /dev/null")
        #expect(shown.output.contains("Taking in  ━"), "\(shown.output)")
        #expect(shown.output.contains(" left"), "\(shown.output)")
        let piped = try workspace.run("nabor intake pile")
        #expect(!(piped.output + piped.errors).contains("━"))
    }
}
