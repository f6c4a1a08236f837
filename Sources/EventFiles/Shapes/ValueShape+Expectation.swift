/// How faults and the reference name a shape.
extension ValueShape {
    /// In Polish and in English.
    var expectation: (polish: String, english: String) {
        switch self {
        case .text: ("tekst", "a text")
        case .identifier: ("identyfikator (litery, cyfry, _ - .)", "an identifier (letters, digits, _ - .)")
        case .slug: ("nazwa z małych liter, cyfr i łączników", "a name of lower-case letters, digits and hyphens")
        case .fieldKey:
            ("nazwa z małych liter, cyfr i _", "a name of lower-case letters, digits and underscores")
        case .localized: ("tekst albo teksty w językach {pl: …, en: …}", "a text, or texts by language {pl: …, en: …}")
        case .whole: ("liczba całkowita", "a whole number")
        case .decimal: ("liczba, np. 2 lub 0.5", "a number such as 2 or 0.5")
        case .flag: ("true albo false", "true or false")
        case .day: ("dzień, np. 2022-01-21", "a day such as 2022-01-21")
        case .dayRange: ("dzień albo dni, np. 2019-03-15..17", "a day or days such as 2019-03-15..17")
        case .moment:
            ("dzień albo dzień z godziną, np. 2022-01-21 12:00", "a day, or a day with time such as 2022-01-21 12:00")
        case .hours: ("godziny, np. 9:30-15:30", "hours such as 9:30-15:30")
        case .duration: ("okres: 5 years, 6 months albo 30 days", "a time such as 5 years, 6 months or 30 days")
        case .timeZone: ("strefa czasowa, np. Europe/Warsaw", "a time zone such as Europe/Warsaw")
        case .language: ("język: pl, en, uk, ru albo be", "a language: pl, en, uk, ru or be")
        case .word(let words):
            ("jedno z: " + words.joined(separator: ", "), "one of: " + words.joined(separator: ", "))
        case .expression: ("wyrażenie", "an expression")
        case .bound: ("liczba albo procent, np. 4 lub 50%", "a count or a percentage such as 4 or 50%")
        case .seats: ("liczba albo {min: …, max: …}", "a number, or {min: …, max: …}")
        case .list(let element):
            ("lista: " + element.expectation.polish, "a list: " + element.expectation.english)
        case .map(_, let element):
            ("klucze i wartości: " + element.expectation.polish, "keys and values: " + element.expectation.english)
        case .mapping(let shape): ("klucze: \(shape.name)", "keys: \(shape.name)")
        case .either(let first, let second):
            (
                first.expectation.polish + " albo " + second.expectation.polish,
                first.expectation.english + ", or " + second.expectation.english
            )
        }
    }
}
