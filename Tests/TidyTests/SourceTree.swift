import Foundation

/// The repository as files, for the tests that keep it tidy.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Swift files below a folder of the repository, with their paths from its root.
    static func swiftFiles(below folder: String) -> [(path: String, text: String)] {
        let start = root.appendingPathComponent(folder).path
        let names = (FileManager.default.enumerator(atPath: start)?.allObjects as? [String]) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            (try? String(contentsOfFile: start + "/" + name, encoding: .utf8)).map { (folder + "/" + name, $0) }
        }
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
