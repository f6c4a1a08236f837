import OfficePackage

/// Looks through an SVG picture before anything draws it: no scripts, nothing fetched from outside, no document type with
/// entities, bounded numbers of elements and of copies.
final class SVGCheck: XMLHandler {
    private static let byteCountMax = 2 << 20
    private static let elementCountMax = 50_000
    /// Copies of copies multiply; the drawing library stops at its own limit as well.
    private static let useCountMax = 500
    private static let refusedElements: Set<String> = [
        "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener",
    ]

    private var isSafe = true
    private var isPicture = false
    private var elementCount = 0
    private var useCount = 0
    private var styleText: [UInt8]?

    /// The picture without its document type declaration; nil for what is refused or no SVG at all.
    static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= byteCountMax, let clean = withoutDocumentType(bytes),
            !contains(clean, "<?xml-stylesheet")
        else { return nil }
        let check = SVGCheck()
        do throws(PackageError) {
            try XMLScanner.scan(clean, handler: check)
        } catch {
            return nil
        }
        return check.isSafe && check.isPicture ? clean : nil
    }

    /// Drawing programs like to write `<!DOCTYPE svg PUBLIC …>`; one that defines something is refused.
    private static func withoutDocumentType(_ bytes: [UInt8]) -> [UInt8]? {
        let opening = Array("<!DOCTYPE".utf8)
        guard let start = position(of: opening, in: bytes) else { return bytes }
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")),
            !bytes[start..<end].contains(UInt8(ascii: "["))
        else { return nil }
        return Array(bytes[..<start] + bytes[(end + 1)...])
    }

    private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        position(of: Array(text.utf8), in: bytes) != nil
    }

    private static func position(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        for start in 0...(bytes.count - pattern.count)
        where bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern) {
            return start
        }
        return nil
    }

    override func start(_ element: XMLElement) {
        elementCount += 1
        let name = element.localName.lowercased()
        if elementCount == 1 { isPicture = name == "svg" }
        if name == "use" { useCount += 1 }
        if Self.refusedElements.contains(name) || elementCount > Self.elementCountMax || useCount > Self.useCountMax {
            isSafe = false
        }
        for attribute in element.attributes { check(attribute.name.lowercased(), attribute.value) }
        styleText = name == "style" ? [] : nil
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        if let text = styleText { checkStyle(String(decoding: text, as: UTF8.self)) }
        styleText = nil
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        styleText?.append(contentsOf: bytes)
    }

    private func check(_ name: String, _ value: String) {
        if name.hasPrefix("on") || name == "xml:base" { isSafe = false }
        if name == "href" || name.hasSuffix(":href") {
            let address = value.trimmingBlanks.lowercased()
            let isInside = address.hasPrefix("#") || address.isEmpty
            let isPicture = address.hasPrefix("data:image/png;") || address.hasPrefix("data:image/jpeg;")
            if !isInside, !isPicture { isSafe = false }
        } else {
            checkStyle(value)
        }
    }

    /// `url(…)` may only lead inside of the picture, and nothing is imported. An escape could spell either, so none is let by.
    private func checkStyle(_ style: String) {
        let text = style.lowercased()
        if text.contains("@import") || text.contains("\\") && text.contains("(") { isSafe = false }
        for piece in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
            let address = piece.drop { $0 == " " || $0 == "'" || $0 == "\"" || $0 == "\t" || $0 == "\n" }
            if address.first != "#" { isSafe = false }
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace))
    }
}
