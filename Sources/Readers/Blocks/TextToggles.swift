import FormModel

/// Formatting that was said on one level (run, character style, paragraph style): what was said, and what it was.
struct TextToggles: Hashable {
    var given: UInt8 = 0
    var on: UInt8 = 0

    static let bold: UInt8 = 1 << 0
    static let italic: UInt8 = 1 << 1
    static let strike: UInt8 = 1 << 2
    static let vanish: UInt8 = 1 << 3
    static let doubleStrike: UInt8 = 1 << 4
    static let underline: UInt8 = 1 << 5
    static let mark: UInt8 = 1 << 6
    static let shade: UInt8 = 1 << 7
    /// Properties whose style levels are combined by exclusive or (ISO 29500-1, 17.7.3); for the rest the nearest wins.
    private static let exclusive = bold | italic | strike | vanish

    mutating func set(_ bit: UInt8, _ isOn: Bool) {
        given |= bit
        on = isOn ? on | bit : on & ~bit
    }

    /// These over those of the style this one is based on.
    func over(_ base: TextToggles) -> TextToggles {
        TextToggles(given: base.given | given, on: base.on & ~given | on)
    }

    /// What a run looks like: direct formatting over both styles over the document's defaults.
    func effective(character: TextToggles, paragraph: TextToggles, defaults: TextToggles) -> UInt8 {
        let combined = (character.on ^ paragraph.on) & Self.exclusive | defaults.on & Self.exclusive
        let nearest = character.over(paragraph.over(defaults)).on & ~Self.exclusive
        return (combined | nearest) & ~given | on
    }

    /// The formatting that a span remembers.
    static func style(_ effective: UInt8) -> Span.Style {
        var style: Span.Style = []
        if effective & (strike | doubleStrike) != 0 { style.insert(.struck) }
        if effective & (mark | shade) != 0 { style.insert(.highlighted) }
        if effective & underline != 0 { style.insert(.underlined) }
        if effective & bold != 0 { style.insert(.bold) }
        if effective & italic != 0 { style.insert(.italic) }
        return style
    }
}
