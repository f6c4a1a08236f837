public import FormModel

/// The commands that settle what is doubtful about a registration, ready to be typed.
///
/// Only what was read surely and makes sense is offered for confirmation; everything else has to be typed, so that nobody
/// approves a misreading by copying a line.
public struct ReviewOrders: Sendable {
    private let code: String
    private let doubts: [DoubtfulField]

    /// `doubts` of the registration with that code.
    public init(_ code: RegistrationCode, _ doubts: [DoubtfulField]) {
        self.code = code.text
        self.doubts = doubts
    }

    /// The answers that `confirmation` confirms.
    public var confirmed: [DoubtfulField] { doubts.filter(\.canBeConfirmed) }

    /// The answers that `correction` asks for.
    public var corrected: [DoubtfulField] { doubts.filter { !$0.canBeConfirmed } }

    /// `nabor edit CODE --confirm email phone`; nil where nothing may be confirmed.
    public var confirmation: String? {
        let fields = confirmed.map(\.field)
        return fields.isEmpty ? nil : "nabor edit \(code) --confirm \(fields.joined(separator: " "))"
    }

    /// `nabor edit CODE name_latin="…" sector=…`; nil where nothing has to be typed.
    public var correction: String? { corrected.isEmpty ? nil : Self.correction(of: corrected, code) }

    /// The same for one answer, whether or not it may be confirmed.
    public func correction(of doubt: DoubtfulField) -> String { Self.correction(of: [doubt], code) }

    private static func correction(of doubts: [DoubtfulField], _ code: String) -> String {
        let assignments = doubts.map { doubt in
            doubt.isWords || doubt.allowed?.takesSeveral == true ? "\(doubt.field)=\"…\"" : "\(doubt.field)=…"
        }
        return "nabor edit \(code) \(assignments.joined(separator: " "))"
    }
}
