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
        // Where no points decided, points would only raise the question what they were for.
        let isScored = decision.reason.code != LateReason.reason.code
        object["decision"] = DecisionValues(setting, decision, points: isScored ? points : []).value
        var facts = FactRows(setting)
        facts.addRegistration(registration)
        facts.add(.event, ActivityPhrase(setting: setting).fullTitle)
        object["facts"] = facts.value
        return .object(object)
    }
}
