import Documents
import Foundation
import Synchronization

/// Everything that is measured, each with its target.
struct EngineJobs {
    let inputs: Inputs
    let rounds: Int

    private static let letterCount = 1_000

    func run(_ only: Set<String>?) throws -> [EngineFigure] {
        let jobs: [(name: String, work: () throws -> [EngineFigure])] = [
            ("compile", compile), ("letter", letter), ("folder", folder), ("list", list), ("book", book),
            ("memory", memory),
        ]
        var figures: [EngineFigure] = []
        for job in jobs where only?.contains(job.name) ?? true {
            for figure in try job.work() {
                print(figure.line)
                fflush(nil)
                figures.append(figure)
            }
        }
        return figures
    }

    private func compile() throws -> [EngineFigure] {
        try ["letter_tpl.docx", "letter_mf.docx", "attendance_tpl.docx"].map { name in
            let bytes = try inputs.bytes(name)
            let seconds = try EngineFigure.least(of: rounds * 3) { _ = try Template(bytes: bytes) }
            return EngineFigure(name: "compile \(name), ms", value: seconds * 1e3, target: 5)
        }
    }

    /// On one thread, into memory. The batch checks all records for missing names first, then makes the documents.
    private func letter() throws -> [EngineFigure] {
        var figures: [EngineFigure] = []
        for (dialect, file, data) in [
            ("letter", "letter_tpl.docx", "letters.json"),
            ("letter, merge fields", "letter_mf.docx", "letters_flat.json"),
        ] {
            let template = try inputs.template(file)
            let records = Array(try inputs.records(data).prefix(Self.letterCount))
            for level in dialect == "letter" ? [1, 6] : [1] {
                let options = RenderOptions(compressionLevel: level)
                let batch = BatchRenderer(template: template, options: options, workerCount: 1)
                let seconds = try EngineFigure.least(of: rounds) { try batch.forEach(records) { _, _ in } }
                figures.append(
                    EngineFigure(
                        name: "\(dialect), level \(level), us",
                        value: seconds * 1e6 / Double(records.count),
                        target: level == 1 ? 120 : nil
                    )
                )
            }
        }
        let bytes = try inputs.bytes("letters.json")
        let seconds = try EngineFigure.least(of: rounds) { _ = try DataReader.records(bytes) }
        figures.append(
            EngineFigure(name: "reading a letter's data, us", value: seconds * 1e6 / Double(Self.letterCount))
        )
        return figures
    }

    /// A thousand letters into a folder by two threads; what the file system takes is measured with the same bytes.
    private func folder() throws -> [EngineFigure] {
        let records = Array(try inputs.records("letters.json").prefix(Self.letterCount))
        let batch = BatchRenderer(template: try inputs.template("letter_tpl.docx"), workerCount: 2)
        let path = FileManager.default.temporaryDirectory.appending(path: "nabor-bench-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let documents = Mutex<[Int: [UInt8]]>([:])
        try batch.forEach(records) { place, document in documents.withLock { $0[place] = document.bytes } }
        let made = documents.withLock { $0 }
        var whole = Double.infinity
        var files = Double.infinity
        // By turns, since a disk that others use is now faster and now slower.
        for _ in 0..<rounds {
            try emptied(path)
            whole = min(
                whole,
                try EngineFigure.least(of: 1, EngineFigure.wall) { try batch.writeFolder(records, path: path) }
            )
            try emptied(path)
            files = min(files, try EngineFigure.least(of: 1, EngineFigure.wall) { try write(made, to: path) })
        }
        let alone = try EngineFigure.least(of: rounds, EngineFigure.wall) { try batch.forEach(records) { _, _ in } }
        return [
            EngineFigure(name: "1,000 letters, 2 workers, memory, wall s", value: alone, target: 0.25),
            EngineFigure(name: "1,000 letters, 2 workers, folder, wall s", value: whole, target: 0.25 + files),
            EngineFigure(name: "the same files alone, wall s", value: files),
        ]
    }

    private func emptied(_ path: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// The files alone, by two threads as well.
    private func write(_ documents: [Int: [UInt8]], to path: String) throws {
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            for place in 0..<documents.count where place % 2 == worker {
                let file = open("\(path)/\(place).docx", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
                let bytes = documents[place] ?? []
                precondition(Foundation.write(file, bytes, bytes.count) == bytes.count, "the disk is full")
                close(file)
            }
        }
    }

    private func list() throws -> [EngineFigure] {
        let template = try inputs.template("attendance_tpl.docx")
        let record = try inputs.records("attendance_5000.json")[0]
        return try [1, 6].map { level in
            let options = RenderOptions(compressionLevel: level)
            let seconds = try EngineFigure.least(of: rounds) { _ = try template.render(record, options: options) }
            let target: Double? = level == 1 ? 25 : nil
            return EngineFigure(name: "list of 5,000 rows, level \(level), ms", value: seconds * 1e3, target: target)
        }
    }

    private func book() throws -> [EngineFigure] {
        let records = Array(try inputs.records("letters.json").prefix(Self.letterCount))
        let batch = BatchRenderer(template: try inputs.template("letter_tpl.docx"), workerCount: 1)
        _ = try batch.book(Array(records.prefix(1)))
        let seconds = try EngineFigure.least(of: rounds) { _ = try batch.book(records) }
        return [EngineFigure(name: "book of 1,000 letters, ms", value: seconds * 1e3, target: 80)]
    }

    private func memory() throws -> [EngineFigure] {
        let list = try MemoryJob.measured(inputs.folder, "list", rows: 5_000)
        let short = try MemoryJob.measured(inputs.folder, "stream", rows: 5_000)
        let long = try MemoryJob.measured(inputs.folder, "stream", rows: 500_000)
        return [
            EngineFigure(name: "list of 5,000 rows with its data, MB", value: list, target: 40),
            EngineFigure(name: "streamed list of 5,000 rows, MB", value: short),
            EngineFigure(name: "streamed list of 500,000 rows, MB", value: long, target: short + 2),
        ]
    }
}
