import Documents
import FieldKinds
import FormModel

/// Values of «potwierdzenie zakwalifikowania» and of «zaproszenie»: what, when, where, until when to confirm.
struct QualifiedLetter {
    var setting: LetterSetting
    var registration: LetterRegistration
    /// Group or session the seat is in.
    var group: String?
    /// Last day to confirm; nil where nothing is asked.
    var confirmBy: CalendarDate?
    var decision: Decision?

    init(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        group: String? = nil,
        confirmBy: CalendarDate? = nil,
        decision: Decision? = nil
    ) {
        self.setting = setting
        self.registration = registration
        self.group = group
        self.confirmBy = confirmBy
        self.decision = decision
    }

    func values() -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        let schedule = ActivitySchedule(setting.activity, group: group, language: setting.language)
        object["schedule"] = .array(
            schedule.lines.map { line in
                .object([("when", .string(line.when)), ("hours", .string(line.hours)), ("what", .string(line.what))])
            }
        )
        let confirm = confirmBy.map { DateText.long($0, in: setting.language) } ?? ""
        object["confirmBy"] = .string(confirm)
        if let group {
            object["group"] = .string(
                setting.activity?.groups.first { $0.id == group }.map { setting.text($0.title) } ?? group
            )
        }
        object["fee"] = FeeValues(setting).value
        if let decision { object["decision"] = DecisionValues(setting, decision).value }
        var facts = FactRows(setting)
        facts.add(.registrationNumber, registration.code.text)
        facts.addActivity(group: group, schedule: schedule)
        facts.add(.teachers, setting.activity?.teachers.joined(separator: ", ") ?? "")
        facts.add(.confirmBy, confirm)
        object["facts"] = facts.value
        return .object(object)
    }
}
