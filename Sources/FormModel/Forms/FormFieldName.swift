/// Names one question on a form: `email`, or `delegates[2]/email` for an inner field of a repeating group's second entry.
///
/// The same text is the name of the AcroForm field and the tag of the content control. A check box of a question that
/// takes several has its option behind an equals sign: `languages=en`. A slash and no full stop, since AcroForm keeps
/// the full stop for itself (ISO 32000-1, 12.7.3.2).
public struct FormFieldName: Hashable, Sendable, CustomStringConvertible {
    /// Key of the field; of the group for an inner field.
    public var field: String
    /// Entry of a repeating group, counted from 1.
    public var entry: Int?
    /// Key of the inner field.
    public var inner: String?

    public init(_ field: String) {
        self.field = field
    }

    public init(group: String, entry: Int, inner: String) {
        field = group
        self.entry = entry
        self.inner = inner
    }

    /// Entries a group can have on paper.
    public static let entryMax = 200

    /// A name as `description` writes it; nil for anything else.
    public init?(text: String) {
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        switch pieces.count {
        case 1 where Self.isKey(pieces[0]):
            self.init(String(pieces[0]))
        case 2:
            let head = pieces[0].split(separator: "[", omittingEmptySubsequences: false)
            guard head.count == 2, head[1].last == "]", let entry = Int(head[1].dropLast()),
                (1...Self.entryMax).contains(entry), Self.isKey(head[0]), Self.isKey(pieces[1])
            else { return nil }
            self.init(group: String(head[0]), entry: entry, inner: String(pieces[1]))
        default: return nil
        }
    }

    public var description: String {
        guard let entry, let inner else { return field }
        return "\(field)[\(entry)]/\(inner)"
    }

    /// Name of the check box of one option.
    public func option(_ key: String) -> String { "\(description)=\(key)" }

    private static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 80
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "_-.".utf8.contains(byte)
            }
    }
}
