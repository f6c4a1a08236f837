public import FormModel

/// Writes amounts of money: `1 250,00 zł` in Polish, `PLN 1,250.00` in English.
public enum MoneyText {
    /// Two decimals, thousands apart by non-breaking spaces, the currency's usual sign. Amounts are rounded half away
    /// from zero to hundredths.
    public static func text(
        _ amount: DecimalNumber,
        currency: String = "PLN",
        in language: InterfaceLanguage = .polish
    ) -> String {
        guard let hundredths = amount.hundredths else { return amount.description + " " + currency }
        let isEnglish = language == .english
        let whole = grouped(hundredths.magnitude / 100, by: isEnglish ? "," : "\u{A0}")
        let cents = hundredths.magnitude % 100
        let number =
            (hundredths < 0 ? "−" : "") + whole + (isEnglish ? "." : ",") + (cents < 10 ? "0" : "") + "\(cents)"
        return isEnglish ? "\(currency) \(number)" : number + "\u{A0}" + sign(of: currency, in: language)
    }

    /// A number as people write it in the language: `1 250,5`.
    public static func number(_ number: DecimalNumber, in language: InterfaceLanguage = .polish) -> String {
        let parts = number.description.split(separator: ".", maxSplits: 1)
        let digits = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
        let isEnglish = language == .english
        let whole = UInt64(digits).map { grouped($0, by: isEnglish ? "," : "\u{A0}") } ?? String(digits)
        let fraction = parts.count == 2 ? (isEnglish ? "." : ",") + parts[1] : ""
        return (number.unscaled < 0 ? "−" : "") + whole + fraction
    }

    private static func grouped(_ number: UInt64, by separator: String) -> String {
        let digits = String(number)
        var result = ""
        for (index, digit) in digits.utf8.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
            result.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return result
    }

    private static func sign(of currency: String, in language: InterfaceLanguage) -> String {
        switch (currency, language) {
        case ("PLN", .polish): "zł"
        case ("PLN", .ukrainian): "злотих"
        case ("PLN", .russian): "злотых"
        case ("PLN", .belarusian): "злотых"
        case ("EUR", _): "€"
        default: currency
        }
    }
}
