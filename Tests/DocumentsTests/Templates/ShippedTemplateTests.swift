import Documents
import Foundation
import Testing

/// The templates that Nabór brings along have no faults.
struct ShippedTemplateTests {
    static let files: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("templates").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".docx") }.sorted().map { folder + "/" + $0 }
    }()

    @Test(arguments: files) func templateCompiles(_ path: String) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let template = try Template(bytes: bytes, options: TemplateOptions(keepsOneLetterWords: true))
        #expect(template.variables.names.isEmpty == false)
    }
}
