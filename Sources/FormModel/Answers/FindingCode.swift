/// The stable code of every finding. Its wording stands in `Desk/Wording`, its meaning in `docs/findings.md`.
public enum FindingCode: String, CaseIterable, Sendable, Codable, Hashable {
    // Presence.
    case requiredMissing = "required.missing"
    case oneOfMissing = "oneOf.missing"
    case consentMissing = "consent.missing"
    case answerNotAsked = "answer.notAsked"

    // Shape of a single value. Parameters: min, max, pattern, allowed.
    case valueInvalid = "value.invalid"
    case lengthTooShort = "length.tooShort"
    case lengthTooLong = "length.tooLong"
    case numberTooSmall = "number.tooSmall"
    case numberTooLarge = "number.tooLarge"
    case dateTooEarly = "date.tooEarly"
    case dateTooLate = "date.tooLate"
    case dateAmbiguous = "date.ambiguous"
    case patternMismatch = "pattern.mismatch"
    case optionUnknown = "option.unknown"
    case countTooSmall = "count.tooSmall"
    case countTooLarge = "count.tooLarge"
    case checkDigitWrong = "checkDigit.wrong"
    case digitsNotASCII = "digits.notASCII"
    case controlCharacters = "text.controlCharacters"

    // Values that are possible but odd, or that contradict each other.
    case emailNeedsSMTPUTF8 = "email.smtputf8"
    case krsPadded = "krs.padded"
    case documentFormatUnusual = "document.formatUnusual"
    case documentExpired = "document.expired"
    case peselBirthDateMismatch = "pesel.birthDateMismatch"
    case peselSexMismatch = "pesel.sexMismatch"
    case nameMixedAlphabets = "name.mixedAlphabets"
    case nameSpellingMismatch = "name.spellingMismatch"
    case nameSplitProposed = "name.splitProposed"

    // How it was read.
    case candidatesDiffer = "candidates.differ"
    case markAmbiguous = "mark.ambiguous"
    case confidenceLow = "confidence.low"
    case labelUnmatched = "label.unmatched"
    case placeholderLeft = "placeholder.left"
    case trackedChanges = "reading.trackedChanges"
    /// An address read from paper, which nothing else bears out yet: a wrong letter makes another valid address.
    case emailUnconfirmed = "email.unconfirmed"
    case signatureMissing = "signature.missing"
    /// A page of the form is there, and its place in the picture was not found.
    case pageNotRegistered = "page.notRegistered"

    // The form against the event.
    case ineligible = "eligibility.notMet"
    case receivedLate = "received.late"
    case receivedEarly = "received.early"
    case channelNotOpen = "channel.notOpen"
    case possibleDuplicate = "duplicate.possible"
    case eventUnassigned = "event.unassigned"
    case eventAmbiguous = "event.ambiguous"
    case formOfOtherEvent = "event.formOfOther"

    // The source.
    case sourceEmpty = "source.empty"
    case sourceUnusable = "source.unusable"
    case sourceUnknownFormat = "source.unknownFormat"
    case sourceDamaged = "source.damaged"
    case sourceEncrypted = "source.encrypted"
    case sourceMacros = "source.macros"
    case sourceExternalContent = "source.externalContent"
    /// Answers may stand where no reader looks: an imported part (altChunk), an ActiveX control.
    case sourceContentUnread = "source.contentUnread"
    case sourceNeedsConverter = "source.needsConverter"
    case sourceNotYetReadable = "source.notYetReadable"
    case sourceLimit = "source.limit"
    case sourceDoctype = "source.doctype"
    case readerCrashed = "reader.crashed"
    case readerTimedOut = "reader.timedOut"
    case readerReplyInvalid = "reader.replyInvalid"
    case attachmentSkipped = "mail.attachmentSkipped"
    case mailNothingUsable = "mail.nothingUsable"
    case mailSeveralForms = "mail.severalForms"

    // Sheets of paper.
    case scanPageMissing = "scan.pageMissing"
    case scanPageTwice = "scan.pageTwice"
    /// Pages of a form whose first page did not come with them.
    case scanPageAlone = "scan.pageAlone"
    /// Sheets of which nobody but a person can tell whose they are.
    case scanSheetsUnclear = "scan.sheetsUnclear"

    /// The severity a finding of this code has unless the finder says otherwise.
    public var usualSeverity: Finding.Severity {
        switch self {
        case .answerNotAsked, .emailNeedsSMTPUTF8, .krsPadded, .documentFormatUnusual, .documentExpired,
            .peselBirthDateMismatch, .peselSexMismatch, .nameMixedAlphabets, .nameSpellingMismatch,
            .nameSplitProposed, .confidenceLow, .labelUnmatched, .placeholderLeft, .trackedChanges,
            .receivedEarly, .possibleDuplicate, .sourceExternalContent, .attachmentSkipped, .mailSeveralForms,
            .emailUnconfirmed, .signatureMissing, .scanPageTwice:
            .warning
        default: .error
        }
    }

    /// Whether a person of the staff must look before the form may go on, whatever the applicant could mend.
    public var needsPerson: Bool {
        switch self {
        case .dateAmbiguous, .candidatesDiffer, .markAmbiguous, .confidenceLow, .possibleDuplicate, .eventUnassigned,
            .eventAmbiguous, .formOfOtherEvent, .sourceEmpty, .sourceUnusable, .sourceUnknownFormat, .sourceDamaged,
            .sourceEncrypted, .sourceMacros, .sourceContentUnread, .sourceNeedsConverter, .sourceNotYetReadable,
            .sourceLimit,
            .sourceDoctype, .readerCrashed, .readerTimedOut, .readerReplyInvalid, .mailNothingUsable,
            .mailSeveralForms, .nameMixedAlphabets, .emailUnconfirmed, .pageNotRegistered,
            .scanPageMissing, .scanPageAlone, .scanSheetsUnclear:
            true
        default: false
        }
    }
}
