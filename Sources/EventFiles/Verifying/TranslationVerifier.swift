import FormModel

/// Warns of texts that applicants see and that lack a language of the event. A plain text stands for all languages.
struct TranslationVerifier {
    private(set) var faults: [FileFault] = []

    /// Walks a mapping along its shape.
    mutating func verify(_ mapping: CheckedMapping, languages: [InterfaceLanguage]) {
        var languages = languages
        // A document written in fixed languages needs its texts in those only.
        if mapping.shape.name == DocumentShape.document.name {
            let fixed = mapping.texts("languages").compactMap(InterfaceLanguage.init(rawValue:))
            if !fixed.isEmpty { languages = fixed }
        }
        for key in mapping.shape.keys {
            guard let value = mapping.entries[key.name]?.value else { continue }
            verify(value, isShown: key.isTranslated, languages)
        }
    }

    private mutating func verify(_ checked: Checked, isShown: Bool, _ languages: [InterfaceLanguage]) {
        switch checked.value {
        case .localized(let text) where isShown && !checked.isScalar:
            let missing = languages.filter { text.byLanguage[$0] == nil }.map(\.rawValue)
            guard !missing.isEmpty else { return }
            faults.append(
                FaultCode.translationMissing.fault(at: checked.place, subject: missing.joined(separator: ", "))
            )
        case .list(let elements): for element in elements { verify(element, isShown: isShown, languages) }
        case .map(let entries): for entry in entries { verify(entry.value, isShown: isShown, languages) }
        case .mapping(let mapping): verify(mapping, languages: languages)
        default: break
        }
    }
}
