import FieldKinds
import FormModel
import Matching
import Validation

/// Turns readings into checked forms. Prepared once for all forms of a workspace, then used from several threads.
struct FormChecker: Sendable {
    /// One form of one event with what was prepared for it.
    struct PreparedForm: Sendable {
        let event: LoadedEvent
        let form: FormDefinition
        let validator: Validator
        /// Readings of the organiser's blanks.
        var blanks: [Reading] = []
    }

    let forms: [PreparedForm]
    /// In the order in which they were given.
    let events: [LoadedEvent]
    private let recogniser: FormRecogniser
    private let own: OwnBlanks?

    /// - Parameters:
    ///   - blanks: readings of the organisers' blank forms, by path as it stands in the event file.
    ///   - own: Nabór's own Word forms, for PDFs that were made of them.
    init(events: [LoadedEvent], blanks: [String: Reading], own: OwnBlanks? = nil) {
        self.events = events
        self.own = own
        var forms: [PreparedForm] = []
        var matchers: [FormMatcher] = []
        for event in events {
            for form in event.definition.forms {
                let readings = form.blanks.compactMap { blanks[event.definition.folder + "/" + $0] }
                forms.append(
                    PreparedForm(
                        event: event,
                        form: form,
                        validator: Validator(event: event.definition, form: form),
                        blanks: readings
                    )
                )
                matchers.append(FormMatcher(event: event.definition, form: form, blanks: readings))
            }
        }
        self.forms = forms
        recogniser = FormRecogniser(matchers: matchers)
    }

    /// The circumstances of a submission.
    struct Circumstances: Sendable {
        var channel: Channel
        var receivedAt: Instant
        var recipients: [String] = []
        var subject = ""
        var event: String?
        var form: String?
        var operatorName: String?
        var language: InterfaceLanguage?
        /// The mail's sender.
        var sender: String?
    }

    func check(_ reading: Reading, _ circumstances: Circumstances) -> CheckedForm {
        let printed = isPrinted(reading) ? own?.form(of: reading, among: events) : nil
        let isFitting = circumstances.event == nil || circumstances.event == printed?.event
        let hints = RecognitionHints(
            recipients: circumstances.recipients,
            subject: circumstances.subject,
            event: circumstances.event ?? printed?.event,
            form: circumstances.form ?? (isFitting ? printed?.form : nil),
            receivedAt: circumstances.receivedAt
        )
        let recognition = recogniser.recognise(reading, hints: hints)
        guard let recognised = recognition.form else {
            let warnings = reading.warnings.map { Finding($0.code, place: $0.place, parameters: $0.parameters) }
            return CheckedForm(answers: AnswerSet(), findings: recognition.findings + warnings, needsReview: [])
        }
        return check(reading, as: recognised.matcher, circumstances, further: recognition.findings)
    }

    private func check(
        _ reading: Reading,
        as index: Int,
        _ circumstances: Circumstances,
        further: [Finding]
    ) -> CheckedForm {
        let prepared = forms[index]
        let today = circumstances.receivedAt.local(in: prepared.event.definition.timeZone).date
        let outcome = matcher(index, for: reading).match(
            reading,
            context: MatchContext(
                today: today,
                channel: circumstances.channel,
                operatorName: circumstances.operatorName,
                sender: circumstances.sender
            )
        )
        let checked = prepared.validator.findings(
            for: outcome.answers,
            context: ValidationContext(
                receivedAt: circumstances.receivedAt,
                channel: circumstances.channel,
                today: today
            )
        )
        let warnings = reading.warnings.map { Finding($0.code, place: $0.place, parameters: $0.parameters) }
        return CheckedForm(
            event: prepared.event.definition.slug,
            form: prepared.form.id,
            language: circumstances.language ?? outcome.language,
            answers: outcome.answers,
            findings: Self.joined([further, warnings, outcome.findings, checked]),
            needsReview: outcome.needsReview
        )
    }

    /// A page printed from a Word form has no controls that would tell its answers; its print has to be known.
    private func matcher(_ index: Int, for reading: Reading) -> FormMatcher {
        guard let own, isPrinted(reading) else { return recogniser.matchers[index] }
        return own.matcher(forms[index].event, forms[index].form, blanks: forms[index].blanks)
    }

    private func isPrinted(_ reading: Reading) -> Bool {
        reading.format == .pdf && reading.controls.isEmpty && reading.sheets.isEmpty
    }

    /// Checks values that staff entered or corrected, without a reading.
    func check(
        answers: AnswerSet,
        event: String,
        form: String,
        channel: Channel,
        receivedAt: Instant
    ) -> [Finding] {
        guard let prepared = prepared(event: event, form: form) else { return [] }
        let today = receivedAt.local(in: prepared.event.definition.timeZone).date
        return prepared.validator.findings(
            for: answers,
            context: ValidationContext(receivedAt: receivedAt, channel: channel, today: today)
        )
    }

    func prepared(event: String, form: String) -> PreparedForm? {
        forms.first { $0.event.definition.slug == event && $0.form.id == form }
    }

    /// The finding that says best why something needs attention, in words for staff.
    func reason(_ findings: [Finding], event: String?, form: String?) -> LocalizedText? {
        let telling = findings.first { $0.code.needsPerson } ?? findings.first { $0.severity == .error }
        guard let telling else { return nil }
        let definition = event.flatMap { event in form.flatMap { prepared(event: event, form: $0)?.form } }
        func text(_ language: InterfaceLanguage) -> String {
            let label = FindingLabel.text(telling, form: definition, language: language)
            return FindingWording.text(of: telling, fieldLabel: label, language: language)
        }
        return LocalizedText([.polish: text(.polish), .english: text(.english)])
    }

    /// One finding a code and field, errors before warnings; the first one found keeps its parameters.
    private static func joined(_ lists: [[Finding]]) -> [Finding] {
        var seen: Set<String> = []
        let unique = lists.joined().filter { finding in
            // Of sheets each counts by itself.
            let place = finding.parameters["page"] ?? finding.parameters["sheet"] ?? ""
            return seen.insert(finding.code.rawValue + "|" + (finding.field ?? "") + "|" + place).inserted
        }
        return unique.filter { $0.severity == .error } + unique.filter { $0.severity == .warning }
    }
}
