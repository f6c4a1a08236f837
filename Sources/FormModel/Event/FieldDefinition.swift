/// One question of a form.
public struct FieldDefinition: Hashable, Sendable, Codable {
    /// Stable while labels change: lower-case letters, digits, underscores.
    public var key: String
    public var kind: FieldKind
    public var label: LocalizedText
    public var help: LocalizedText
    /// Other wordings of the label that stand on people's forms, in any language.
    public var aliases: [String]
    public var isRequired: Bool
    /// Expressions; see `docs/expressions.md`.
    public var requiredIf: String?
    public var shownIf: String?
    /// Only for `choice` and `choices`.
    public var options: [Option]
    /// Smallest number, as a decimal; earliest date as `YYYY-MM-DD`; fewest choices or entries.
    public var minimum: String?
    /// Largest number, latest date, most choices or entries.
    public var maximum: String?
    /// Characters (grapheme clusters).
    public var minLength: Int?
    public var maxLength: Int?
    /// A regular expression the whole normalised value must match.
    public var pattern: String?
    /// Special category (GDPR art. 9) or treated like one: kept out of letters, lists and other people's reasons.
    public var isSensitive: Bool
    /// Id of a `RetentionCategory`.
    public var retention: String?
    /// Only for `consent`.
    public var clause: ConsentClause?
    /// Only for `group`.
    public var fields: [FieldDefinition]
    /// Raised when the meaning of the question changes; answers keep the version they were given for.
    public var version: Int
    /// Earlier versions, so that old answers stay readable.
    public var earlier: [EarlierField]

    public init(
        key: String,
        kind: FieldKind,
        label: LocalizedText,
        help: LocalizedText = LocalizedText([:]),
        aliases: [String] = [],
        isRequired: Bool = false,
        requiredIf: String? = nil,
        shownIf: String? = nil,
        options: [Option] = [],
        minimum: String? = nil,
        maximum: String? = nil,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        pattern: String? = nil,
        isSensitive: Bool = false,
        retention: String? = nil,
        clause: ConsentClause? = nil,
        fields: [FieldDefinition] = [],
        version: Int = 1,
        earlier: [EarlierField] = []
    ) {
        self.key = key
        self.kind = kind
        self.label = label
        self.help = help
        self.aliases = aliases
        self.isRequired = isRequired
        self.requiredIf = requiredIf
        self.shownIf = shownIf
        self.options = options
        self.minimum = minimum
        self.maximum = maximum
        self.minLength = minLength
        self.maxLength = maxLength
        self.pattern = pattern
        self.isSensitive = isSensitive
        self.retention = retention
        self.clause = clause
        self.fields = fields
        self.version = version
        self.earlier = earlier
    }
}
