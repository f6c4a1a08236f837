/// One place on a blank form where something is written or ticked.
public struct FormPlace: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
        /// Free writing on so many lines.
        case text(lines: Int)
        /// One sign a cell; the cells lie inside the place's box, from left to right.
        ///
        /// `pattern` has `#` for each cell and, between them, the signs that are printed: `##-###` for a postal code.
        case comb(cells: [PageBox], pattern: String)
        /// A box to tick for this option: an option's key, `true` or `false` for yes/no, `true` for a consent.
        case check(option: String)
        /// The words of an option without a box: underlined, circled, or left when the others are struck out.
        case word(option: String)
    }

    /// Counted from 1.
    public var page: Int
    /// The inside of the frame: what the person writes lies in it, the printed frame lies around it.
    public var box: PageBox
    public var role: Role
    /// The words beside a check box, as printed.
    public var label: String

    public init(page: Int, box: PageBox, role: Role, label: String = "") {
        self.page = page
        self.box = box
        self.role = role
        self.label = label
    }
}

/// A place for a signature, or for the town and day that belong to it.
public struct FormSigning: Hashable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        case signature, placeAndDate
    }

    public var role: Role
    /// Counted from 1.
    public var page: Int
    public var box: PageBox

    public init(role: Role, page: Int, box: PageBox) {
        self.role = role
        self.page = page
        self.box = box
    }
}
