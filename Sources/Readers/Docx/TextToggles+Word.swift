import OfficePackage

extension TextToggles {
    /// Takes one child of a `w:rPr`, if it is one that matters (ISO 29500-1, 17.3.2).
    mutating func take(_ element: XMLElement) {
        switch element.name {
        case .b: set(Self.bold, element.isOn)
        case .i: set(Self.italic, element.isOn)
        case .strike: set(Self.strike, element.isOn)
        case .dstrike: set(Self.doubleStrike, element.isOn)
        case .vanish: set(Self.vanish, element.isOn)
        case .u: set(Self.underline, element.bytes(.val).map { !$0.matches("none") } ?? false)
        case .highlight:
            set(Self.mark, element.bytes(.val).map { !$0.matches("none") && !$0.matches("white") } ?? false)
        case .shd: set(Self.shade, Self.isShaded(element))
        default: break
        }
    }

    /// A fill other than none and white, or a pattern, makes shading that can be seen.
    private static func isShaded(_ element: XMLElement) -> Bool {
        if let fill = element.bytes(.fill), !fill.matches("auto"), !fill.matches("FFFFFF"), !fill.matches("ffffff") {
            return true
        }
        guard let pattern = element.bytes(.val) else { return false }
        return !(pattern.matches("clear") || pattern.matches("nil") || pattern.matches("none"))
    }
}
