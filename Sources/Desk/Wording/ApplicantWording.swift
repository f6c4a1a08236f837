import FormModel

/// Findings as the applicant reads them, in the five languages of applicants: what is missing or wrong and what to do.
///
/// Polish and English are the staff's own words; the other languages say the same in fewer kinds of sentences.
enum ApplicantWording {
    static func text(of finding: Finding, fieldLabel: String?, language: InterfaceLanguage) -> String {
        let label = fieldLabel ?? finding.field ?? ""
        switch language {
        case .polish, .english: return FindingWording.text(of: finding, fieldLabel: fieldLabel, language: language)
        case .ukrainian: return ukrainian(finding.code, label)
        case .russian: return russian(finding.code, label)
        case .belarusian: return belarusian(finding.code, label)
        }
    }

    private static func ukrainian(_ code: FindingCode, _ label: String) -> String {
        switch code {
        case .requiredMissing: "Бракує відповіді: «\(label)». Будь ласка, допишіть її."
        case .oneOfMissing: "Потрібен хоча б один спосіб зв’язку: електронна пошта або телефон."
        case .consentMissing: "Бракує згоди: «\(label)». Без неї ми не можемо прийняти заявку."
        case .checkDigitWrong: "«\(label)»: у номері є помилка. Порівняйте його з документом і виправте."
        case .optionUnknown: "«\(label)»: такої відповіді немає у списку. Виберіть одну із запропонованих."
        case .dateAmbiguous: "«\(label)»: напишіть рік чотирма цифрами."
        case .countTooSmall, .countTooLarge: "«\(label)»: перевірте кількість записів."
        case .lengthTooLong: "«\(label)»: текст задовгий. Будь ласка, скоротіть його."
        default: "«\(label)»: відповідь потребує виправлення. Перевірте її, будь ласка."
        }
    }

    private static func russian(_ code: FindingCode, _ label: String) -> String {
        switch code {
        case .requiredMissing: "Не хватает ответа: «\(label)». Пожалуйста, допишите его."
        case .oneOfMissing: "Нужен хотя бы один способ связи: электронная почта или телефон."
        case .consentMissing: "Не хватает согласия: «\(label)». Без него мы не можем принять заявку."
        case .checkDigitWrong: "«\(label)»: в номере есть ошибка. Сравните его с документом и исправьте."
        case .optionUnknown: "«\(label)»: такого ответа нет в списке. Выберите один из предложенных."
        case .dateAmbiguous: "«\(label)»: напишите год четырьмя цифрами."
        case .countTooSmall, .countTooLarge: "«\(label)»: проверьте количество записей."
        case .lengthTooLong: "«\(label)»: текст слишком длинный. Пожалуйста, сократите его."
        default: "«\(label)»: ответ нужно исправить. Проверьте его, пожалуйста."
        }
    }

    private static func belarusian(_ code: FindingCode, _ label: String) -> String {
        switch code {
        case .requiredMissing: "Бракуе адказу: «\(label)». Калі ласка, дапішыце яго."
        case .oneOfMissing: "Патрэбны хаця б адзін спосаб сувязі: электронная пошта або тэлефон."
        case .consentMissing: "Бракуе згоды: «\(label)». Без яе мы не можам прыняць заяўку."
        case .checkDigitWrong: "«\(label)»: у нумары ёсць памылка. Параўнайце яго з дакументам і выпраўце."
        case .optionUnknown: "«\(label)»: такога адказу няма ў спісе. Выберыце адзін з прапанаваных."
        case .dateAmbiguous: "«\(label)»: напішыце год чатырма лічбамі."
        case .countTooSmall, .countTooLarge: "«\(label)»: праверце колькасць запісаў."
        case .lengthTooLong: "«\(label)»: тэкст задоўгі. Калі ласка, скараціце яго."
        default: "«\(label)»: адказ трэба выправіць. Праверце яго, калі ласка."
        }
    }
}
