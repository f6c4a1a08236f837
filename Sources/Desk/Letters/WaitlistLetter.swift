import Documents
import FormModel

/// Values of «lista rezerwowa»: the place on the list and how it goes on.
enum WaitlistLetter {
    static func values(_ setting: LetterSetting, _ registration: LetterRegistration, decision: Decision) -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        object["decision"] = DecisionValues(setting, decision).value
        if let hours = setting.activity?.selection?.reserve.offerHours, hours > 0 {
            object["offerTime"] = .string(LetterWord.hoursOf.counted(hours, in: setting.language))
        }
        var facts = FactRows(setting)
        facts.add(.registrationNumber, registration.code.text)
        facts.addActivity(
            group: decision.session,
            schedule: ActivitySchedule(setting.activity, group: decision.session, language: setting.language)
        )
        facts.add(.rank, decision.rank.map(String.init) ?? "")
        object["facts"] = facts.value
        return .object(object)
    }
}
