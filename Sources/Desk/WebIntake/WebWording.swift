public import FormModel

/// Findings in the words of a page on which they can be mended at once. Unlike in a mail nothing is recorded yet, so
/// nothing says that it is.
public enum WebWording {
    public static func text(of finding: Finding, form: FormDefinition, language: InterfaceLanguage) -> String {
        let label = FindingLabel.text(finding, form: form, language: language) ?? ""
        if finding.code == .ineligible, let reason = finding.parameters["reason." + language.rawValue] { return reason }
        if let words = words(finding, label, form, language) { return words }
        return ApplicantWording.text(of: finding, fieldLabel: label, language: language)
    }

    private static func words(
        _ finding: Finding,
        _ label: String,
        _ form: FormDefinition,
        _ language: InterfaceLanguage
    ) -> String? {
        let minimum = finding.parameters["min"] ?? ""
        let maximum = finding.parameters["max"] ?? ""
        switch finding.code {
        case .requiredMissing:
            return language.choose(
                "„\(label)”: prosimy o odpowiedź.",
                "«\(label)»: просимо відповісти.",
                "«\(label)»: просим ответить.",
                "“\(label)”: please answer.",
                "«\(label)»: просім адказаць."
            )
        case .consentMissing:
            return language.choose(
                "„\(label)”: bez zaznaczenia tego pola nie możemy przyjąć zgłoszenia.",
                "«\(label)»: без цієї позначки ми не можемо прийняти заявку.",
                "«\(label)»: без этой отметки мы не можем принять заявку.",
                "“\(label)”: we cannot accept the form unless this is ticked.",
                "«\(label)»: без гэтай адзнакі мы не можам прыняць заяўку."
            )
        case .oneOfMissing:
            return language.choose(
                "Prosimy o odpowiedź na co najmniej jedno z pytań: \(label).",
                "Просимо відповісти принаймні на одне із запитань: \(label).",
                "Просим ответить хотя бы на один из вопросов: \(label).",
                "Please answer at least one of these: \(label).",
                "Просім адказаць хаця б на адно з пытанняў: \(label)."
            )
        case .checkDigitWrong:
            return language.choose(
                "„\(label)”: w numerze jest pomyłka. Porównaj go z dokumentem.",
                "«\(label)»: у номері є помилка. Порівняйте його з документом.",
                "«\(label)»: в номере ошибка. Сравните его с документом.",
                "“\(label)”: there is a mistake in the number. Compare it with the document.",
                "«\(label)»: у нумары ёсць памылка. Параўнайце яго з дакументам."
            )
        case .lengthTooLong:
            return language.choose(
                "„\(label)”: najwyżej \(maximum) znaków.",
                "«\(label)»: не більше \(maximum) знаків.",
                "«\(label)»: не более \(maximum) знаков.",
                "“\(label)”: at most \(maximum) characters.",
                "«\(label)»: не больш за \(maximum) знакаў."
            )
        case .lengthTooShort:
            return language.choose(
                "„\(label)”: co najmniej \(minimum) znaków.",
                "«\(label)»: щонайменше \(minimum) знаків.",
                "«\(label)»: не менее \(minimum) знаков.",
                "“\(label)”: at least \(minimum) characters.",
                "«\(label)»: не менш за \(minimum) знакаў."
            )
        case .numberTooSmall, .dateTooEarly, .countTooSmall:
            return language.choose(
                "„\(label)”: najmniejsza możliwa wartość to \(minimum).",
                "«\(label)»: найменше можливе значення – \(minimum).",
                "«\(label)»: наименьшее возможное значение – \(minimum).",
                "“\(label)”: the smallest possible value is \(minimum).",
                "«\(label)»: найменшае магчымае значэнне – \(minimum)."
            )
        case .numberTooLarge, .dateTooLate, .countTooLarge:
            return language.choose(
                "„\(label)”: największa możliwa wartość to \(maximum).",
                "«\(label)»: найбільше можливе значення – \(maximum).",
                "«\(label)»: наибольшее возможное значение – \(maximum).",
                "“\(label)”: the largest possible value is \(maximum).",
                "«\(label)»: найбольшае магчымае значэнне – \(maximum)."
            )
        default: break
        }
        let kind = form.fields.flatMap { [$0] + $0.fields }.first { finding.field?.hasSuffix($0.key) ?? false }?.kind
        return shape(finding.code, kind, label, language)
    }

    private static func shape(
        _ code: FindingCode,
        _ kind: FieldKind?,
        _ label: String,
        _ language: InterfaceLanguage
    ) -> String? {
        guard code == .valueInvalid || code == .dateAmbiguous || code == .patternMismatch else { return nil }
        switch kind {
        case .email:
            return language.choose(
                "„\(label)”: to nie jest pełny adres. Przykład: imie@example.org.",
                "«\(label)»: це не повна адреса. Приклад: imia@example.org.",
                "«\(label)»: это не полный адрес. Пример: imya@example.org.",
                "“\(label)”: this is not a complete address. Example: name@example.org.",
                "«\(label)»: гэта не поўны адрас. Прыклад: imia@example.org."
            )
        case .phone:
            return language.choose(
                "„\(label)”: numer jest niepełny. Przykład: +48 990 000 001.",
                "«\(label)»: номер неповний. Приклад: +48 990 000 001.",
                "«\(label)»: номер неполный. Пример: +48 990 000 001.",
                "“\(label)”: the number is not complete. Example: +48 990 000 001.",
                "«\(label)»: нумар няпоўны. Прыклад: +48 990 000 001."
            )
        case .date:
            return language.choose(
                "„\(label)”: wpisz dzień, miesiąc i cztery cyfry roku, na przykład 27.03.1985.",
                "«\(label)»: напишіть день, місяць і чотири цифри року, наприклад 27.03.1985.",
                "«\(label)»: напишите день, месяц и четыре цифры года, например 27.03.1985.",
                "“\(label)”: write day, month and the four digits of the year, such as 27/03/1985.",
                "«\(label)»: напішыце дзень, месяц і чатыры лічбы года, напрыклад 27.03.1985."
            )
        default:
            return language.choose(
                "„\(label)”: tego nie da się odczytać. Sprawdź odpowiedź.",
                "«\(label)»: це неможливо прочитати. Перевірте відповідь.",
                "«\(label)»: это невозможно прочитать. Проверьте ответ.",
                "“\(label)”: this cannot be read. Please check the answer.",
                "«\(label)»: гэта немагчыма прачытаць. Праверце адказ."
            )
        }
    }
}
