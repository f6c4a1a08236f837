/// A content control (ECMA-376 part 1, 17.5.2), a legacy form field (17.16) or a form field of a PDF (ISO 32000-1, 12.7)
/// with its current value.
public struct FormControl: Hashable, Sendable {
    public enum Origin: String, Sendable, Codable, CaseIterable {
        case contentControl, formField, acroField
    }

    public enum Kind: String, Sendable, Codable, CaseIterable {
        case text, richText, date, dropDown, comboBox, checkBox, picture, repeatingSection, repeatingItem, group
        /// A place for a digital signature; `isChecked` says whether there is one.
        case signature
    }

    public struct Choice: Hashable, Sendable {
        public var display: String
        public var value: String

        public init(display: String, value: String) {
            self.display = display
            self.value = value
        }
    }

    public var origin: Origin
    public var kind: Kind
    public var place: String
    /// `w:tag`, or the name of a legacy field.
    public var tag: String?
    /// `w:alias`, the title that people see.
    public var title: String?
    /// The text inside, or the bound value of the data store where the two differ and the store's is the newer.
    public var text: String
    /// Only for check boxes and signatures.
    public var isChecked: Bool?
    /// True while the control still shows its placeholder: then it has no value.
    public var isPlaceholder: Bool
    public var choices: [Choice]
    /// The value behind the chosen entry of a list; the machine-readable date of a date control; the value that a box of
    /// a PDF stands for, ticked or not.
    public var chosenValue: String?
    /// XPath of its data binding, if any.
    public var binding: String?
    /// Index of the control around it.
    public var parent: Int?
    /// The file says two different things about the value: a person has to look.
    public var isDoubtful: Bool

    public init(
        origin: Origin,
        kind: Kind,
        place: String,
        tag: String? = nil,
        title: String? = nil,
        text: String = "",
        isChecked: Bool? = nil,
        isPlaceholder: Bool = false,
        choices: [Choice] = [],
        chosenValue: String? = nil,
        binding: String? = nil,
        parent: Int? = nil,
        isDoubtful: Bool = false
    ) {
        self.origin = origin
        self.kind = kind
        self.place = place
        self.tag = tag
        self.title = title
        self.text = text
        self.isChecked = isChecked
        self.isPlaceholder = isPlaceholder
        self.choices = choices
        self.chosenValue = chosenValue
        self.binding = binding
        self.parent = parent
        self.isDoubtful = isDoubtful
    }
}
