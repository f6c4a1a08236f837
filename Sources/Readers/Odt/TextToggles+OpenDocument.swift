import OfficePackage

extension TextToggles {
    /// Takes a `style:text-properties` (ODF 1.3 part 3, 16.29.29).
    mutating func take(openDocument element: XMLElement) {
        set(Self.strike, lines: element, .textLineThroughStyle, .textLineThroughType)
        set(Self.underline, lines: element, .textUnderlineStyle, .textUnderlineType)
        if let weight = element.bytes(.fontWeight) {
            set(Self.bold, weight.matches("bold") || (weight.count == 3 && weight[0] >= UInt8(ascii: "6")))
        }
        if let slant = element.bytes(.fontStyle) { set(Self.italic, !slant.matches("normal")) }
        if let colour = element.bytes(.backgroundColor) {
            set(Self.mark, !(colour.matches("transparent") || colour.matches("#ffffff") || colour.matches("#FFFFFF")))
        }
        if let display = element.bytes(.display) { set(Self.vanish, display.matches("none")) }
    }

    /// A line's style and its type (single, double) are two attributes; either may turn it off.
    private mutating func set(_ bit: UInt8, lines element: XMLElement, _ style: XMLName, _ type: XMLName) {
        guard let value = element.bytes(style) ?? element.bytes(type) else { return }
        let isOff = value.matches("none") || element.bytes(type)?.matches("none") == true
        set(bit, !isOff)
    }
}

extension TabStop {
    /// A `style:tab-stop` (ODF 1.3 part 3, 17.8).
    init?(openDocument element: XMLElement) {
        guard let position = element.bytes(.position).flatMap(Self.twips) else { return nil }
        let style = element.bytes(.leaderStyle).map { !$0.matches("none") }
        let text = element.bytes(.leaderText).map { !$0.isEmpty && !$0.matches(" ") }
        self.init(position: position, hasLeader: style ?? text ?? false)
    }

    /// `1.25cm` in twentieths of a point.
    private static func twips(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        let units: [(String, Double)] = [("cm", 566.93), ("mm", 56.693), ("in", 1440), ("pt", 20), ("pc", 240)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let value = Double(text.dropLast(unit.count)), abs(value) < 10_000 else { return nil }
            return Int(value * factor)
        }
        return nil
    }
}
