import Documents
import Foundation
import OfficePackage
import Testing

/// Cases with their expected text, most of them equal to what docxtpl makes of the same template.
///
/// `expected` is what Nabór makes, `compatible` what it makes in docxtpl's ways where that differs; `docxtpl` and
/// `difference` say where docxtpl itself differs and why. `Benchmarks/documents/oracle.py` runs docxtpl over them.
struct ConformanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let value: DataValue
        var name: String { value["name"]?.text ?? "" }
        var testDescription: String { name }

        var file: WordFile {
            var file = WordFile(value["body"]?.elements ?? [])
            file.header = value["header"]?.elements ?? []
            file.footer = value["footer"]?.elements ?? []
            file.footnote = value["footnote"]?.elements ?? []
            file.endnote = value["endnote"]?.elements ?? []
            file.comment = value["comment"]?.elements ?? []
            file.title = value["title"]?.text ?? ""
            return file
        }
    }

    static let cases: [Case] = {
        guard let bytes = try? Fixtures.bytes("conformance.json"), let all = try? DataReader.records(bytes) else {
            return []
        }
        return all.map(Case.init)
    }()

    @Test func thereAreCases() throws {
        #expect(Self.cases.count >= 120)
        #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
        // For `Benchmarks/documents/oracle.py`, which runs docxtpl over the same templates.
        guard let folder = ProcessInfo.processInfo.environment["DOCUMENTS_CASES"] else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for testCase in Self.cases {
            try Data(testCase.file.bytes()).write(to: URL(fileURLWithPath: "\(folder)/\(testCase.name).docx"))
        }
    }

    @Test(arguments: cases.filter { $0.value["expected"] != nil }) func text(_ testCase: Case) throws {
        let text = try rendered(testCase.file, testCase.value["data"] ?? [:])
        try compare(text, testCase.value["expected"])
        if let title = testCase.value["expectedTitle"]?.text {
            #expect(try text.part("docProps/core.xml").contains("<dc:title>\(title)</dc:title>"))
        }
    }

    @Test(arguments: cases) func textInCompatibility(_ testCase: Case) throws {
        let text = try rendered(testCase.file, testCase.value["data"] ?? [:], TemplateOptions(isCompatible: true))
        try compare(text, testCase.value["compatible"] ?? testCase.value["expected"])
    }

    private func compare(_ text: WordText, _ expected: DataValue?) throws {
        for part in ["document", "header1", "footer1", "footnotes1", "endnotes1", "comments1"] {
            let wanted = expected?[part]?.elements?.compactMap(\.text) ?? []
            #expect(try text.blocks("word/\(part).xml") == wanted)
        }
    }
}
