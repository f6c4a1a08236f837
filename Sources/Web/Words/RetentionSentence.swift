import FieldKinds
import FormModel

/// Says how long a category of data is kept, in the five languages of applicants.
struct RetentionSentence {
    let language: InterfaceLanguage

    /// `Dokumenty projektu: 5 lat od 31 grudnia roku ostatniej płatności`.
    func text(_ category: RetentionCategory) -> String {
        let spans = [
            span(category.years, years), span(category.months, months), span(category.days, days),
        ].compactMap(\.self)
        let label = category.label.text(in: language)
        if spans.isEmpty { return "\(label): \(until(category.start))" }
        return "\(label): \(spans.joined(separator: " ")) \(start(category.start))"
    }

    private typealias Forms = (one: String, few: String, many: String)

    private func span(_ count: Int, _ forms: Forms) -> String? {
        guard count > 0 else { return nil }
        let form = PluralForm(count, in: language)
        return "\(count)\u{A0}" + form.choose(one: forms.one, few: forms.few, many: forms.many)
    }

    private var years: Forms {
        switch language {
        case .polish: ("rok", "lata", "lat")
        case .ukrainian: ("рік", "роки", "років")
        case .russian: ("год", "года", "лет")
        case .english: ("year", "years", "years")
        case .belarusian: ("год", "гады", "гадоў")
        }
    }

    private var months: Forms {
        switch language {
        case .polish: ("miesiąc", "miesiące", "miesięcy")
        case .ukrainian: ("місяць", "місяці", "місяців")
        case .russian: ("месяц", "месяца", "месяцев")
        case .english: ("month", "months", "months")
        case .belarusian: ("месяц", "месяцы", "месяцаў")
        }
    }

    private var days: Forms {
        switch language {
        case .polish: ("dzień", "dni", "dni")
        case .ukrainian: ("день", "дні", "днів")
        case .russian: ("день", "дня", "дней")
        case .english: ("day", "days", "days")
        case .belarusian: ("дзень", "дні", "дзён")
        }
    }

    private func start(_ start: RetentionCategory.Start) -> String {
        switch (start, language) {
        case (.lastPaymentYearEnd, .polish): "od końca roku ostatniej płatności w projekcie"
        case (.lastPaymentYearEnd, .ukrainian): "від кінця року останньої виплати в проєкті"
        case (.lastPaymentYearEnd, .russian): "с конца года последней выплаты в проекте"
        case (.lastPaymentYearEnd, .english): "from the end of the year of the project’s last payment"
        case (.lastPaymentYearEnd, .belarusian): "ад канца года апошняй выплаты ў праекце"
        case (.listClosed, .polish): "od zamknięcia listy"
        case (.listClosed, .ukrainian): "від закриття списку"
        case (.listClosed, .russian): "с закрытия списка"
        case (.listClosed, .english): "from the closing of the list"
        case (.listClosed, .belarusian): "ад закрыцця спіса"
        case (.lastSession, .polish): "od ostatniego spotkania"
        case (.lastSession, .ukrainian): "від останньої зустрічі"
        case (.lastSession, .russian): "с последней встречи"
        case (.lastSession, .english): "from the last session"
        case (.lastSession, .belarusian): "ад апошняй сустрэчы"
        case (.settlement, .polish): "od rozliczenia"
        case (.settlement, .ukrainian): "від розрахунку"
        case (.settlement, .russian): "с расчёта"
        case (.settlement, .english): "from the settlement"
        case (.settlement, .belarusian): "ад разліку"
        }
    }

    /// For what is not kept any longer than that.
    private func until(_ start: RetentionCategory.Start) -> String {
        switch (start, language) {
        case (.lastPaymentYearEnd, .polish): "do końca roku ostatniej płatności w projekcie"
        case (.lastPaymentYearEnd, .ukrainian): "до кінця року останньої виплати в проєкті"
        case (.lastPaymentYearEnd, .russian): "до конца года последней выплаты в проекте"
        case (.lastPaymentYearEnd, .english): "until the end of the year of the project’s last payment"
        case (.lastPaymentYearEnd, .belarusian): "да канца года апошняй выплаты ў праекце"
        case (.listClosed, .polish): "do zamknięcia listy"
        case (.listClosed, .ukrainian): "до закриття списку"
        case (.listClosed, .russian): "до закрытия списка"
        case (.listClosed, .english): "until the list closes"
        case (.listClosed, .belarusian): "да закрыцця спіса"
        case (.lastSession, .polish): "do ostatniego spotkania"
        case (.lastSession, .ukrainian): "до останньої зустрічі"
        case (.lastSession, .russian): "до последней встречи"
        case (.lastSession, .english): "until the last session"
        case (.lastSession, .belarusian): "да апошняй сустрэчы"
        case (.settlement, .polish): "do rozliczenia"
        case (.settlement, .ukrainian): "до розрахунку"
        case (.settlement, .russian): "до расчёта"
        case (.settlement, .english): "until the settlement"
        case (.settlement, .belarusian): "да разліку"
        }
    }
}
