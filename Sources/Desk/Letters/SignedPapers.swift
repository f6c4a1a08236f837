import Documents
import FieldKinds
import FormModel

/// Values of papers that one person signs: declaration, consent to images, guardian's consent, agreement, counselling card.
enum SignedPapers {
    /// Declaration, image consent, guardian's consent.
    static func statement(_ setting: LetterSetting, _ registration: LetterRegistration) -> DataValue {
        let setting = setting.speaking(.declaration)
        var object = ApplicantValues(setting: setting, registration: registration).object()
        object["facts"] = facts(setting, registration).value
        return .object(object)
    }

    static func agreement(_ setting: LetterSetting, _ registration: LetterRegistration, group: String? = nil)
        -> DataValue
    {
        let setting = setting.speaking(.agreement)
        var object = ApplicantValues(setting: setting, registration: registration).object()
        let activity = setting.activity
        var facts = FactRows(setting)
        facts.addActivity(
            group: group,
            schedule: ActivitySchedule(activity, group: group, language: setting.language)
        )
        facts.add(.teachers, activity?.teachers.joined(separator: ", ") ?? "")
        object["facts"] = facts.value
        object["fee"] = FeeValues(setting).value
        object["agreement"] = .object([
            ("threshold", .string(activity?.certificateAttendancePercent.map { "\($0)%" } ?? "")),
            ("strikeOff", .string(strikeOff(setting))),
        ])
        return .object(object)
    }

    /// One visit of somebody to an adviser. The topic is all that is kept of it.
    struct Visit: Sendable {
        var date: CalendarDate
        var hours: String
        var topic: String
        /// ISO 639-1.
        var language: String
        var adviser: String

        init(date: CalendarDate, hours: String, topic: String, language: String, adviser: String) {
            self.date = date
            self.hours = hours
            self.topic = topic
            self.language = language
            self.adviser = adviser
        }
    }

    static func counselling(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        visits: [Visit] = [],
        blankRows: Int = 6
    ) -> DataValue {
        let setting = setting.speaking(.counselling)
        var object = ApplicantValues(setting: setting, registration: registration).object()
        object["facts"] = facts(setting, registration).value
        let blank = Array(
            repeating: visit("", "", "", "", ""),
            count: min(max(0, blankRows), AttendanceList.rowCountMax)
        )
        object["rows"] = .array(
            visits.map { entry in
                visit(
                    DateText.long(entry.date, in: setting.language),
                    entry.hours,
                    entry.topic,
                    LanguageKind.name(entry.language, in: setting.language) ?? entry.language,
                    entry.adviser
                )
            } + blank
        )
        return .object(object)
    }

    private static func visit(
        _ date: String,
        _ hours: String,
        _ topic: String,
        _ language: String,
        _ adviser: String
    ) -> DataValue {
        .object([
            ("date", .string(date)), ("hours", .string(hours)), ("topic", .string(topic)),
            ("language", .string(language)), ("adviser", .string(adviser)),
        ])
    }

    private static func facts(_ setting: LetterSetting, _ registration: LetterRegistration) -> FactRows {
        var facts = FactRows(setting)
        facts.add(.person, registration.printedName)
        if registration.organisation != registration.printedName {
            facts.add(.organisation, registration.organisation ?? "")
        }
        facts.add(.registrationNumber, registration.code.text)
        let schedule = ActivitySchedule(setting.activity, language: setting.language)
        facts.add(.date, schedule.summary)
        facts.add(.place, setting.activity?.place ?? "")
        return facts
    }

    private static func strikeOff(_ setting: LetterSetting) -> String {
        guard let rule = setting.activity?.strikeOff else { return "" }
        let text = setting.text(rule.text)
        if !text.isEmpty { return text }
        return setting.language == .polish
            ? "Liczba nieusprawiedliwionych nieobecności, która oznacza skreślenie z listy: \(rule.unexcusedAbsences)."
            : "Number of absences without excuse that ends the participation: \(rule.unexcusedAbsences)."
    }
}
