public import FormModel

extension FieldReader {
    /// Checks a value that is typed already (a check box, a staff entry, an answer out of the registry) and brings it
    /// into normal form.
    public func check(_ value: AnswerValue, in context: ReadingContext) -> KindReading {
        switch (field.kind, value) {
        case (_, .text(let text)): return read(text, in: context) ?? KindReading(value)
        case (.personName(let spelling, _), .name(let name)): return PersonNameKind.check(name, spelling: spelling)
        case (.identityDocument, .identityDocument(let document)): return IdentityDocumentKind.check(document)
        case (.choices, .choices(let keys)): return check(keys)
        case (.group, .group(let entries)): return KindReading(.group(entries.map { check($0, in: context) }))
        case (.date, .date), (.number, .number), (.yesNo, .flag), (.consent, .flag): return KindReading(value)
        default: return read(value.plainText, in: context) ?? KindReading(value)
        }
    }

    private func check(_ keys: [String]) -> KindReading {
        let known = field.options.map(\.key).filter(keys.contains)
        let unknown = keys.filter { !known.contains($0) }
        let issues = unknown.map { KindIssue(.optionUnknown, parameters: ["value": $0]) }
        return KindReading(.choices(known), issues: issues)
    }

    private func check(_ entry: [String: AnswerValue], in context: ReadingContext) -> [String: AnswerValue] {
        var result = entry
        for reader in inner {
            if let value = entry[reader.field.key] { result[reader.field.key] = reader.check(value, in: context).value }
        }
        return result
    }
}
