import Foundation

/// Files that Nabór writes for people: documents, exports.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String) throws(DeskError) {
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw DeskError(
                .fileUnwritable,
                "Nie można zapisać pliku „\(path)”. Sprawdź uprawnienia i wolne miejsce.",
                "The file “\(path)” cannot be written. Check permissions and free space."
            )
        }
    }

    static func makeFolder(_ path: String) throws(DeskError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DeskError(
                .fileUnwritable,
                "Nie można założyć folderu „\(path)”.",
                "The folder “\(path)” cannot be made."
            )
        }
    }

    /// A name that is safe in every file system: letters of ASCII, digits, `.`, `_` and `-`. Other letters become their
    /// nearest ones, so that people find `Lukasz-Zak` for `Łukasz Żak`.
    static func safeName(_ text: String) -> String {
        let latin = text.applyingTransform(.toLatin, reverse: false) ?? text
        let plain = latin.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? latin
        let kept = plain.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "._-".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        let name = String(kept.prefix(120))
        return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
    }
}
