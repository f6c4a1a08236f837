/// A piece of text with one formatting.
public struct Span: Hashable, Sendable {
    /// Formatting that can carry meaning on a form.
    public struct Style: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let struck = Style(rawValue: 1 << 0)
        public static let highlighted = Style(rawValue: 1 << 1)
        public static let underlined = Style(rawValue: 1 << 2)
        public static let bold = Style(rawValue: 1 << 3)
        public static let italic = Style(rawValue: 1 << 4)
        /// Came in by a tracked insertion.
        public static let inserted = Style(rawValue: 1 << 5)
        /// A tab whose leader prints dots or a line.
        public static let leader = Style(rawValue: 1 << 6)
    }

    public var text: String
    public var style: Style
    /// Index into `Reading.controls` of the innermost control around this text.
    public var control: Int?

    public init(text: String, style: Style = [], control: Int? = nil) {
        self.text = text
        self.style = style
        self.control = control
    }
}
