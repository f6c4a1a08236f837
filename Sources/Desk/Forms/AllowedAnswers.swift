import FieldKinds
public import FormModel

/// What staff may type for a question that does not take everything: keys of options with what they mean, yes and no.
public struct AllowedAnswers: Sendable, Hashable {
    /// `ngo (organizacja pozarządowa)`; at most `countMax`.
    public let answers: [String]
    /// Options that are not named.
    public let moreCount: Int
    /// Several may be chosen.
    public let takesSeveral: Bool
    private let language: InterfaceLanguage

    /// More would not be read in a line.
    static let countMax = 16
    private static let labelLengthMax = 48

    /// Nil for a question that takes any text.
    public init?(_ field: FieldDefinition, in language: InterfaceLanguage) {
        let all: [String]
        switch field.kind {
        case .choice, .choices:
            all = field.options.map { option in
                let label = option.label.text(in: language)
                return label.isEmpty || label == option.key ? option.key : "\(option.key) (\(Self.short(label)))"
            }
        case .yesNo, .consent: all = language == .english ? ["yes", "no"] : ["tak", "nie"]
        case .addressForm:
            all = ["pani", "pan", "neutral"].map { key in
                "\(key) (\(FieldPrinter(field).text(.text(key), in: language)))"
            }
        default: return nil
        }
        answers = Array(all.prefix(Self.countMax))
        moreCount = all.count - answers.count
        if case .choices = field.kind { takesSeveral = true } else { takesSeveral = false }
        self.language = language
    }

    private static func short(_ label: String) -> String {
        label.count <= labelLengthMax ? label : label.prefix(labelLengthMax - 1) + "…"
    }

    /// `ngo (…), school (…) i 12 innych; kilka oddziel średnikiem`.
    public var text: String {
        let isEnglish = language == .english
        var text = answers.joined(separator: ", ")
        if moreCount > 0 { text += isEnglish ? " and \(moreCount) more" : " i jeszcze \(moreCount)" }
        if takesSeveral { text += isEnglish ? "; part several by semicolons" : "; kilka oddziel średnikami" }
        return text
    }
}
