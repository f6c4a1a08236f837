import FormModel

/// A value that has the shape its key asks for, with its place.
struct Checked: Sendable {
    indirect enum Value: Sendable {
        case text(String)
        case localized(LocalizedText)
        case whole(Int)
        case decimal(DecimalNumber)
        case flag(Bool)
        case day(CalendarDate)
        case days(first: CalendarDate, last: CalendarDate)
        case moment(LocalMoment)
        /// Minutes after midnight.
        case hours(start: Int, end: Int)
        case duration(years: Int, months: Int, days: Int)
        case bound(Quota.Bound)
        case seats(SeatRange)
        case list([Checked])
        case map([MapEntry])
        case mapping(CheckedMapping)
    }

    struct MapEntry: Sendable {
        var key: String
        var place: SourcePlace
        var value: Checked
    }

    var value: Value
    var place: SourcePlace
    /// A text without line breaks, so that a place inside of it can be given; characters before its first one.
    var inset: Int?
    /// Whether it was written as a scalar: a plain text for all languages.
    var isScalar = false

    var text: String? {
        if case .text(let text) = value { return text }
        return nil
    }

    var localized: LocalizedText? {
        if case .localized(let text) = value { return text }
        return nil
    }

    var list: [Checked] {
        if case .list(let elements) = value { return elements }
        return []
    }

    var map: [MapEntry] {
        if case .map(let entries) = value { return entries }
        return []
    }

    var mapping: CheckedMapping? {
        if case .mapping(let mapping) = value { return mapping }
        return nil
    }
}

/// A mapping whose keys are known and whose values have their shapes. A key that is asked for must stand in the shape.
struct CheckedMapping: Sendable {
    var shape: MappingShape
    var place: SourcePlace
    var entries: [String: (keyPlace: SourcePlace, value: Checked)]

    subscript(key: String) -> Checked? {
        precondition(shape.key(key) != nil, "the shape \(shape.name) has no key \(key)")
        return entries[key]?.value
    }

    func has(_ key: String) -> Bool { self[key] != nil }
    func text(_ key: String) -> String? { self[key]?.text }
    func localized(_ key: String) -> LocalizedText { self[key]?.localized ?? LocalizedText([:]) }
    func list(_ key: String) -> [Checked] { self[key]?.list ?? [] }
    func mappings(_ key: String) -> [CheckedMapping] { list(key).compactMap(\.mapping) }
    func texts(_ key: String) -> [String] { list(key).compactMap(\.text) }
    func mapping(_ key: String) -> CheckedMapping? { self[key]?.mapping }

    func whole(_ key: String) -> Int? {
        if case .whole(let number)? = self[key]?.value { return number }
        return nil
    }

    func decimal(_ key: String) -> DecimalNumber? {
        if case .decimal(let number)? = self[key]?.value { return number }
        return nil
    }

    func flag(_ key: String) -> Bool {
        if case .flag(let flag)? = self[key]?.value { return flag }
        return false
    }

    func day(_ key: String) -> CalendarDate? {
        if case .day(let day)? = self[key]?.value { return day }
        return nil
    }

    func hours(_ key: String) -> (start: Int, end: Int)? {
        if case .hours(let start, let end)? = self[key]?.value { return (start, end) }
        return nil
    }

    func moment(_ key: String) -> LocalMoment? {
        if case .moment(let moment)? = self[key]?.value { return moment }
        return nil
    }

    func bound(_ key: String) -> Quota.Bound? {
        if case .bound(let bound)? = self[key]?.value { return bound }
        return nil
    }

    /// A word of a closed list; nil when absent.
    func word<Word: RawRepresentable>(_ key: String) -> Word? where Word.RawValue == String {
        text(key).flatMap(Word.init(rawValue:))
    }
}
