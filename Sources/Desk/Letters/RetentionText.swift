import FieldKinds
import FormModel

/// Says how long a category of data is kept.
struct RetentionText {
    private let isPolish: Bool
    private let language: InterfaceLanguage

    init(_ language: InterfaceLanguage) {
        self.language = language == .polish ? .polish : .english
        isPolish = language == .polish
    }

    /// `5 lat od 31 grudnia roku ostatniej płatności`.
    func text(_ category: RetentionCategory) -> String {
        let parts = [
            count(category.years, pl: ("rok", "lata", "lat"), en: ("year", "years")),
            count(category.months, pl: ("miesiąc", "miesiące", "miesięcy"), en: ("month", "months")),
            count(category.days, pl: ("dzień", "dni", "dni"), en: ("day", "days")),
        ].compactMap(\.self)
        if parts.isEmpty { return until(category.start) }
        return parts.joined(separator: isPolish ? " i " : " and ") + " " + after(category.start)
    }

    private func count(_ number: Int, pl: (String, String, String), en: (String, String)) -> String? {
        guard number > 0 else { return nil }
        let form = PluralForm(number, in: language)
        let noun =
            isPolish
            ? form.choose(one: pl.0, few: pl.1, many: pl.2) : form.choose(one: en.0, few: en.1, many: en.1)
        return "\(number)\u{A0}\(noun)"
    }

    private func after(_ start: RetentionCategory.Start) -> String {
        switch start {
        case .lastPaymentYearEnd:
            isPolish
                ? "od 31 grudnia roku ostatniej płatności w projekcie"
                : "from 31 December of the year of the last payment"
        case .listClosed: isPolish ? "od zamknięcia listy" : "from the closing of the list"
        case .lastSession: isPolish ? "od ostatniego spotkania" : "from the last session"
        case .settlement: isPolish ? "od rozliczenia" : "from the settlement"
        }
    }

    private func until(_ start: RetentionCategory.Start) -> String {
        switch start {
        case .lastPaymentYearEnd:
            isPolish ? "do końca roku ostatniej płatności" : "until the end of the year of the last payment"
        case .listClosed: isPolish ? "do zamknięcia listy" : "until the list closes"
        case .lastSession: isPolish ? "do ostatniego spotkania" : "until the last session"
        case .settlement: isPolish ? "do rozliczenia" : "until the settlement"
        }
    }
}
