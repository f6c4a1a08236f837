import FieldKinds
public import FormModel
import Registry
import Validation

extension Workspace {
    /// A person's corrections to one registration.
    public struct Correction: Sendable {
        public var assignments: [FieldAssignment]
        /// Fields looked at and found right; `*` for the form as a whole.
        public var confirmed: [String]
        /// Answers typed into a form of our own and read already; nil takes the answer away.
        public var replaced: [(field: String, value: AnswerValue?, raw: String)] = []
        public var reason: String

        public init(assignments: [FieldAssignment] = [], confirmed: [String] = [], reason: String = "") {
            self.assignments = assignments
            self.confirmed = confirmed
            self.reason = reason
        }
    }

    /// Corrects or confirms answers. Nothing is overwritten: the correction is one more piece of evidence.
    ///
    /// In order: the texts are read by the fields' kinds (a bad one refuses the whole correction), the answers and the
    /// evidence are written, the form is checked again, the state follows, the journal says who and why.
    public func edit(_ typedCode: String, _ correction: Correction) throws(DeskError) -> RegistrationDetails {
        let row = try row(typedCode)
        let event = try event(row.event)
        guard let form = event.definition.form(row.form) else { throw Self.unknownForm(row.form) }
        let today = now.local(in: event.definition.timeZone).date
        var editing = AnswerEditing(
            form: form,
            values: row.values,
            operatorName: environment.operatorName,
            context: ReadingContext(language: row.language, today: today)
        )
        for assignment in correction.assignments { try editing.assign(assignment) }
        for change in correction.replaced {
            try editing.replace(change.field, with: change.value, raw: change.raw)
        }
        for field in correction.confirmed where field != "*" { try editing.confirm(field) }
        let confirmsAll = correction.confirmed.contains("*")
        let amendment = Amendment(
            event: event,
            form: form,
            values: editing.values,
            changed: editing.changed,
            checked: recheck(row, event, form, editing.values, touched: editing.touched, confirmsAll: confirmsAll),
            actor: environment.operatorName,
            reason: correction.reason
        )
        try write(row, amendment, editing, correction)
        return try show(row.code)
    }

    static func unknownForm(_ id: String) -> DeskError {
        DeskError(
            .unknownForm,
            "Plik wydarzenia nie zna już formularza „\(id)”. Przywróć go w pliku, aby poprawiać stare zgłoszenia.",
            "The event file does not know the form “\(id)” any more. Bring it back to correct old registrations."
        )
    }

    private func write(
        _ row: RegistrationRow,
        _ amendment: Amendment,
        _ editing: AnswerEditing,
        _ correction: Correction
    ) throws(DeskError) {
        let now = now
        try DeskError.attempt {
            try registry.write { writer in
                try amend(row, amendment, in: writer)
                try writer.note(
                    correction.assignments.isEmpty && correction.replaced.isEmpty ? .reviewed : .corrected,
                    actor: amendment.actor,
                    at: now,
                    event: row.event,
                    code: row.code.text,
                    details: [
                        .init("fields", .array(editing.touched.sorted().map(JSONValue.string))),
                        .init("before", .object(editing.before)),
                        .init("reason", .string(correction.reason)),
                    ]
                )
            }
        }
    }
}
