public import FormModel

/// Writes amounts in Polish words, for grant agreements.
public enum AmountInWords {
    /// `tysiąc dwieście pięćdziesiąt złotych 00/100`; nil below zero and from a thousand million on. Another currency
    /// than złoty and euro stands as its code.
    public static func polish(_ amount: DecimalNumber, currency: String = "PLN") -> String? {
        guard let hundredths = amount.hundredths, (0..<100_000_000_000).contains(hundredths) else { return nil }
        let whole = Int(hundredths / 100)
        let cents = Int(hundredths % 100)
        let unit = unit(of: currency, count: whole)
        return "\(number(whole)) \(unit) \(cents < 10 ? "0" : "")\(cents)/100"
    }

    /// A whole number from 0 to 999,999,999 in words.
    static func number(_ number: Int) -> String {
        if number == 0 { return "zero" }
        let millions = number / 1_000_000
        let thousands = number / 1000 % 1000
        var words = group(millions, one: "milion", few: "miliony", many: "milionów")
        words += group(thousands, one: "tysiąc", few: "tysiące", many: "tysięcy")
        words += below1000(number % 1000)
        return words.joined(separator: " ")
    }

    private static func group(_ count: Int, one: String, few: String, many: String) -> [String] {
        switch count {
        case 0: []
        case 1: [one]
        default: below1000(count) + [PluralForm(count, in: .polish).choose(one: one, few: few, many: many)]
        }
    }

    private static func below1000(_ number: Int) -> [String] {
        var words: [String] = []
        if number >= 100 { words.append(hundreds[number / 100]) }
        let rest = number % 100
        if rest >= 20 {
            words.append(tens[rest / 10])
            if rest % 10 > 0 { words.append(units[rest % 10]) }
        } else if rest > 0 {
            words.append(units[rest])
        }
        return words
    }

    private static func unit(of currency: String, count: Int) -> String {
        switch currency {
        case "PLN": PluralForm(count, in: .polish).choose(one: "złoty", few: "złote", many: "złotych")
        case "EUR": "euro"
        default: currency
        }
    }

    private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let units = list(
        """
        zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście \
        piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście
        """
    )
    private static let tens = list(
        "- - dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt"
    )
    private static let hundreds = list(
        "- sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset"
    )
}
