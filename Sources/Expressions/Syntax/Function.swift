/// The functions of the language; the raw value is the name that stands in expressions.
///
/// `if` and `attended` have rules of their own in the parser: a branch is chosen before it is computed, an activity is a
/// constant.
enum Function: String, CaseIterable, Sendable {
    case ageOn = "age_on"
    case has
    case count
    case min
    case max
    case sum
    case length
    case lower
    case contains
    case matches
    case daysBetween = "days_between"
    case year
    case choose = "if"
    case attended

    var argumentCount: ClosedRange<Int> {
        switch self {
        case .ageOn: 1...2
        case .has, .count, .length, .lower, .year, .attended: 1...1
        case .contains, .matches, .daysBetween: 2...2
        case .choose: 3...3
        case .min, .max, .sum: 1...20
        }
    }

    /// Position of an argument where a bare word that is no name is a constant text.
    var constantPosition: Int? {
        switch self {
        case .contains, .matches: 1
        case .attended: 0
        default: nil
        }
    }
}
