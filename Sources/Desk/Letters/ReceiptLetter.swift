import Documents
import FormModel

/// Values of «potwierdzenie przyjęcia zgłoszenia».
enum ReceiptLetter {
    static func values(_ setting: LetterSetting, _ registration: LetterRegistration) -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        var facts = FactRows(setting)
        facts.addRegistration(registration)
        facts.add(.event, ActivityPhrase(setting: setting).fullTitle)
        facts.add(.date, ActivitySchedule(setting.activity, language: setting.language).summary)
        object["facts"] = facts.value
        return .object(object)
    }
}
