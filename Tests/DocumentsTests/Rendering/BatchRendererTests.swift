import Documents
import Foundation
import OfficePackage
import Synchronization
import Testing

struct BatchRendererTests {
    private let records = (1...25).map { ["n": DataValue.integer($0)] as DataValue }

    private func batch() throws -> BatchRenderer {
        BatchRenderer(template: try Template(bytes: WordFile("No {{ n }}").bytes()))
    }

    @Test func everyRecordBecomesItsDocument() throws {
        let texts = Mutex<[Int: String]>([:])
        try batch().forEach(records) { position, document in
            let text = (try? WordText(document.bytes).blocks().first) ?? nil
            texts.withLock { $0[position] = text }
        }
        let found = texts.withLock { $0 }
        #expect(found.count == 25)
        for (position, text) in found { #expect(text == "No \(position + 1)") }
    }

    @Test func oneArchiveHoldsAllInOrder() throws {
        let bytes = try batch().zip(records)
        #expect(try bytes == batch().zip(records))
        let archive = try ZipArchive(bytes)
        #expect(archive.members.map(\.name).prefix(2) == ["0001.docx", "0002.docx"])
        #expect(archive.members.count == 25)
        for (place, member) in archive.members.enumerated() {
            #expect(try WordText(archive.bytes(of: member)).blocks() == ["No \(place + 1)"])
        }
    }

    @Test func folderHoldsAFileEach() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nabor-batch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try batch().writeFolder(records, path: folder.path)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 25)
        #expect(names.first == "0001.docx")
        for (place, name) in names.enumerated() {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
            #expect(try WordText(bytes).blocks() == ["No \(place + 1)"])
        }
    }

    @Test func folderThatIsNotThereIsReported() throws {
        let error = #expect(throws: RenderError.self) { try batch().writeFolder(records, path: "/nowhere/at/all") }
        #expect(error?.code == .outputFailed)
    }
}
