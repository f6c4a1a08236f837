import Desk
import FormModel
import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// A photograph whose code is covered: somebody at the desk marks its corners, and the page is read.
@Suite struct CornerPageTests {
    private static let fixtures = TestSite.shareFolder + "/Tests/Fixtures/sheets"
    /// The reader programs are built with the whole package only.
    private static let hasReaders: Bool = {
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        return ["nabor-reader", "nabor-page-reader"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent($0).path)
        }
    }()

    /// A site with the event of the sheets, its printed form and one sheet that could not be read.
    private func site() throws -> TestSite {
        let slug = "porozmawiajmy-o-integracji"
        let path = TestSite.shareFolder + "/samples/events/\(slug).yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        .filter { !$0.hasPrefix("blanks:") && !$0.contains("{file: logos/") && $0 != "  logos:" }
        let test = try TestSite(event: yaml.joined(separator: "\n"))
        let forms = test.folder + "/forms/\(slug)"
        try FileManager.default.createDirectory(atPath: forms, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.fixtures) where name.hasSuffix(".json") {
            try FileManager.default.copyItem(atPath: Self.fixtures + "/" + name, toPath: forms + "/" + name)
        }
        let request = IntakeRequest(paths: [Self.fixtures + "/no-code.jpg"])
        _ = try test.site.intake.workspace.intake(request) { _ in }
        return test
    }

    @Test(.enabled(if: hasReaders)) func cornersMarkedByClicksMakeASheetReadable() async throws {
        let test = try site()
        let desk = try await DeskVisitor(test, as: .coordinator)
        let address = "/desk/sources/1/corners"
        #expect(try await desk.get("/desk/review").text.contains("href=\"\(address)\""))
        let picture = try await desk.get(address + "/picture?sheet=1")
        #expect(picture.headers[.contentType] == "image/png" && picture.body.count > 10_000)
        let size = try #require(Self.size(picture.body))
        var page = try await desk.get(address)
        for corner in [(0.054, 0.032), (0.946, 0.032), (0.946, 0.968), (0.054, 0.968)] {
            #expect(
                page.text.contains("type=\"image\"") && !page.text.contains("method=\"post\" action=\"\(address)\"")
            )
            page = try await click(page, corner.0, corner.1 * Double(size.height) / Double(size.width), desk, address)
            let near = SheetCorners.Point(corner.0, corner.1)
            let closeUp = SheetPicture.CloseUp(near, width: size.width, height: size.height)
            let shares = closeUp.shares(of: near)
            page = try await click(page, shares.x, shares.y, desk, address)
        }
        #expect(page.text.contains("<polygon") && page.text.contains("W9PS565W/1"))
        let at = try #require(page.hidden("at"))
        let read = try await desk.post(address, [("sheet", "1"), ("at", at), ("form", "W9PS565W/1")])
        #expect(read.status == .seeOther)
        let target = try #require(read.headers[.location])
        #expect(target.hasPrefix("/desk/review/"), "\(target)")
        let shown = try await desk.get("/desk/registrations/" + target.dropFirst("/desk/review/".count))
        #expect(shown.text.contains("Łucja Ćwirko-Testowa"))
        #expect(try await desk.get(address).status == .notFound, "nothing waits any more")
    }

    @Test(.enabled(if: hasReaders)) func cornersThatMakeNoPageAreAskedForAnew() async throws {
        let test = try site()
        let desk = try await DeskVisitor(test, as: .coordinator)
        let address = "/desk/sources/1/corners"
        let wrong = try await desk.get(address + "?sheet=1&at=9500,300-500,300-500,9700-9500,9700").text
        #expect(wrong.contains(CornerText.noPage.text(.polish)) && !wrong.contains("<polygon"))
        #expect(try await desk.post(address, [("sheet", "1"), ("at", "1,1")]).status == .badRequest)
        #expect(try await desk.get(address + "?sheet=7").status == .notFound)
        #expect(try await desk.get("/desk/sources/2/corners").status == .notFound)
    }

    /// A click at shares of the picture as it is shown 320 wide.
    private func click(
        _ page: WebReply,
        _ x: Double,
        _ y: Double,
        _ desk: DeskVisitor,
        _ address: String
    ) async throws -> WebReply {
        var query = "sheet=\(page.hidden("sheet") ?? "")&at=\(page.hidden("at") ?? "")&width=320"
        if let near = page.hidden("near") { query += "&near=\(near)" }
        return try await desk.get("\(address)?\(query)&spot.x=\(x * 320)&spot.y=\(y * 320)")
    }

    /// Width and height as the picture's first chunk has them (PNG, section 11.2.2).
    private static func size(_ png: [UInt8]) -> (width: Int, height: Int)? {
        guard png.count > 24 else { return nil }
        func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }
}
