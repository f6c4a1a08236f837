/// A value with a name and no layout: a web submission's entry, a cell under its column head, an AcroForm field.
public struct NamedField: Hashable, Sendable {
    public var name: String
    public var value: String
    /// Only for AcroForm check boxes and radio buttons.
    public var isChecked: Bool?
    public var place: String
    public var page: Int?
    public var box: PageBox?

    public init(
        name: String,
        value: String,
        isChecked: Bool? = nil,
        place: String,
        page: Int? = nil,
        box: PageBox? = nil
    ) {
        self.name = name
        self.value = value
        self.isChecked = isChecked
        self.place = place
        self.page = page
        self.box = box
    }
}
