import FormModel

/// An event with something in every list, and an applicant who answered nothing: enough to see which names there are.
struct SpecimenEvent {
    let event: EventDefinition
    let activity: Activity
    let registration: LetterRegistration

    /// Any day serves; no date of a specimen is printed.
    static let day = CalendarDate(daysSinceEpoch: 19_000)

    /// The first bytes of a PNG of one by one pixel, which is all that is read of a logo.
    static let logos: [LetterLogo] = {
        let side: [UInt8] = [0, 0, 0, 1]
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        return LetterLogo(bytes: head + Array("IHDR".utf8) + side + side, alternativeText: "").map { [$0] } ?? []
    }()

    init(_ known: EventDefinition, activity chosen: Activity?) {
        let activity = Self.full(chosen ?? Activity(id: "activity", title: LocalizedText([:]), kind: .meeting))
        self.activity = activity
        event = Self.full(known, activity)
        let form = event.forms.first { $0.activities.contains(activity.id) } ?? event.forms[0]
        registration = LetterRegistration(
            code: RegistrationCode(number: 1),
            channel: .web,
            receivedAt: Instant(millisecondsSinceEpoch: 0),
            form: form,
            answers: AnswerSet(Self.entries(form))
        )
    }

    private static func full(_ known: Activity) -> Activity {
        var activity = known
        if activity.sessions.isEmpty { activity.sessions = [Session(id: "session", date: day)] }
        for list in [\Activity.programme, \.covered] where activity[keyPath: list].isEmpty {
            activity[keyPath: list] = ["X"]
        }
        if activity.teachers.isEmpty { activity.teachers = ["X"] }
        return activity
    }

    private static func full(_ known: EventDefinition, _ activity: Activity) -> EventDefinition {
        var event = known
        if event.projects.isEmpty { event.projects = [Project(id: "project", title: LocalizedText([:]))] }
        // A criterion that no condition hides, so that points have columns.
        event.points = [
            PointCriterion(id: "points", label: "X", source: .assessors(count: 1), maximum: DecimalNumber(1))
        ]
        if event.retention.isEmpty {
            event.retention = [RetentionCategory(id: "papers", label: "X", start: .lastPaymentYearEnd, years: 1)]
        }
        let consent = FieldDefinition(
            key: "specimen_consent",
            kind: .consent,
            label: "X",
            clause: ConsentClause(version: "1", text: "X")
        )
        event.forms = (event.forms.isEmpty ? [FormDefinition()] : event.forms).map { form in
            var form = form
            if !form.fields.contains(where: { $0.clause != nil }) { form.fields.append(consent) }
            return form
        }
        return event
    }

    /// One empty entry in each repeating group, so that the names inside are known.
    private static func entries(_ form: FormDefinition) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for field in form.fields where field.kind == .group {
            answers[field.key] = Answer(value: .group([[:]]), confidence: 1, evidence: [])
        }
        return answers
    }
}
