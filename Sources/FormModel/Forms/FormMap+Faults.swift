/// Something in a map that would make a reader read wrongly: told to whoever corrects the file.
public struct FormMapFault: Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// A page number that the form has not.
        case page
        /// A box that reaches over the edge of its page.
        case outside
        /// Two answer places that cover each other.
        case overlap
        /// A name that stands twice.
        case repeatedName
        /// A field without a place.
        case noPlace
    }

    public let code: Code
    /// Names of the fields, check boxes or signing places concerned.
    public let names: [String]

    public init(_ code: Code, _ names: [String]) {
        self.code = code
        self.names = names
    }
}

extension FormMap {
    /// Everything that breaks the promises of a map; empty for a sound one.
    public var faults: [FormMapFault] {
        var faults: [FormMapFault] = []
        var seen: Set<FormFieldName> = []
        for field in fields {
            if !seen.insert(field.name).inserted { faults.append(FormMapFault(.repeatedName, ["\(field.name)"])) }
            if field.places.isEmpty { faults.append(FormMapFault(.noPlace, ["\(field.name)"])) }
        }
        let boxes = namedBoxes
        for box in boxes {
            guard (1...pages.count).contains(box.page) else {
                faults.append(FormMapFault(.page, [box.name]))
                continue
            }
            if !pages[box.page - 1].contains(box.box) { faults.append(FormMapFault(.outside, [box.name])) }
        }
        for page in 1...max(1, pages.count) { faults += Self.overlaps(boxes.filter { $0.page == page }) }
        return faults
    }

    private struct NamedBox {
        var name: String
        var page: Int
        var box: PageBox
    }

    private var namedBoxes: [NamedBox] {
        let places = fields.flatMap { field in
            field.places.map { place in
                NamedBox(name: Self.name(of: place, in: field), page: place.page, box: place.box)
            }
        }
        return places + signings.map { NamedBox(name: $0.role.rawValue, page: $0.page, box: $0.box) }
    }

    private static func name(of place: FormPlace, in field: FormMapField) -> String {
        switch place.role {
        case .check(let option), .word(let option): field.name.option(option)
        case .text, .comb: field.name.description
        }
    }

    /// Boxes sorted by their top edge: only neighbours can meet.
    private static func overlaps(_ boxes: [NamedBox]) -> [FormMapFault] {
        let sorted = boxes.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
        var faults: [FormMapFault] = []
        for (index, upper) in sorted.enumerated() {
            for lower in sorted[(index + 1)...] {
                if lower.box.y >= upper.box.y + upper.box.height { break }
                if upper.box.overlaps(lower.box) { faults.append(FormMapFault(.overlap, [upper.name, lower.name])) }
            }
        }
        return faults
    }
}

extension FormPage {
    /// Whether the box lies on the page; a hundredth of a point is forgiven for rounding.
    public func contains(_ box: PageBox) -> Bool {
        box.x >= -0.01 && box.y >= -0.01 && box.x + box.width <= width + 0.01 && box.y + box.height <= height + 0.01
    }
}

extension PageBox {
    /// Whether the two cover each other by more than a hair.
    public func overlaps(_ other: PageBox) -> Bool {
        min(x + width, other.x + other.width) - max(x, other.x) > 0.02
            && min(y + height, other.y + other.height) - max(y, other.y) > 0.02
    }
}
