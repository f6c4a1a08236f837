public import FormModel

/// Writes a field's value as people read it: option labels, dates with the month in words, grouped IBANs.
public struct FieldPrinter: Sendable {
    public let field: FieldDefinition
    private let labels: [String: LocalizedText]
    private let inner: [FieldPrinter]

    public init(_ field: FieldDefinition) {
        self.field = field
        labels = Dictionary(field.options.map { ($0.key, $0.label) }) { first, _ in first }
        inner = field.fields.map { FieldPrinter($0) }
    }

    /// The value as one line; a repeating group as one line an entry. An option that the event file does not know any
    /// more is written with its key, an invalid value as it was read.
    public func text(_ value: AnswerValue, in language: InterfaceLanguage) -> String {
        switch value {
        case .text(let text): self.text(text, in: language)
        case .name(let name): NamePrinting.sensible(name.full)
        case .number(let number): MoneyText.number(number, in: language)
        case .date(let date): DateText.long(date, in: language)
        case .flag(let flag): flag ? Words.yes.text(in: language) : Words.no.text(in: language)
        case .choices(let keys): keys.map { label($0, in: language) }.joined(separator: "; ")
        case .identityDocument(let document): self.text(document, in: language)
        case .group(let entries): entries.map { text($0, in: language) }.joined(separator: "\n")
        }
    }

    private func text(_ text: String, in language: InterfaceLanguage) -> String {
        switch field.kind {
        case .choice, .choices: label(text, in: language)
        case .country: CountryKind.name(text, in: language) ?? text
        case .language: LanguageKind.name(text, in: language) ?? text
        case .addressForm: Words.addressForms[text]?.text(in: language) ?? text
        case .phone: PhoneKind.grouped(text)
        case .iban: IBAN.grouped(text)
        case .nip: NIP.grouped(text)
        case .personName: NamePrinting.sensible(text)
        default: text
        }
    }

    private func label(_ key: String, in language: InterfaceLanguage) -> String {
        guard let label = labels[key], !label.isEmpty else { return key }
        return label.text(in: language)
    }

    private func text(_ document: IdentityDocument, in language: InterfaceLanguage) -> String {
        var parts: [String] = []
        if let kind = document.kind { parts.append(Words.documentKind(kind).text(in: language)) }
        if let number = document.number { parts.append(number) }
        var result = parts.joined(separator: " ")
        if let validTo = document.validTo {
            let until = Words.validTo.text(in: language) + " " + DateText.long(validTo, in: language)
            result += result.isEmpty ? until : ", " + until
        }
        return result
    }

    private func text(_ entry: [String: AnswerValue], in language: InterfaceLanguage) -> String {
        inner.compactMap { printer in entry[printer.field.key].map { printer.text($0, in: language) } }
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
