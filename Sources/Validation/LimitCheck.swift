import FieldKinds
import FormModel
import Foundation

/// Lengths, ranges, counts and patterns of a single value.
enum LimitCheck {
    /// Patterns look at this much of a text; a pattern an organiser wrote must not cost more on a hostile answer.
    static let patternLengthMax = 2_000

    static func issues(of value: AnswerValue, for field: PreparedField) -> [KindIssue] {
        let definition = field.definition
        switch value {
        case .number(let number): return range(number, definition)
        case .date(let date): return range(date, definition)
        case .choices(let keys): return count(keys.count, definition)
        case .group(let entries): return count(entries.count, definition)
        case .text(let text): return text.isEmpty ? [] : length(text, definition) + pattern(text, field)
        case .name(let name): return length(name.full, definition) + pattern(name.full, field)
        case .flag, .identityDocument: return []
        }
    }

    private static func range(_ number: DecimalNumber, _ field: FieldDefinition) -> [KindIssue] {
        if let minimum = field.minimum, let limit = DecimalNumber(minimum), number < limit {
            return [KindIssue(.numberTooSmall, parameters: ["min": minimum])]
        }
        if let maximum = field.maximum, let limit = DecimalNumber(maximum), number > limit {
            return [KindIssue(.numberTooLarge, parameters: ["max": maximum])]
        }
        return []
    }

    private static func range(_ date: CalendarDate, _ field: FieldDefinition) -> [KindIssue] {
        if let minimum = field.minimum, let limit = CalendarDate(iso: minimum), date < limit {
            return [KindIssue(.dateTooEarly, parameters: ["min": minimum])]
        }
        if let maximum = field.maximum, let limit = CalendarDate(iso: maximum), date > limit {
            return [KindIssue(.dateTooLate, parameters: ["max": maximum])]
        }
        return []
    }

    private static func count(_ count: Int, _ field: FieldDefinition) -> [KindIssue] {
        if let minimum = field.minimum.flatMap({ Int($0) }), count < minimum {
            return [KindIssue(.countTooSmall, parameters: ["min": "\(minimum)", "count": "\(count)"])]
        }
        if let maximum = field.maximum.flatMap({ Int($0) }), count > maximum {
            return [KindIssue(.countTooLarge, parameters: ["max": "\(maximum)", "count": "\(count)"])]
        }
        return []
    }

    private static func length(_ text: String, _ field: FieldDefinition) -> [KindIssue] {
        guard field.minLength != nil || field.maxLength != nil else { return [] }
        let length = text.count
        if let minimum = field.minLength, length < minimum {
            return [KindIssue(.lengthTooShort, parameters: ["min": "\(minimum)", "count": "\(length)"])]
        }
        if let maximum = field.maxLength, length > maximum {
            return [KindIssue(.lengthTooLong, parameters: ["max": "\(maximum)", "count": "\(length)"])]
        }
        return []
    }

    private static func pattern(_ text: String, _ field: PreparedField) -> [KindIssue] {
        guard let pattern = field.pattern else { return [] }
        let looked = text.utf16.count <= patternLengthMax ? text : String(text.prefix(patternLengthMax))
        let range = NSRange(looked.startIndex..., in: looked)
        guard pattern.firstMatch(in: looked, range: range) == nil else { return [] }
        return [KindIssue(.patternMismatch, parameters: ["pattern": field.definition.pattern ?? ""])]
    }
}
