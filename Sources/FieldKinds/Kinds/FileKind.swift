import FormModel

/// The name of a file that came with the form: a name and never a path.
enum FileKind {
    static let byteCountMax = 255

    static func read(_ text: String) -> KindReading? {
        let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        var name = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            // Signs that mean something to a shell or to another system's file names.
            name.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
        }
        var result = String(name)
        while result.hasPrefix(".") { result.removeFirst() }
        while result.utf8.count > byteCountMax { result.removeLast() }
        return result.isEmpty ? nil : KindReading(.text(result))
    }
}
