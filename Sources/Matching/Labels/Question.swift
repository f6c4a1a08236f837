import FieldKinds
import FormModel

/// One field of the form as matching sees it: a field of its own, or a field inside a repeating group.
///
/// A class because it is handed around for every label of every form, and a copy would touch each text of the field.
final class Question: Sendable {
    enum Shape: Sendable {
        /// Any words may be the answer.
        case words
        /// Several lines of them.
        case longText
        /// The text shows by itself whether it can be an answer: a date, a number, an address, a check digit.
        case telling
        /// One or several of given options.
        case options
        /// Yes or no, agreed or not: a single box may stand for it.
        case flag
        case group
        /// Never answered on a paper.
        case file
    }

    let field: FieldDefinition
    /// Index of the repeating group around it.
    let group: Int?
    let reader: FieldReader
    let shape: Shape
    /// Reads a whole name where the field asks for a part of it.
    let wholeNameReader: FieldReader?

    init(_ field: FieldDefinition, group: Int? = nil) {
        self.field = field
        self.group = group
        reader = FieldReader(field)
        shape = Self.shape(of: field.kind)
        wholeNameReader = Self.wholeName(of: field).map { FieldReader($0) }
    }

    private static func shape(of kind: FieldKind) -> Shape {
        switch kind {
        case .personName, .text, .identityDocument: .words
        case .longText: .longText
        case .email, .phone, .date, .number, .pesel, .nip, .regon, .krs, .iban, .postalCode: .telling
        case .choice, .choices, .addressForm, .country, .language: .options
        case .yesNo, .consent: .flag
        case .group: .group
        case .file: .file
        }
    }

    private static func wholeName(of field: FieldDefinition) -> FieldDefinition? {
        guard case .personName(let spelling, let part) = field.kind, part != .full else { return nil }
        return FieldDefinition(
            key: field.key,
            kind: .personName(spelling: spelling, part: .full),
            label: field.label
        )
    }

    /// Whether an answer may name several options.
    var takesSeveral: Bool { field.kind == .choices || (field.kind == .language && field.maximum != "1") }

    /// The text as one of the options. A text in two languages («Пані / Pani») is read part by part; the parts must not
    /// mean different options.
    func readOption(_ text: String, in context: ReadingContext) -> KindReading? {
        let whole = reader.read(text, in: context)
        guard whole.map({ !$0.isValid || $0.certainty < 0.95 }) ?? true, text.contains("/") else { return whole }
        let parts = text.split(separator: "/").prefix(4).compactMap { reader.read(String($0), in: context) }
            .filter(\.isValid)
        guard let best = parts.max(by: { $0.certainty < $1.certainty }), best.certainty >= 0.95,
            parts.allSatisfy({ $0.value == best.value })
        else { return whole }
        return KindReading(best.value, certainty: 0.98, issues: best.issues)
    }
}
