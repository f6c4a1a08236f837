import Foundation
import Testing

/// The page and the list by which a person settles what was read on paper.
@Suite("Review", .serialized)
struct ReviewPageTests {
    private func made(_ outcome: TestWorkspace.Outcome) -> [String] {
        outcome.objects.filter { $0["outcome"] as? String == "registered" }.compactMap { $0["code"] as? String }
    }

    private func exists(_ name: String, _ workspace: TestWorkspace) -> Bool {
        FileManager.default.fileExists(atPath: workspace.path(name).path)
    }

    private func page(_ workspace: TestWorkspace) throws -> String {
        #expect(try workspace.run("nabor review --html check --json").exitCode == 2)
        return try String(contentsOf: workspace.path("check/index.html"), encoding: .utf8)
    }

    /// The part of the page about one registration.
    private func section(_ code: String, _ html: String) throws -> Substring {
        let start = try #require(html.range(of: "<section id=\"\(code)\""))
        let end = html.range(of: "</section>", range: start.upperBound..<html.endIndex)
        return html[start.lowerBound..<(end?.lowerBound ?? html.endIndex)]
    }

    @Test func ofAPileEverybodysOwnSheetsAreShownAndNobodyElses() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("feeder.pdf"), to: "pile.pdf")
        let codes = made(try workspace.run("nabor intake pile.pdf --json"))
        try #require(codes.count == 2)
        let html = try page(workspace)
        #expect(!exists("check/originals", workspace), "the pile holds other people's forms")
        let second = try section(codes[1], html)
        let words = second.matches(of: #/<b>(sheet \d)</b> <span>(page \d) of the form/#).map { "\($0.1), \($0.2)" }
        let expected = ["sheet 3, page 1", "sheet 4, page 2"]
        #expect(words == expected, "\(second)")
        #expect(
            exists("check/sheets/\(codes[1])-1.png", workspace) && exists("check/sheets/\(codes[1])-2.png", workspace)
        )
        // The address stands on the form's second page.
        #expect(second.contains("-2.png\">sheet 4, page 2 of the form</a>"), "\(second)")
        #expect(!html.contains("field["), "a path for programs on a page for people")
    }

    @Test func ofPhotographsInSeveralFilesEachIsShown() throws {
        let workspace = try SheetFixture.workspace()
        for number in 1...2 {
            try workspace.write(try SheetFixture.bytes("photo-\(number).jpg"), to: "pictures/IMG_\(number).jpg")
        }
        let code = try #require(made(try workspace.run("nabor intake pictures --json")).first)
        let section = try section(code, try page(workspace))
        #expect(section.contains("<b>IMG_1.jpg</b> <span>page 1 of the form"), "\(section)")
        #expect(section.contains("-2.png\">IMG_2.jpg, page 2 of the form</a>"), "\(section)")
    }

    @Test func sheetsThatNobodyKnowsAreShownWithTheirNumbersAndTheCommand() throws {
        let workspace = try SheetFixture.workspace()
        try workspace.write(try SheetFixture.bytes("unclear.pdf"), to: "pile.pdf")
        try workspace.write(try SheetFixture.bytes("a-2.png"), to: "later/2.png")
        #expect(try workspace.run("nabor intake pile.pdf --json").exitCode == 2)
        #expect(try workspace.run("nabor intake later --json").exitCode == 2)
        let html = try page(workspace)
        for sheet in 1...4 {
            #expect(html.contains("<b>sheet \(sheet)</b>") && exists("check/sheets/1-\(sheet).png", workspace))
        }
        #expect(html.contains("<code>nabor review --split 1="), "\(html)")
        #expect(html.contains("<code>nabor review --join 2=CODE</code>") && exists("check/sheets/2-1.png", workspace))
    }

    /// What was misread is typed from the picture; a line to copy must not approve it.
    @Test func handwritingIsOfferedForTypingAndNotForConfirmation() throws {
        let workspace = try SheetFixture.workspace()
        for number in 1...2 { try workspace.write(try SheetFixture.bytes("h-\(number).png"), to: "hand/\(number).png") }
        let code = try #require(made(try workspace.run("nabor intake hand --json")).first)
        let listed = try workspace.run("nabor review").output
        let typed = try #require(
            listed.split(separator: "\n").first { $0.contains("nabor edit \(code) ") && $0.contains("=") }
        )
        #expect(typed.contains("name_latin=\"…\"") && typed.contains("organisation=\"…\""), "\(listed)")
        for line in listed.split(separator: "\n") where line.contains("--confirm") {
            #expect(!line.contains("name_latin"), "\(line)")
        }
        #expect(listed.contains("handwriting"), "the reason stands beside the figure: \(listed)")
        let html = try page(workspace)
        for line in html.split(separator: "\n") where line.contains("--confirm") {
            #expect(!line.contains("name_latin"))
        }
        #expect(
            html.contains("<svg role=\"img\"") && html.contains("class=\"cut\" href=\"crops/\(code)-name_latin.png\"")
        )
    }
}
