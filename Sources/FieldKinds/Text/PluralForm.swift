public import FormModel

/// Which form of a noun stands beside a whole number: 1 osoba, 2 osoby, 5 osób.
///
/// The rules are those of CLDR for cardinal whole numbers.
public enum PluralForm: String, CaseIterable, Sendable {
    case one, few, many

    public init(_ count: Int, in language: InterfaceLanguage) {
        let number = count.magnitude
        let isTeen = (11...14).contains(number % 100)
        let isFew = (2...4).contains(number % 10) && !isTeen
        switch language {
        case .english: self = number == 1 ? .one : .many
        case .polish: self = number == 1 ? .one : isFew ? .few : .many
        case .ukrainian, .russian, .belarusian:
            self = number % 10 == 1 && !isTeen ? .one : isFew ? .few : .many
        }
    }

    /// The form that fits, out of the three.
    public func choose<Form>(one: Form, few: Form, many: Form) -> Form {
        switch self {
        case .one: one
        case .few: few
        case .many: many
        }
    }
}
