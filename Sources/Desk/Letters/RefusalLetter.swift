import Documents
import FormModel

/// Values of «niezakwalifikowanie»: the reason, the person's own points by criterion, how to appeal.
enum RefusalLetter {
    static func values(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        decision: Decision,
        points: [CriterionPoints] = []
    ) -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        object["decision"] = DecisionValues(setting, decision, points: points).value
        var facts = FactRows(setting)
        facts.addRegistration(registration)
        facts.add(.event, ActivityPhrase(setting: setting).fullTitle)
        object["facts"] = facts.value
        return .object(object)
    }
}
