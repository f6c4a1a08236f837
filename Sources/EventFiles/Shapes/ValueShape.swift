/// What may stand behind a key. One description drives the reading, the faults, the JSON Schema and the reference.
indirect enum ValueShape: Sendable {
    /// Any scalar, taken as text.
    case text
    /// Letters, digits, `_`, `-` and `.`: an id that other places name.
    case identifier
    /// Lower-case letters, digits and hyphens: an event's name.
    case slug
    /// Lower-case letters, digits and underscores.
    case fieldKey
    /// A text, or texts by language.
    case localized
    case whole(ClosedRange<Int>)
    case decimal
    case flag
    case day
    /// A day, or the first and last: `2019-03-15..17`.
    case dayRange
    /// A day, or a day with time: the last moment of the day, of the minute or of the second. As `opens`, the first.
    case moment
    /// `9:30-15:30`.
    case hours
    /// `5 years`, `30 days`.
    case duration
    case timeZone
    case language
    case word([String])
    case expression
    /// A count or a percentage.
    case bound
    /// `12`, or `{min, max}`.
    case seats
    case list(ValueShape)
    /// Keys that the author chooses.
    case map(key: KeyForm, ValueShape)
    case mapping(MappingShape)
    /// Two notations, told apart by what stands there.
    case either(ValueShape, ValueShape)

    enum KeyForm: Sendable {
        case any, identifier
    }
}

/// The keys of one kind of mapping.
struct MappingShape: Sendable {
    /// Its heading in the reference and its name in the schema.
    var name: String
    /// What it is for.
    var about: String
    var keys: [KeyShape]

    init(_ name: String, _ about: String, _ keys: [KeyShape]) {
        self.name = name
        self.about = about
        self.keys = keys
    }

    func key(_ name: String) -> KeyShape? { keys.first { $0.name == name } }
}

/// One key of a mapping.
struct KeyShape: Sendable {
    var name: String
    var shape: ValueShape
    var isRequired: Bool
    /// Whether its texts are shown to applicants and should stand in every language of the event.
    var isTranslated: Bool
    var about: String

    init(
        _ name: String,
        _ shape: ValueShape,
        required: Bool = false,
        translated: Bool = false,
        _ about: String
    ) {
        self.name = name
        self.shape = shape
        isRequired = required
        isTranslated = translated
        self.about = about
    }
}
