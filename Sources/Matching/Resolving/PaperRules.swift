import FormModel

/// What holds for answers that were recognised on paper, beside what holds for all.
struct PaperRules {
    private let acceptance: AcceptanceThresholds
    private let sender: String?

    /// Of less sure readings too little was made out to be compared. Writing by hand is looked at in any case.
    private static let sureMin = 0.31

    init(_ acceptance: AcceptanceThresholds, sender: String?) {
        self.acceptance = acceptance
        self.sender = sender.map(Self.folded)
    }

    /// Whether so sure a recognition needs no person for a field of that kind.
    func accepts(_ candidate: AnswerCandidate, _ kind: FieldKind) -> Bool {
        guard candidate.kind == .ocr || candidate.kind == .mark else { return true }
        return acceptance.threshold(of: kind).map { candidate.score >= $0 } ?? true
    }

    /// Whether print needs no person: as sure as the event asks for that kind of field; where it asks for nothing, by the
    /// reading's own caution. Writing of which nothing could be made out is never passed over.
    func believes(_ trust: ReadingTrust, _ text: String, _ kind: FieldKind) -> Bool {
        guard let threshold = acceptance.threshold(of: kind) else { return trust.isAccepted }
        return !text.isEmpty && trust.confidence >= threshold
    }

    /// Whether the mail's own sender has the address that was read.
    func confirms(_ reading: SlotReading, _ kind: FieldKind) -> Bool {
        guard kind == .email, let sender, reading.isValid, reading.candidate.score >= Self.sureMin else {
            return false
        }
        return Self.folded(reading.value.plainText) == sender
    }

    /// The second source, as evidence.
    func evidence(_ address: String) -> Evidence {
        Evidence(kind: .sender, place: "mail/from", raw: address, score: SecondSource.confidence)
    }

    private static func folded(_ address: String) -> String { address.lowercased() }
}
