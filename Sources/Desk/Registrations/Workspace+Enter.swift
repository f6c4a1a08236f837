import FieldKinds
public import FormModel
import Registry

/// A registration that staff type in from a call or at the desk.
public struct StaffEntry: Sendable {
    public var event: String
    public var form: String?
    public var channel: Channel
    /// End of the call, or the stamp on the paper: kept apart from the moment of typing.
    public var receivedAt: Instant
    public var language: InterfaceLanguage
    public var assignments: [FieldAssignment]
    /// The stored paper this is typed from, if it lies in the review queue; it leaves the queue.
    public var source: Int64?

    public init(
        event: String,
        form: String? = nil,
        channel: Channel,
        receivedAt: Instant,
        language: InterfaceLanguage,
        assignments: [FieldAssignment],
        source: Int64? = nil
    ) {
        self.event = event
        self.form = form
        self.channel = channel
        self.receivedAt = receivedAt
        self.language = language
        self.assignments = assignments
        self.source = source
    }
}

extension Workspace {
    /// Reads one typed text by its field's kind: what is said at once while somebody is typing.
    public func checkEntry(_ text: String, of field: FieldDefinition, language: InterfaceLanguage) -> [Finding] {
        let context = ReadingContext(language: language, today: now.local(in: settings.timeZone).date)
        guard let reading = FieldReader(field).read(text, in: context) else { return [] }
        return reading.issues.map {
            Finding($0.code, severity: $0.severity, field: field.key, parameters: $0.parameters)
        }
    }

    /// Records a registration that staff typed in; a person's entry is certain, so only the rules are checked.
    public func enter(_ entry: StaffEntry) throws(DeskError) -> RegistrationDetails {
        let event = try event(entry.event)
        guard let form = entry.form.map({ event.definition.form($0) }) ?? event.definition.forms.first else {
            throw Self.unknownForm(entry.form ?? "")
        }
        let today = entry.receivedAt.local(in: event.definition.timeZone).date
        var editing = AnswerEditing(
            form: form,
            values: [:],
            operatorName: environment.operatorName,
            context: ReadingContext(language: entry.language, today: today)
        )
        for assignment in entry.assignments { try editing.assign(assignment) }
        let versions = try prepareEvents([event])
        let checker = FormChecker(events: [event], blanks: [:])
        let answers = editing.changed
        let checked = CheckedForm(
            event: event.definition.slug,
            form: form.id,
            language: entry.language,
            answers: answers,
            findings: checker.check(
                answers: answers,
                event: event.definition.slug,
                form: form.id,
                channel: entry.channel,
                receivedAt: entry.receivedAt
            ),
            needsReview: []
        )
        let recorder = RegistrationRecorder(checker: checker, workspace: self, eventVersions: versions)
        let recorded = try DeskError.attempt {
            try registry.write { writer in
                try recorder.recordTyped(
                    checked,
                    channel: entry.channel,
                    receivedAt: entry.receivedAt,
                    from: entry.source,
                    by: environment.operatorName,
                    in: writer
                )
            }
        }
        guard let recorded else { throw Self.unknownForm(form.id) }
        return try show(recorded.code)
    }
}
