/// A start tag during its event: name, namespace and attributes, all in the parser's memory.
public struct XMLElement {
    public let name: XMLName
    public let space: XMLSpace
    /// Zero-terminated, in the parser's dictionary.
    let localNamePointer: UnsafePointer<UInt8>
    let uriPointer: UnsafePointer<UInt8>?
    /// Groups of five: local name, prefix, URI, start and end of the value.
    let attributePointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    public let attributeCount: Int
    let names: XMLDictionary

    /// The name as a string, for names that `XMLName` does not know.
    public var localName: String { String(cString: localNamePointer) }

    /// The namespace's URI as the file writes it; empty without a namespace.
    public var uri: String { uriPointer.map { String(cString: $0) } ?? "" }

    /// Whether this is that element.
    public func `is`(_ name: XMLName, _ space: XMLSpace) -> Bool { self.name == name && self.space == space }

    /// The bytes of an attribute's value, by local name in any namespace: names do not clash in the formats read here.
    public func bytes(_ wanted: XMLName) -> UnsafeBufferPointer<UInt8>? {
        guard let attributePointers else { return nil }
        for position in 0..<attributeCount where names.name(attributePointers[position * 5]!) == wanted {
            return value(position)
        }
        return nil
    }

    /// The bytes of an attribute's value in one namespace (`.none` for attributes without prefix).
    public func bytes(_ wanted: XMLName, _ space: XMLSpace) -> UnsafeBufferPointer<UInt8>? {
        guard let attributePointers else { return nil }
        for position in 0..<attributeCount where names.name(attributePointers[position * 5]!) == wanted {
            if names.space(attributePointers[position * 5 + 2]) == space { return value(position) }
        }
        return nil
    }

    /// An attribute's value as a string.
    public subscript(_ wanted: XMLName) -> String? {
        bytes(wanted).map { String(decoding: $0, as: UTF8.self) }
    }

    /// An attribute's value as a string, in one namespace.
    public subscript(_ wanted: XMLName, _ space: XMLSpace) -> String? {
        bytes(wanted, space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// An attribute's value as a whole number; nil when it is none or out of range.
    public func integer(_ wanted: XMLName) -> Int? {
        guard let value = bytes(wanted) else { return nil }
        return Int(decimal: value)
    }

    /// A switch such as `<w:b/>` or `<w:b w:val="0"/>` (ISO 29500-1, 17.17.4): present without value means on.
    public var isOn: Bool {
        guard let value = bytes(.val) else { return true }
        return !(value.matches("0") || value.matches("false") || value.matches("off") || value.matches("none"))
    }

    /// Every attribute as strings, with the name as the file writes it (prefix and all).
    public var attributes: [(name: String, space: XMLSpace, value: String)] {
        guard let attributePointers else { return [] }
        return (0..<attributeCount).map { position in
            let local = String(cString: attributePointers[position * 5]!)
            let prefix = attributePointers[position * 5 + 1].map { String(cString: $0) + ":" } ?? ""
            let value = String(decoding: value(position), as: UTF8.self)
            return (prefix + local, names.space(attributePointers[position * 5 + 2]), value)
        }
    }

    private func value(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        let start = attributePointers![position * 5 + 3]!
        return UnsafeBufferPointer(start: start, count: attributePointers![position * 5 + 4]! - start)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes are exactly that text.
    public func matches(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for position in 0..<count where self[position] != text.utf8Start[position] { return false }
        return true
    }
}

extension Int {
    /// A decimal number with an optional sign and nothing else around it; fractions are cut off, as Word does.
    init?(decimal bytes: UnsafeBufferPointer<UInt8>) {
        var rest = bytes[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if let point = rest.firstIndex(of: UInt8(ascii: ".")) { rest = rest[..<point] }
        guard !rest.isEmpty, rest.count <= 15 else { return nil }
        var value = 0
        for byte in rest {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        self = isNegative ? -value : value
    }
}
