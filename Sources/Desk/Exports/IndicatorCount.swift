import Expressions
import FieldKinds
import FormModel
import Registry

/// What indicators are counted from.
struct IndicatorData {
    struct Person {
        var row: RegistrationRow
        var participations: [ParticipationRow]
        var attendance: [AttendanceRow]
    }

    let people: [Person]

    init(_ event: LoadedEvent, _ reader: RegistryReader) throws {
        let slug = event.definition.slug
        let attendance = Dictionary(grouping: try reader.attendance(event: slug), by: \.registrationID)
        var people: [Person] = []
        try reader.forEachRegistration(RegistrationQuery(event: slug, limit: Int.max)) { row in
            people.append(
                Person(
                    row: row,
                    participations: try reader.participations(ofRegistration: row.id),
                    attendance: attendance[row.id] ?? []
                )
            )
        }
        self.people = people
    }
}

/// Counts one indicator, as a whole and in its parts.
struct IndicatorCount {
    let event: EventDefinition
    let data: IndicatorData
    let indicator: Indicator
    let today: CalendarDate

    /// The total with an empty part, then the parts in the order of their names.
    var figures: [(part: String, value: Int)] {
        let counted = data.people.filter(meetsCondition)
        var figures = [(part: "", value: value(of: counted))]
        for breakdown in indicator.breakdowns {
            if breakdown == .activity {
                figures += activities.map { (part: $0.title.text(in: .polish), value: value(of: counted, in: [$0])) }
                continue
            }
            let parts = Dictionary(grouping: counted) { part($0, breakdown) }
            figures += parts.map { (part: $0.key, value: value(of: $0.value)) }.filter { $0.value > 0 }
                .sorted { $0.part < $1.part }
        }
        return figures
    }

    private var activities: [Activity] {
        event.activities.filter { indicator.activities.isEmpty || indicator.activities.contains($0.id) }
    }

    private func value(of people: [IndicatorData.Person], in only: [Activity]? = nil) -> Int {
        let ids = Set((only ?? activities).map(\.id))
        switch indicator.measure {
        case .registrations:
            return people.count { person in
                person.row.mergedInto == nil && person.participations.contains { ids.contains($0.activity) }
            }
        case .participants: return people.count { takesPart($0, ids) }
        case .organisations:
            let names = people.filter { takesPart($0, ids) }.compactMap { person in
                event.form(person.row.form).flatMap { ApplicantIdentity.organisation(person.row.values, $0) }
            }
            return Set(names.map(SearchFold.fold)).count
        case .visits: return people.reduce(0) { $0 + presences($1, ids).count }
        case .sessions: return Set(people.flatMap { presences($0, ids).map { $0.activity + "/" + $0.session } }).count
        case .completions: return people.count { person in activities.contains { completes(person, $0) } }
        }
    }

    /// Took part: was present once, or holds a place in an activity that keeps no attendance.
    private func takesPart(_ person: IndicatorData.Person, _ ids: Set<String>) -> Bool {
        if !presences(person, ids).isEmpty { return true }
        return person.participations.contains { participation in
            participation.state == .confirmed && ids.contains(participation.activity)
                && event.activity(participation.activity)?.sessions.isEmpty ?? false
        }
    }

    private func presences(_ person: IndicatorData.Person, _ ids: Set<String>) -> [AttendanceRow] {
        person.attendance.filter { $0.presence == .present && ids.contains($0.activity) }
    }

    private func completes(_ person: IndicatorData.Person, _ activity: Activity) -> Bool {
        guard let percent = activity.certificateAttendancePercent, !activity.sessions.isEmpty else { return false }
        let group = person.participations.first { $0.activity == activity.id }?.group
        let held = activity.sessions.count { $0.group == nil || $0.group == group }
        return held > 0 && presences(person, [activity.id]).count * 100 >= held * percent
    }

    private func meetsCondition(_ person: IndicatorData.Person) -> Bool {
        guard let condition = indicator.condition else { return true }
        guard let expression = try? Expression(parsing: condition, knownNames: event.expressionNames) else {
            return false
        }
        let attended = person.attendance.filter { $0.presence == .present }
        return expression.isTrue(
            in: AnswersContext(
                answers: person.row.values,
                eventStart: event.activities.compactMap(\.firstDay).min(),
                channel: person.row.channel,
                language: person.row.language,
                attendedByActivity: Dictionary(grouping: attended, by: \.activity).mapValues(\.count)
            )
        )
    }

    // MARK: Breakdowns

    private func part(_ person: IndicatorData.Person, _ breakdown: Indicator.Breakdown) -> String {
        switch breakdown {
        case .sex: return person.row.values["sex"]?.plainText ?? "–"
        case .country: return (person.row.values["country"] ?? person.row.values["citizenships"])?.plainText ?? "–"
        case .ageBand: return ageBand(person)
        case .activity: return ""
        }
    }

    /// The bands of FAMI: below 18, 18 to 60, above 60, on the first day of support.
    private func ageBand(_ person: IndicatorData.Person) -> String {
        guard let form = event.form(person.row.form),
            let birth = ApplicantIdentity.birthDate(person.row.values, form)
        else { return "–" }
        let first = activities.compactMap(\.firstDay).min() ?? today
        let age = birth.fullYears(at: first)
        return age < 18 ? "<18" : age <= 60 ? "18–60" : ">60"
    }
}
