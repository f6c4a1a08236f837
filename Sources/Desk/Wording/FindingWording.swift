public import FormModel

/// What people read for each finding: what happened and what to do next.
///
/// Polish for Polish, Ukrainian, Russian and Belarusian readers of the staff desk, English for the others.
public enum FindingWording {
    /// The sentence for one finding; `fieldLabel` is the label of its field, nil takes the key.
    public static func text(of finding: Finding, fieldLabel: String?, language: InterfaceLanguage) -> String {
        let wording = wording(of: FindingSubject(finding, label: fieldLabel))
        return wording.text(in: language == .english ? .english : .polish)
    }

    /// Exhaustive on purpose: a new code does not compile until it has its words.
    private static func wording(of subject: FindingSubject) -> LocalizedText {
        switch subject.finding.code {
        case .requiredMissing, .oneOfMissing, .consentMissing, .answerNotAsked: presence(subject)
        case .valueInvalid, .checkDigitWrong, .digitsNotASCII, .controlCharacters, .patternMismatch, .optionUnknown,
            .dateAmbiguous:
            shape(subject)
        case .lengthTooShort, .lengthTooLong, .numberTooSmall, .numberTooLarge, .dateTooEarly, .dateTooLate,
            .countTooSmall, .countTooLarge:
            limit(subject)
        case .emailNeedsSMTPUTF8, .krsPadded, .documentFormatUnusual, .documentExpired, .peselBirthDateMismatch,
            .peselSexMismatch, .nameMixedAlphabets, .nameSpellingMismatch, .nameSplitProposed:
            oddity(subject)
        case .candidatesDiffer, .markAmbiguous, .confidenceLow, .labelUnmatched, .placeholderLeft, .trackedChanges,
            .emailUnconfirmed, .signatureMissing, .pageNotRegistered:
            reading(subject)
        case .ineligible, .receivedLate, .receivedEarly, .channelNotOpen, .possibleDuplicate, .eventUnassigned,
            .eventAmbiguous, .formOfOtherEvent:
            event(subject)
        case .sourceEmpty, .sourceUnusable, .sourceUnknownFormat, .sourceDamaged, .sourceEncrypted, .sourceMacros,
            .sourceExternalContent, .sourceContentUnread, .sourceNeedsConverter, .sourceNotYetReadable, .sourceLimit,
            .sourceDoctype:
            source(subject)
        case .readerCrashed, .readerTimedOut, .readerReplyInvalid, .attachmentSkipped, .mailNothingUsable,
            .mailSeveralForms:
            arrival(subject)
        case .scanPageMissing, .scanPageTwice, .scanPageAlone, .scanSheetsUnclear: sheets(subject)
        }
    }
}

/// A finding with what its sentence names.
struct FindingSubject {
    let finding: Finding
    /// The field's label in quotation marks, else its key; empty for a finding about the whole form.
    let polishField: String
    let englishField: String

    init(_ finding: Finding, label: String?) {
        self.finding = finding
        let name = label ?? finding.field ?? ""
        polishField = name.isEmpty ? "Formularz" : "„\(name)”"
        englishField = name.isEmpty ? "The form" : "“\(name)”"
    }

    /// A parameter of the finding; an empty text when it was not given.
    subscript(name: String) -> String { finding.parameters[name] ?? "" }

    func says(_ polish: String, _ english: String) -> LocalizedText {
        LocalizedText([.polish: polish, .english: english])
    }
}
