public import FormModel

/// Reads raw texts as answers to one field; made once per field and used for every form.
///
///     let reader = FieldReader(field)
///     let reading = reader.read(" 990-000-002 ", in: context)   // .text("+48990000002")
public struct FieldReader: Sendable {
    public let field: FieldDefinition
    /// Readers of the fields inside a repeating group, in their order; empty for every other kind.
    public let inner: [FieldReader]
    private let options: OptionTable
    /// A text longer than this is no answer to any kind but long text.
    static let lineByteCountMax = 4_000

    public init(_ field: FieldDefinition) {
        self.field = field
        inner = field.fields.map { FieldReader($0) }
        options = OptionTable(field.options)
    }

    /// The text as a value of the field's kind; nil when it says nothing (empty, only leaders or dashes; for numbers of
    /// papers also „nie posiadam”).
    public func read(_ text: String, in context: ReadingContext) -> KindReading? {
        if case .longText = field.kind {
            let cleaned = TextCleaning.lines(text)
            return Silence.isSilent(cleaned.text) ? nil : TextKind.read(cleaned)
        }
        if case .choices = field.kind { return read(all: [text], in: context) }
        let cleaned = TextCleaning.line(text)
        guard !Silence.isSilent(cleaned.text) else { return nil }
        guard cleaned.text.utf8.count <= Self.lineByteCountMax else {
            let limit = ["max": "\(Self.lineByteCountMax)"]
            return KindReading(.text(cleaned.text), issues: [KindIssue(.lengthTooLong, parameters: limit)])
        }
        return read(line: cleaned, raw: text, in: context)
    }

    /// Several texts as one answer: the marked options of a `choices` field. A kind that takes one value reads the first
    /// text that says something.
    public func read(all texts: [String], in context: ReadingContext) -> KindReading? {
        guard case .choices = field.kind else { return texts.lazy.compactMap { read($0, in: context) }.first }
        let cleaned = texts.map { TextCleaning.lines($0).text }.filter { !$0.isEmpty }
        return ChoiceKind.readSeveral(cleaned, options: field.options, table: options)
    }

    private func read(line: TextCleaning.Cleaned, raw: String, in context: ReadingContext) -> KindReading? {
        let text = line.text
        switch field.kind {
        case .personName(let spelling, let part): return PersonNameKind.read(line, spelling: spelling, part: part)
        case .addressForm: return AddressFormKind.read(text)
        case .text, .longText: return TextKind.read(line)
        // A line of text cannot tell which part answers which inner field.
        case .group: return .invalid(text, kind: "group", reason: .format)
        case .date: return DateKind.read(text, in: context)
        case .number: return NumberKind.read(text, in: context)
        case .choice, .choices: return ChoiceKind.read(text, options: field.options, table: options)
        case .yesNo, .consent: return YesNoKind.read(text, field: field)
        case .country: return CountryKind.read(text)
        case .language: return LanguageKind.read(text)
        case .file: return FileKind.read(text)
        case .email: return Silence.isAbsence(text) ? nil : EmailKind.read(hasLineBreakInside(raw) ? raw : text)
        case .phone, .pesel, .nip, .regon, .krs, .iban, .postalCode, .identityDocument:
            return Silence.isAbsence(text) ? nil : read(code: text, in: context)
        }
    }

    private func read(code text: String, in context: ReadingContext) -> KindReading {
        switch field.kind {
        case .phone: PhoneKind.read(text, in: context)
        case .pesel: PESEL.read(text)
        case .nip: NIP.read(text)
        case .regon: REGON.read(text)
        case .krs: KRS.read(text)
        case .iban: IBAN.read(text)
        case .postalCode: PostalCode.read(text)
        default: IdentityDocumentKind.read(text, in: context)
        }
    }

    /// A line break between two parts of an address would become a header of its own in a mail.
    private func hasLineBreakInside(_ raw: String) -> Bool {
        let body = raw.drop { $0.isWhitespace }
        guard let end = body.lastIndex(where: { !$0.isWhitespace }) else { return false }
        return body[...end].contains { $0.isNewline }
    }
}
