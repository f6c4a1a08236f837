import Documents
import Foundation
import OfficePackage
import Testing

/// Another program opens what we write and reads the same text in it.
struct LibreOfficeTests {
    static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first(
        where: FileManager.default.isExecutableFile
    )

    @Test(.enabled(if: program != nil), .timeLimit(.minutes(4)))
    func conformanceCasesReadTheSame() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nabor-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var expected: [String: String] = [:]
        for (number, testCase) in ConformanceTests.cases.enumerated() where testCase.value["expected"] != nil {
            let document = try Template(bytes: testCase.file.bytes()).render(testCase.value["data"] ?? [:])
            let text = try WordText(document.bytes)
            // LibreOffice writes no text of frames when it exports plain text.
            guard try !text.part("word/document.xml").contains("txbxContent") else { continue }
            let name = "case\(number)"
            try Data(document.bytes).write(to: folder.appendingPathComponent(name + ".docx"))
            expected[name] = Self.flat(text)
        }
        try convert(expected.keys.sorted().map { folder.appendingPathComponent($0 + ".docx").path }, into: folder)
        for (name, text) in expected {
            let data = try Data(contentsOf: folder.appendingPathComponent(name + ".txt"))
            let read = String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: "").replacing(
                "\u{C}",
                with: ""
            )
            #expect(Self.words(read) == Self.words(text), "\(name)")
        }
    }

    private func convert(_ files: [String], into folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program ?? "")
        process.arguments =
            [
                "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to",
                "txt:Text (encoded):UTF8",
            ]
            + ["--outdir", folder.path] + files
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// All text of the body, tables cell by cell.
    private static func flat(_ text: WordText) -> String {
        ((try? text.lines()) ?? []).joined(separator: "\n")
    }

    /// Blanks and line ends differ between the two ways of writing text down; the words and their order do not.
    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
