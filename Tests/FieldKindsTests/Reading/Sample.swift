import FieldKinds
import FormModel

/// Readers and contexts the tests share.
enum Sample {
    static let today = CalendarDate(daysSinceEpoch: -14_610)

    static func context(_ language: InterfaceLanguage = .polish) -> ReadingContext {
        ReadingContext(language: language, today: today)
    }

    static func reader(_ kind: FieldKind, options: [Option] = []) -> FieldReader {
        FieldReader(FieldDefinition(key: "field", kind: kind, label: "Pole", options: options))
    }

    static func read(_ text: String, as kind: FieldKind, _ language: InterfaceLanguage = .polish) -> KindReading? {
        reader(kind).read(text, in: context(language))
    }

    /// The value as text with the codes of its issues: `44051401359`, `44051401358!checkDigit.wrong`.
    static func summary(_ text: String, as kind: FieldKind, _ language: InterfaceLanguage = .polish) -> String {
        summary(read(text, as: kind, language))
    }

    static func summary(_ reading: KindReading?) -> String {
        guard let reading else { return "" }
        return ([reading.value.plainText] + reading.issues.map(\.code.rawValue)).joined(separator: "!")
    }
}
