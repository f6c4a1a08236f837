import Documents
import FieldKinds
import FormModel

/// Values of a decision on a grant: organisation, purpose, amount, terms, day of settlement, the committee's reason.
enum GrantLetter {
    static func values(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        decision: Decision,
        amount: DecimalNumber? = nil,
        points: [CriterionPoints] = []
    ) -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        let isAwarded = decision.outcome == .selected
        let granted = amount ?? asked(registration)
        let money = isAwarded ? granted.map { MoneyText.text($0, in: setting.language) } ?? "" : ""
        object["grant"] = .object([("isAwarded", .bool(isAwarded)), ("amount", .string(money))])
        object["decision"] = DecisionValues(setting, decision, points: points).value
        var facts = FactRows(setting)
        facts.add(.registrationNumber, registration.code.text)
        facts.add(.organisation, registration.organisation ?? registration.printedName)
        facts.add(.purpose, registration.text("grant_purpose", in: setting.language))
        facts.add(.amount, amountText(money, granted, setting))
        if isAwarded { facts.add(.settleBy, settleBy(setting)) }
        object["facts"] = facts.value
        return .object(object)
    }

    private static func asked(_ registration: LetterRegistration) -> DecimalNumber? {
        guard case .number(let number)? = registration.values["grant_amount"] else { return nil }
        return number
    }

    private static func amountText(_ money: String, _ amount: DecimalNumber?, _ setting: LetterSetting) -> String {
        guard setting.language == .polish, !money.isEmpty, let amount, let words = AmountInWords.polish(amount) else {
            return money
        }
        return money + " (" + words + ")"
    }

    /// The event file gives the day as `YYYY-MM-DD`, or as people write it.
    private static func settleBy(_ setting: LetterSetting) -> String {
        let text = setting.plan?.texts["settleBy"].map(setting.text) ?? ""
        return CalendarDate(iso: text).map { DateText.long($0, in: setting.language) } ?? text
    }
}
