import Foundation
import OfficePackage
import Synchronization
import Testing

@testable import Desk

/// Templates whose fields leave records without a document, and batches that are refused.
struct TemplateRenderingTests {
    /// A document of one paragraph that skips everybody called Bob.
    private static func template() throws -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let packages = "http://schemas.openxmlformats.org/package/2006"
        let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        func code(_ text: String) -> String { "<w:r><w:instrText xml:space=\"preserve\">\(text)</w:instrText></w:r>" }
        let name = mark("begin") + code(" MERGEFIELD name ") + mark("end")
        let skip = mark("begin") + code(" SKIPIF ") + name + code(" = \"Bob\" ") + mark("end")
        let writer = ZipWriter()
        try writer.add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(packages)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
                + "package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-"
                + "officedocument.wordprocessingml.document.main+xml\"/></Types>"
        )
        try writer.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
                + "Target=\"word/document.xml\"/></Relationships>"
        )
        try writer.add(
            "word/document.xml",
            "<w:document xmlns:w=\"\(word)\"><w:body><w:p>\(skip)<w:r><w:t>{{ name }}</w:t></w:r></w:p></w:body></w:document>"
        )
        return try writer.finish()
    }

    private func inFolder(_ data: String, _ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nabor-render-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.template()).write(to: folder.appendingPathComponent("t.docx"))
        try Data(data.utf8).write(to: folder.appendingPathComponent("d.jsonl"))
        try work(folder)
    }

    private func render(_ folder: URL, to output: String) throws -> TemplateRendering.Report {
        try TemplateRendering().render(
            template: folder.appendingPathComponent("t.docx").path,
            data: folder.appendingPathComponent("d.jsonl").path,
            output: folder.appendingPathComponent(output).path
        )
    }

    private let people = "{\"name\": \"Anna\"}\n{\"name\": \"Bob\"}\n{\"name\": \"Ewa\"}"

    @Test func skippedRecordIsNotAmongTheFiles() throws {
        try inFolder(people) { folder in
            let report = try render(folder, to: "out")
            #expect(report.files.map { ($0 as NSString).lastPathComponent } == ["0001.docx", "0003.docx"])
            let there = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("out").path)
            #expect(there.sorted() == ["0001.docx", "0003.docx"])
        }
    }

    @Test func skippedRecordIsNotInTheArchive() throws {
        try inFolder(people) { folder in
            let report = try render(folder, to: "out.zip")
            let archive = try ZipArchive([UInt8](Data(contentsOf: URL(fileURLWithPath: report.files[0]))))
            #expect(archive.members.map(\.name) == ["0001.docx", "0003.docx"])
        }
    }

    /// The bar counts the documents there will be, not the records.
    @Test func progressCountsDocuments() throws {
        let heard = Mutex<[PaperProgress]>([])
        try inFolder(people) { folder in
            _ = try TemplateRendering().render(
                template: folder.appendingPathComponent("t.docx").path,
                data: folder.appendingPathComponent("d.jsonl").path,
                output: folder.appendingPathComponent("out").path,
                progress: { step in heard.withLock { $0.append(step) } }
            )
        }
        let steps = heard.withLock { $0 }
        #expect(steps.map(\.doneCount).sorted() == [1, 2])
        #expect(steps.allSatisfy { $0.count == 2 && $0.step == .writing })
    }

    @Test func refusedBatchLeavesNoFolder() throws {
        try inFolder("{\"name\": \"Anna\"}\n{\"nam\": \"Ewa\"}") { folder in
            let error = #expect(throws: DeskError.self) { try render(folder, to: "out") }
            #expect(error?.code == .renderFailed)
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
        }
    }

    @Test func refusedBatchLeavesAnotherFolderAlone() throws {
        try inFolder("{\"name\": \"Anna\"}\n{\"nam\": \"Ewa\"}") { folder in
            let output = folder.appendingPathComponent("out")
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            #expect(throws: DeskError.self) { try render(folder, to: "out") }
            #expect(FileManager.default.fileExists(atPath: output.path))
        }
    }
}
