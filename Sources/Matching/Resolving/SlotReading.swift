import FieldKinds
import FormModel

/// A candidate with what its text means.
struct SlotReading {
    var candidate: AnswerCandidate
    var value: AnswerValue
    var issues: [KindIssue]
    /// Place and text taken together.
    var confidence: Double
    /// Evidence beside the candidate's own: the other part of a name.
    var more: [AnswerCandidate] = []

    var isValid: Bool { issues.allSatisfy { $0.severity == .warning } }

    /// Whether two values say the same, capitals and marks aside.
    func agrees(with other: SlotReading) -> Bool {
        if value == other.value { return true }
        switch (value, other.value) {
        case (.text, .text), (.name, .name), (.text, .name), (.name, .text):
            return Self.fold(value.plainText) == Self.fold(other.value.plainText)
        default: return false
        }
    }

    private static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars where LabelFold.classify(scalar.value) != .space {
            LabelFold.append(scalar.value, to: &bytes)
        }
        return bytes
    }

    func evidence(operatorName: String?) -> [Evidence] {
        (more + [candidate]).map { candidate in
            Evidence(
                kind: candidate.kind,
                place: candidate.place,
                page: candidate.page,
                box: candidate.box,
                raw: candidate.raw,
                score: confidence,
                operatorName: candidate.kind == .staff ? operatorName : nil
            )
        }
    }
}
