import FormModel

/// What holds for answers that were recognised on paper, beside what holds for all.
struct PaperRules {
    private let acceptance: AcceptanceThresholds
    private let sender: String?

    /// Print that the sender's own address bears out.
    static let confirmed = 0.99
    /// What is surer was print, even if doubtful: writing by hand is never accepted, whoever sent it.
    private static let printMin = 0.31

    init(_ acceptance: AcceptanceThresholds, sender: String?) {
        self.acceptance = acceptance
        self.sender = sender.map(Self.folded)
    }

    /// Whether so sure a recognition needs no person for a field of that kind.
    func accepts(_ candidate: AnswerCandidate, _ kind: FieldKind) -> Bool {
        guard candidate.kind == .ocr || candidate.kind == .mark else { return true }
        return acceptance.threshold(of: kind).map { candidate.score >= $0 } ?? true
    }

    /// Whether the mail's own sender has the address that was read.
    func confirms(_ reading: SlotReading, _ kind: FieldKind) -> Bool {
        guard kind == .email, let sender, reading.isValid, reading.candidate.score >= Self.printMin else {
            return false
        }
        return Self.folded(reading.value.plainText) == sender
    }

    /// The second source, as evidence.
    func evidence(_ address: String) -> Evidence {
        Evidence(kind: .sender, place: "mail/from", raw: address, score: Self.confirmed)
    }

    private static func folded(_ address: String) -> String { address.lowercased() }
}
