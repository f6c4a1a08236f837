import Documents
import FormModel

/// The small table of what matters: labels and values, empty ones left out.
struct FactRows {
    let setting: LetterSetting
    private(set) var rows: [(label: String, value: String)] = []

    init(_ setting: LetterSetting) {
        self.setting = setting
    }

    mutating func add(_ label: String, _ value: String) {
        if !value.isEmpty { rows.append((label, value)) }
    }

    mutating func add(_ word: LetterWord, _ value: String) { add(setting.word(word), value) }

    /// What identifies the registration.
    mutating func addRegistration(_ registration: LetterRegistration) {
        add(.registrationNumber, registration.code.text)
        let values = ApplicantValues(setting: setting, registration: registration)
        add(.received, values.receivedAt)
        add(.channel, values.channel)
    }

    /// What the activity is called, when and where it is.
    mutating func addActivity(group: String? = nil, schedule: ActivitySchedule) {
        guard let activity = setting.activity else {
            add(.event, setting.text(setting.event.title))
            return
        }
        add(.event, ActivityPhrase(setting: setting).fullTitle)
        if let group = activity.groups.first(where: { $0.id == group }) { add(.group, setting.text(group.title)) }
        add(.date, schedule.summary)
        add(.place, activity.address.isEmpty ? activity.place : activity.address)
    }

    var value: DataValue {
        .array(rows.map { .object([("label", .string($0.label)), ("value", .string($0.value))]) })
    }
}
