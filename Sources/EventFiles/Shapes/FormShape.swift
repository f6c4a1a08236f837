import FormModel

/// Forms and their fields.
enum FormShape {
    static let form = MappingShape(
        "form",
        "A registration form.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("title", .localized, translated: true, "Heading of the form."),
        ] + sharedKeys
    )

    /// Keys that stand in a form, or at the top of an event with a single form.
    static let sharedKeys: [KeyShape] = [
        KeyShape(
            "applicant",
            .word(FormDefinition.Applicant.allCases.map(\.rawValue)),
            "Who applies; `person` if absent."
        ),
        KeyShape("applies_to", .list(.identifier), "Activities everybody who sends the form applies for."),
        KeyShape("chosen_by", .fieldKey, "Field whose options are activities: people apply for those they choose."),
        KeyShape("channels", .list(.word(Channel.allCases.map(\.rawValue))), "Ways in; all if absent."),
        KeyShape("opens", .moment, "First moment; a day means from its start."),
        KeyShape("deadline", .moment, "Last moment, inclusive; a day means to its last millisecond."),
        KeyShape("fields", .list(.mapping(field)), "The questions, in order."),
        KeyShape("consents", .list(.mapping(consent)), "Consents after the questions."),
        KeyShape("one_of", .list(.list(.fieldKey)), "Of each list at least one field must be answered."),
        KeyShape("eligibility", .list(.mapping(eligibility)), "Conditions everybody must meet."),
        KeyShape("blanks", .list(.text), "Own blank forms, relative to the event file."),
        KeyShape("columns", .map(key: .identifier, .text), "Column heads of an exported table, by field."),
        KeyShape("version", .whole(1...10_000), "Raised when the form's meaning changes."),
        KeyShape(
            "retired_fields",
            .list(.mapping(field)),
            "Questions no longer asked, kept so that old registrations stay readable."
        ),
    ]

    static let eligibility = MappingShape(
        "eligibility",
        "A condition of eligibility.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("need", .expression, required: true, "What must hold."),
            KeyShape("reason", .localized, required: true, translated: true, "What people are told when it does not."),
            KeyShape("activities", .list(.identifier), "Activities it holds for; all of the form if absent."),
        ]
    )

    static let field = MappingShape("field", "A question.", questionKeys + shapeKeys + historyKeys + [innerFields])

    /// A question inside a repeating group: the same, but for groups in groups.
    static let innerField = MappingShape(
        "innerField",
        "A question inside a repeating group.",
        questionKeys + shapeKeys + historyKeys
    )

    static let kindNames = FieldKind.all.map(\.name)

    private static let questionKeys: [KeyShape] = [
        KeyShape("key", .fieldKey, required: true, "Stable name: lower-case letters, digits, underscores."),
        KeyShape("kind", .word(kindNames), required: true, "What sort of answer it takes."),
        KeyShape("label", .localized, required: true, translated: true, "The question."),
        KeyShape("help", .localized, translated: true, "A line below the question."),
        KeyShape("aliases", .list(.text), "Other wordings of the label on people's forms."),
        KeyShape("required", .flag, "Must be answered."),
        KeyShape("required_if", .expression, "Must be answered when this holds."),
        KeyShape("shown_if", .expression, "Is asked only when this holds."),
        KeyShape("sensitive", .flag, "Special category (GDPR art. 9) or treated like one."),
        KeyShape("retention", .identifier, "Category of keeping."),
    ]

    private static let shapeKeys: [KeyShape] = [
        KeyShape(
            "spelling",
            .word(FieldKind.Spelling.allCases.map(\.rawValue)),
            "Names: which spelling; `latin` if absent."
        ),
        KeyShape("part", .word(FieldKind.NamePart.allCases.map(\.rawValue)), "Names: which part; `full` if absent."),
        KeyShape("options", options, translated: true, "Choices: key and label of each option."),
        KeyShape("min", .text, "Smallest number, earliest date, fewest choices or entries."),
        KeyShape("max", .text, "Largest number, latest date, most choices or entries."),
        KeyShape("min_length", .whole(0...100_000), "Fewest characters."),
        KeyShape("max_length", .whole(1...100_000), "Most characters."),
        KeyShape("pattern", .text, "Regular expression the whole value must match."),
        KeyShape("version", .text, "Version of the question, a number; of a consent, the clause's label."),
        KeyShape("text", .localized, translated: true, "Consents: the clause."),
    ]

    private static let historyKeys: [KeyShape] = [
        KeyShape(
            "earlier",
            .either(.list(.mapping(earlier)), .map(key: .any, .localized)),
            "Earlier versions of the question; of a consent, earlier clauses by version."
        )
    ]

    private static let innerFields = KeyShape(
        "fields",
        .list(.mapping(innerField)),
        "Repeating groups: the inner questions."
    )

    static let options: ValueShape = .either(
        .map(key: .identifier, .either(.localized, .mapping(option))),
        .list(.identifier)
    )

    static let option = MappingShape(
        "option",
        "An option with further wordings.",
        [
            KeyShape("label", .localized, required: true, translated: true, "What people read."),
            KeyShape("aliases", .list(.text), "Other wordings on people's forms."),
        ]
    )

    static let earlier = MappingShape(
        "earlier",
        "An earlier version of a question.",
        [
            KeyShape("version", .whole(1...10_000), required: true, "Its number."),
            KeyShape("label", .localized, "The label it had."),
            KeyShape("options", options, "The options it had."),
        ]
    )

    static let consent = MappingShape(
        "consent",
        "A clause a person agrees to or takes note of; short for a field of kind `consent`.",
        [
            KeyShape("key", .fieldKey, required: true, "Stable name."),
            KeyShape("label", .localized, required: true, translated: true, "Heading."),
            KeyShape("aliases", .list(.text), "Other wordings of the heading."),
            KeyShape("required", .flag, "Without it the application is incomplete."),
            KeyShape("required_if", .expression, "Required when this holds."),
            KeyShape("shown_if", .expression, "Asked only when this holds."),
            KeyShape("version", .text, required: true, "Label of this wording, such as its date."),
            KeyShape("text", .localized, required: true, translated: true, "The whole clause."),
            KeyShape("earlier", .map(key: .any, .localized), "Earlier wordings by version."),
            KeyShape("retention", .identifier, "Category of keeping."),
        ]
    )
}
