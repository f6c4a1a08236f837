public import FormModel

/// Everything that can be wrong with a file, by stable code. The wording stands beside in `FaultCode+Wording.swift`.
public enum FaultCode: String, CaseIterable, Sendable {
    // The file as such.
    case fileUnreadable = "file.unreadable"
    case fileEmpty = "file.empty"
    case fileTooLarge = "file.tooLarge"
    case yamlSyntax = "yaml.syntax"
    case yamlColonInText = "yaml.colonInText"
    case yamlTab = "yaml.tab"
    case yamlTooManyValues = "yaml.tooManyValues"
    case yamlTooDeep = "yaml.tooDeep"
    case yamlAliasKey = "yaml.aliasKey"

    // Keys and the shape of values.
    case keyDuplicate = "key.duplicate"
    case keyNotText = "key.notText"
    case keyUnknown = "key.unknown"
    case keyMissing = "key.missing"
    case keyMisplaced = "key.misplaced"
    case valueEmpty = "value.empty"
    case valueKind = "value.kind"
    case valueUnknown = "value.unknown"
    case valueRange = "value.range"
    case dateImpossible = "date.impossible"
    case timeZoneUnknown = "timeZone.unknown"
    case patternInvalid = "pattern.invalid"

    // Things that name one another.
    case idDuplicate = "id.duplicate"
    case referenceUnknown = "reference.unknown"
    case expressionFaulty = "expression.faulty"
    case optionUnknown = "option.unknown"

    // Sense.
    case formMixed = "form.mixed"
    case formFieldsMissing = "form.fieldsMissing"
    case optionsMissing = "options.missing"
    case clauseMissing = "clause.missing"
    case pointsSource = "points.source"
    case sessionsConflict = "sessions.conflict"
    case sessionsTooMany = "sessions.tooMany"
    case sessionsNone = "sessions.none"
    case orderReversed = "order.reversed"
    case quotaSubject = "quota.subject"
    case quotaMinOverMax = "quota.minOverMax"
    case quotaMinimaOverSeats = "quota.minimaOverSeats"
    case quotaMaximaBelowSeats = "quota.maximaBelowSeats"
    case quotaBoundsMissing = "quota.boundsMissing"
    case seatsOverCapacity = "seats.overCapacity"
    case groupsOverCapacity = "groups.overCapacity"
    case cohortCycle = "cohort.cycle"

    // Warnings.
    case translationMissing = "translation.missing"
    case fileMissing = "file.missing"

    /// Whether the file may be used all the same.
    public var severity: FileFault.Severity {
        switch self {
        case .translationMissing, .fileMissing, .groupsOverCapacity: .warning
        default: .error
        }
    }

    /// A fault of this code; `subject` is what the wording names, `detail` what it adds.
    func fault(
        at place: SourcePlace,
        subject: String = "",
        detail: String = "",
        suggestion: String? = nil
    ) -> FileFault {
        FileFault(
            code: rawValue,
            severity: severity,
            place: place,
            message: wording(subject: subject, detail: detail),
            suggestion: suggestion
        )
    }
}
