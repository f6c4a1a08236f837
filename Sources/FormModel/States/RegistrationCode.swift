/// The short code people quote on the phone and in mails, such as `K7WQ3`.
///
/// Five characters of an alphabet without look-alikes (no 0 O 1 I L, no vowels that make words): 25^5 = 9,765,625 codes.
public struct RegistrationCode: Hashable, Sendable, Codable, CustomStringConvertible {
    public static let alphabet = Array("23456789BCDFGHJKMNPQRSTWX".utf8)
    public static let length = 5
    public static let count = 9_765_625

    public let text: String

    /// A code as typed: lower case and surrounding spaces are forgiven; nil when it cannot be one.
    public init?(_ typed: some StringProtocol) {
        let trimmed = typed.uppercased().filter { $0 != " " && $0 != "-" }
        let bytes = Array(trimmed.utf8)
        guard bytes.count == Self.length, bytes.allSatisfy(Self.alphabet.contains) else { return nil }
        text = trimmed
    }

    /// The code with this number, 0 to `count - 1`; whoever makes codes draws the number at random and looks for clashes.
    public init(number: Int) {
        precondition((0..<Self.count).contains(number), "a registration code has a number below 25^5")
        var rest = number
        var bytes: [UInt8] = []
        for _ in 0..<Self.length {
            bytes.append(Self.alphabet[rest % Self.alphabet.count])
            rest /= Self.alphabet.count
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        let typed = try decoder.singleValueContainer().decode(String.self)
        guard let code = RegistrationCode(typed) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a code"))
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
