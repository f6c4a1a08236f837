import Foundation

/// A temporary workspace with the sample events, in which commands run; `samples` in it leads to the samples.
final class TestWorkspace {
    let folder: URL
    var variables: [String: String]

    /// What a finished command said.
    struct Outcome {
        var exitCode: Int32
        var output: String
        var errors: String

        /// The objects of `--json`, one a line.
        var objects: [[String: Any]] {
            output.split(separator: "\n").compactMap {
                (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
            }
        }
    }

    init(events: [String]? = nil) throws {
        if let missing = Product.missing { throw CannotRun(missing) }
        let files = FileManager.default
        folder = files.temporaryDirectory.appendingPathComponent("nabor-test-" + UUID().uuidString)
        variables = ProcessInfo.processInfo.environment
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        try files.copyItem(at: Product.samples.appendingPathComponent("nabor.yaml"), to: path("nabor.yaml"))
        try copyEvents(events)
        try files.createSymbolicLink(at: path("samples"), withDestinationURL: Product.samples)
        variables["PATH"] = Product.folder.path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
        variables["NABOR_SHARE"] = Product.package.path
        variables["NABOR_NOW"] = "2024-01-31T12:00:00+01:00"
        variables["NABOR_OPERATOR"] = "anna"
        variables["NABOR_LANGUAGE"] = "en"
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> URL { folder.appendingPathComponent(name) }

    private func copyEvents(_ slugs: [String]?) throws {
        let source = Product.samples.appendingPathComponent("events")
        guard let slugs else { return try FileManager.default.copyItem(at: source, to: path("events")) }
        try FileManager.default.createDirectory(at: path("events"), withIntermediateDirectories: true)
        for name in slugs.map({ $0 + ".yaml" }) + ["blanks", "logos"] {
            try FileManager.default.copyItem(
                at: source.appendingPathComponent(name),
                to: path("events").appendingPathComponent(name)
            )
        }
    }

    func write(_ bytes: Data, to name: String) throws {
        let file = path(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try bytes.write(to: file)
    }

    /// The Word documents that commands wrote here: neither what the events came with nor what was taken in or is in `given`.
    func writtenDocuments(besides given: Set<String>) throws -> [(name: String, bytes: [UInt8])] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let foreign = ["events/", "originals/", "samples/", "templates/"]
        return try names.sorted().filter { name in
            name.hasSuffix(".docx") && !given.contains(name) && !foreign.contains { name.hasPrefix($0) }
        }.map { (name: $0, bytes: [UInt8](try Data(contentsOf: path($0)))) }
    }

    /// Runs a line of shell in the workspace. Output goes through files, so that no pipe can fill up.
    func run(_ line: String) throws -> Outcome {
        let mark = UUID().uuidString
        let output = folder.deletingLastPathComponent().appendingPathComponent("nabor-out-" + mark)
        let errors = folder.deletingLastPathComponent().appendingPathComponent("nabor-err-" + mark)
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        try Data().write(to: output)
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }
}
