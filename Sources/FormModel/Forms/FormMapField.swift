/// One question on a form with the places where its answer may stand.
public struct FormMapField: Hashable, Sendable {
    public var name: FormFieldName
    /// What sort of answer stands there.
    public var kind: FieldKind
    /// The question as printed, without its number and mark of being optional.
    public var label: String
    /// Where the label stands; nil where it was not found.
    public var labelPlace: LabelPlace?
    /// In reading order: the lines or cells of a text, or one check box an option.
    public var places: [FormPlace]
    /// At most one of the check boxes may be ticked.
    public var takesOne: Bool

    public struct LabelPlace: Hashable, Sendable {
        /// Counted from 1.
        public var page: Int
        public var box: PageBox

        public init(page: Int, box: PageBox) {
            self.page = page
            self.box = box
        }
    }

    public init(
        name: FormFieldName,
        kind: FieldKind,
        label: String,
        labelPlace: LabelPlace? = nil,
        places: [FormPlace],
        takesOne: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.labelPlace = labelPlace
        self.places = places
        self.takesOne = takesOne
    }
}
