import Documents
import FieldKinds
import FormModel

/// What a participant pays and until when, counted from the day of the letter.
struct FeeValues {
    let value: DataValue

    init(_ setting: LetterSetting) {
        guard let fee = setting.activity?.fee, fee.amount > DecimalNumber(0) else {
            value = .object([("text", ""), ("words", ""), ("dueBy", "")])
            return
        }
        let text = MoneyText.text(fee.amount, currency: fee.currency, in: setting.language)
        let words = setting.language == .polish ? AmountInWords.polish(fee.amount, currency: fee.currency) : nil
        let due = fee.dueDays > 0 ? DateText.long(setting.today.adding(days: fee.dueDays), in: setting.language) : ""
        value = .object([("text", .string(text)), ("words", .string(words ?? text)), ("dueBy", .string(due))])
    }
}
