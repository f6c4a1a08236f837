import Readers

/// Makes the file name of an attachment harmless; it is shown to people and never used as a path.
enum AttachmentName {
    private static let scalarCountMax = 120

    /// The last component of whatever path it was, without control and direction characters; empty when nothing is left.
    static func safe(_ untrusted: String) -> String {
        let slashes: Set<Unicode.Scalar> = ["/", "\\", "\u{2044}", "\u{2215}", "\u{FF0F}", "\u{FF3C}"]
        let last = untrusted.unicodeScalars.split { slashes.contains($0) }.last ?? Substring.UnicodeScalarView()
        var kept = String.UnicodeScalarView()
        for scalar in last where !isHarmful(scalar) { kept.append(scalar) }
        let name = String(kept).trimmed
        guard !name.allSatisfy({ $0 == "." }) else { return "" }
        return shortened(name)
    }

    /// Controls, unassigned and private characters, and those that turn the writing direction: `fdp.exe` must not look
    /// like `exe.pdf`.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Keeps the ending, which tells people what the file is.
    private static func shortened(_ name: String) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > scalarCountMax else { return name }
        let ending = scalars.lastIndex(of: ".").map { scalars[$0...] } ?? Substring.UnicodeScalarView()
        let tail = ending.count <= 10 ? String(Substring(ending)) : ""
        return String(Substring(scalars.prefix(scalarCountMax - tail.unicodeScalars.count))) + tail
    }
}
