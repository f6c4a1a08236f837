import Foundation
import Testing

@Suite struct HouseTests {
    @Test func noSourceFileGrowsPastFourHundredLines() {
        for (path, text) in SourceTree.swiftFiles(below: "Sources") {
            let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(count <= 401, "\(path) has \(count) lines; is it still one thing?")
        }
    }

    @Test func nothingIsLeftOpenInTheCode() {
        for (path, text) in SourceTree.swiftFiles(below: "Sources") {
            for word in ["TODO", "FIXME", "fatalError(\"", "not implemented"] where text.contains(word) {
                Issue.record("\(path) contains \(word)")
            }
        }
    }

    @Test func noFileIsCalledAfterNothing() {
        for (path, _) in SourceTree.swiftFiles(below: "Sources") {
            let name = path.split(separator: "/").last ?? ""
            for word in ["Utils", "Helper", "Manager", "Misc"] where name.contains(word) {
                Issue.record("\(path): a name that says nothing")
            }
        }
    }

    /// Foundation's XML resolves external entities by default; libxml2 is told not to.
    @Test func foundationsXMLIsNotUsed() {
        for (path, text) in SourceTree.swiftFiles(below: "Sources") {
            #expect(!text.contains("FoundationXML") && !text.contains("XMLDocument("), "\(path)")
        }
    }

    @Test(arguments: [
        "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/event-file.md",
        "docs/expressions.md", "docs/selection-rules.md", "docs/findings.md", "docs/threat-model.md", "docs/cli.md",
        "docs/nabor.1", "docs/guide.pl.md", "docs/guide.en.md", "docs/template-values.md", "docs/templates.md",
    ])
    func documentsAreThere(path: String) throws {
        #expect(try SourceTree.text(path).count > 200)
    }

    @Test func everyLinkBetweenDocumentsLeadsSomewhere() throws {
        let guides = try SourceTree.names(in: "docs").filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
        let decisions = try SourceTree.names(in: "docs/decisions").map { "docs/decisions/" + $0 }
        for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] + guides + decisions {
            let folder = SourceTree.root.appendingPathComponent(document).deletingLastPathComponent()
            for link in try SourceTree.text(document).matches(of: /\]\(([^)#:\s]+)(#[^)]*)?\)/) {
                let target = folder.appendingPathComponent(String(link.1)).path
                #expect(FileManager.default.fileExists(atPath: target), "\(document) links to \(link.1)")
            }
        }
    }
}
