import Foundation
import FormModel

/// A scalar held against its shape.
enum ScalarShape {
    enum Outcome {
        case value(Checked.Value)
        case malformed
        case impossible(String)
        case outside(ClosedRange<Int>)
        case unknownWord([String])
        case unknownZone
    }

    static func value(of text: String, _ shape: ValueShape) -> Outcome {
        switch shape {
        case .text, .expression: text.isEmpty ? .malformed : .value(.text(text))
        case .localized: text.isEmpty ? .malformed : .value(.localized(LocalizedText([.polish: text])))
        case .identifier: ScalarReading.isIdentifier(text) ? .value(.text(text)) : .malformed
        case .slug: ScalarReading.isSlug(text) ? .value(.text(text)) : .malformed
        case .fieldKey: ScalarReading.isFieldKey(text) ? .value(.text(text)) : .malformed
        case .flag: ScalarReading.flag(text).map { .value(.flag($0)) } ?? .malformed
        case .whole(let range): whole(text, range)
        case .decimal: DecimalNumber(text).map { .value(.decimal($0)) } ?? .malformed
        case .day: outcome(ScalarReading.day(text)) { .day($0) }
        case .dayRange: outcome(ScalarReading.days(text)) { .days(first: $0.0, last: $0.1) }
        case .moment: outcome(ScalarReading.moment(text)) { .moment($0) }
        case .hours: ScalarReading.hours(text).map { .value(.hours(start: $0.start, end: $0.end)) } ?? .malformed
        case .duration:
            ScalarReading.duration(text).map { .value(.duration(years: $0.years, months: $0.months, days: $0.days)) }
                ?? .malformed
        case .timeZone: TimeZone(identifier: text) == nil ? .unknownZone : .value(.text(text))
        case .language: word(text, InterfaceLanguage.allCases.map(\.rawValue))
        case .word(let words): word(text, words)
        case .bound: ScalarReading.bound(text).map { .value(.bound($0)) } ?? .malformed
        case .seats: seats(text)
        case .list, .map, .mapping, .either: .malformed
        }
    }

    private static func whole(_ text: String, _ range: ClosedRange<Int>) -> Outcome {
        guard let number = ScalarReading.whole(text) else { return .malformed }
        return range.contains(number) ? .value(.whole(number)) : .outside(range)
    }

    private static func seats(_ text: String) -> Outcome {
        guard let number = ScalarReading.whole(text) else { return .malformed }
        let range = 1...1_000_000
        return range.contains(number) ? .value(.seats(SeatRange(number))) : .outside(range)
    }

    private static func word(_ text: String, _ words: [String]) -> Outcome {
        words.contains(text) ? .value(.text(text)) : .unknownWord(words)
    }

    private static func outcome<Read>(
        _ reading: ScalarReading.Outcome<Read>,
        _ make: (Read) -> Checked.Value
    ) -> Outcome {
        switch reading {
        case .value(let read): .value(make(read))
        case .impossible(let text): .impossible(text)
        case .malformed: .malformed
        }
    }
}
