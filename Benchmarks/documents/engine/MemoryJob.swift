import Documents
import Foundation

/// Memory that one document takes beyond the process as it stands before, printed in megabytes.
struct MemoryJob {
    let inputs: Inputs

    func run(_ kind: String, rows: Int) throws {
        let template = try inputs.template("attendance_tpl.docx")
        let record = kind == "stream" ? try inputs.streamedList(rows: rows) : .null
        let text = kind == "stream" ? [] : try inputs.bytes("attendance_\(rows).json")
        // Code and tables that the first document touches belong to the process.
        _ = try template.render(inputs.records("attendance_500.json")[0])
        let before = try resident("VmRSS:")
        try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
        if kind == "stream" {
            var count = 0
            _ = try template.write(record) { count += $0.count }
        } else {
            // The data are read inside: they are part of what a list takes.
            _ = try template.render(DataReader.records(text)[0])
        }
        print(String(format: "%.1f", Double(try resident("VmHWM:") - before) / 1024))
    }

    /// A line of the process's status, in kilobytes.
    private func resident(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    /// What `run` prints in a process of its own.
    static func measured(_ folder: String, _ kind: String, rows: Int) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = [folder, "memory", kind, String(rows)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return Double(text) ?? .infinity
    }
}
