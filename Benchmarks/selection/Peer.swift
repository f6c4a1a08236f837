import FormModel
import Foundation

/// Runs sortition-algorithms from PyPI with its open solver on a pool, bounded in time.
struct Peer {
    struct Found {
        var smallest: Double?
        var seconds: Double
        var note: String
    }

    let python: String
    let secondsMax: Int

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("peer.py").path

    func maximin(_ pool: [Candidate], _ quotas: [Quota], seats: Int) throws -> Found {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(pool, quotas, to: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = [String(secondsMax), python, Self.script, folder.path, String(seats)]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus == 124 {
            return Found(smallest: nil, seconds: Double(secondsMax), note: "not finished in \(secondsMax) s")
        }
        // The package prints lines of its own before ours.
        let last = output.split(separator: UInt8(ascii: "\n")).last.map { [UInt8]($0) } ?? []
        guard let json = try? JSONParser.parse(last), let seconds = json["cpu_s"]?.double else {
            return Found(smallest: nil, seconds: 0, note: "the peer did not run")
        }
        return Found(smallest: json["min"]?.double, seconds: seconds, note: "")
    }

    private func write(_ pool: [Candidate], _ quotas: [Quota], to folder: URL) throws {
        let names = quotas.map(\.id)
        var people = (["id"] + names).joined(separator: ",") + "\n"
        for candidate in pool {
            people += ([candidate.id] + names.map { candidate.attributes[$0] ?? "" }).joined(separator: ",") + "\n"
        }
        var bounds = "feature,value,min,max\n"
        for quota in quotas {
            for value in quota.values {
                guard case .count(let least)? = value.bounds.minimum, case .count(let most)? = value.bounds.maximum
                else {
                    continue
                }
                bounds += "\(quota.id),\(value.value),\(least),\(most)\n"
            }
        }
        try Data(people.utf8).write(to: folder.appendingPathComponent("pool.csv"))
        try Data(bounds.utf8).write(to: folder.appendingPathComponent("quotas.csv"))
    }
}
