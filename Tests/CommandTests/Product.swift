import Foundation

/// The built programs beside the test bundle, and the folder of the package.
enum Product {
    /// Folder of the test products: `nabor` and `nabor-reader` are built there together with the tests.
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let samples = package.appendingPathComponent("samples")

    /// What is missing to run command tests; nil when all is there.
    static var missing: String? {
        for name in ["nabor", "nabor-reader"] {
            let path = folder.appendingPathComponent(name).path
            if !FileManager.default.isExecutableFile(atPath: path) {
                return "\(path) is missing: build the products first (swift build --build-tests)."
            }
        }
        return nil
    }
}

/// A command test that cannot be run.
struct CannotRun: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
