import FieldKinds
import FormModel

/// Answers that contradict each other: PESEL against birth date and sex, a name against its other spelling.
struct CrossCheck: Sendable {
    private let peselFields: [String]
    private let birthDateField: String?
    private let sexField: String?
    private let names: [(original: String, latin: String)]

    /// The fields are known by their kinds; birth date and sex, which have none of their own, by their usual keys.
    init(_ fields: [FieldDefinition]) {
        peselFields = fields.filter { $0.kind == .pesel }.map(\.key)
        birthDateField = fields.first { $0.kind == .date && $0.key.hasPrefix("birth") }?.key
        sexField = fields.first { $0.kind == .choice && ["sex", "gender", "plec"].contains($0.key) }?.key
        var pairs: [(original: String, latin: String)] = []
        for part in FieldKind.NamePart.allCases {
            let original = fields.first { $0.kind == .personName(spelling: .original, part: part) }
            let latin = fields.first { $0.kind == .personName(spelling: .latin, part: part) }
            if let original, let latin { pairs.append((original.key, latin.key)) }
        }
        names = pairs
    }

    func findings(_ answers: AnswerSet) -> [Finding] {
        peselFields.flatMap { pesel($0, answers) } + names.compactMap { spelling($0.original, $0.latin, answers) }
    }

    private func pesel(_ key: String, _ answers: AnswerSet) -> [Finding] {
        guard case .text(let digits)? = answers[key]?.value, let pesel = PESEL(digits) else { return [] }
        var findings: [Finding] = []
        if let birthDateField, case .date(let date)? = answers[birthDateField]?.value, date != pesel.birthDate {
            let parameters = ["other": birthDateField, "birthDate": pesel.birthDate.description]
            findings.append(Finding(.peselBirthDateMismatch, field: key, parameters: parameters))
        }
        if let sexField, case .text(let option)? = answers[sexField]?.value, let stated = Self.sex(option),
            stated != pesel.sex
        {
            findings.append(Finding(.peselSexMismatch, field: key, parameters: ["other": sexField]))
        }
        return findings
    }

    private static func sex(_ option: String) -> PESEL.Sex? {
        switch option {
        case "woman", "female", "f", "k", "kobieta": .woman
        case "man", "male", "m", "mezczyzna": .man
        default: nil
        }
    }

    /// The Latin spelling must follow from the original one by some country's rules; left-out words are no contradiction.
    private func spelling(_ originalKey: String, _ latinKey: String, _ answers: AnswerSet) -> Finding? {
        guard case .name(let original)? = answers[originalKey]?.value, case .name(let latin)? = answers[latinKey]?.value
        else { return nil }
        let given = Self.words(latin.full)
        let fits = Romanisation.Rules.allCases.contains { rules in
            let expected = Self.words(Romanisation.latin(original.full, by: rules))
            return expected.isSubset(of: given) || given.isSubset(of: expected)
        }
        guard !fits else { return nil }
        let rules = Romanisation.rules(for: original.full) ?? .ukrainian
        let expected = Romanisation.latin(original.full, by: rules)
        return Finding(
            .nameSpellingMismatch,
            field: latinKey,
            parameters: ["expected": expected, "other": originalKey]
        )
    }

    private static func words(_ name: String) -> Set<Substring> {
        Set(DuplicateKey.foldedName(name).split(separator: " "))
    }
}
