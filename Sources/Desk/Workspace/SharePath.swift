import Foundation

/// Where samples and shipped templates lie: `NABOR_SHARE`, else beside the program, else the current folder.
enum SharePath {
    static func find(_ variables: [String: String]) -> String {
        if let named = variables["NABOR_SHARE"], !named.isEmpty { return named }
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        var folder = (program as NSString).deletingLastPathComponent
        // Installed: bin/nabor beside share/nabor. From a build: the package's folder some levels up.
        for _ in 0..<5 {
            for candidate in [folder, folder + "/share/nabor"] where holdsTemplates(candidate) { return candidate }
            folder = (folder as NSString).deletingLastPathComponent
        }
        return FileManager.default.currentDirectoryPath
    }

    private static func holdsTemplates(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/templates/receipt.pl.docx")
    }
}
