import FieldKinds
import FormModel

/// The filters that Nabór adds for letters: dates, money, plurals, forms of address.
extension Machine {
    func houseFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        if case .null = value.storage, filter != .pair { return value }
        switch filter {
        case .date, .daterange, .weekday, .hours: return dateFilter(filter, value, arguments)
        case .money, .number, .words: return amountFilter(filter, value, arguments)
        case .plural: return try plural(value, arguments)
        case .pair: return try pair(value, arguments)
        case .vocative: return .string(Vocative.of(print.text(value)) ?? arguments.text(0, "default") ?? "")
        case .qr: return code(value, arguments)
        case .phone: return .string(phone(print.text(value)))
        default: return .string(NonBreaking.apply(print.text(value)))
        }
    }

    /// A text as a QR code; an empty one stays empty, since there is nothing to read.
    private func code(_ value: DataValue, _ arguments: Values) -> DataValue {
        let text = print.text(value)
        guard !text.isEmpty else { return .string("") }
        var members: [(String, DataValue)] = [("$qr", .string(text))]
        if let size = arguments.get(0, "size") { members.append(("size", size)) }
        if let level = arguments.get(1, "level") { members.append(("level", level)) }
        return .object(members)
    }

    /// The language an argument names, else that of the template.
    private func language(_ arguments: Values, place: Int) -> InterfaceLanguage {
        arguments.text(place, "language").flatMap(InterfaceLanguage.init(rawValue:)) ?? options.language
    }

    /// A text that is no date is printed as it stands: an applicant may have written "in May".
    private func dateFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) -> DataValue {
        let text = print.text(value)
        if filter == .hours {
            guard let start = DatePattern.minute(text) else { return value }
            let end = arguments.get(0, "end").flatMap { DatePattern.minute(print.text($0)) }
            return .string(DateText.hours(from: start, to: end))
        }
        guard let moment = DatePattern.Moment(text) else { return value }
        switch filter {
        case .weekday: return .string(DateText.weekday(moment.date, in: language(arguments, place: 0)))
        case .daterange:
            let language = language(arguments, place: 1)
            guard let end = arguments.get(0, "end").flatMap({ DatePattern.Moment(print.text($0)) }),
                end.date != moment.date
            else { return .string(DateText.long(moment.date, in: language)) }
            return .string(DateText.range(moment.date, end.date, in: language))
        default:
            let pattern = arguments.text(0, "format") ?? "long"
            return .string(DatePattern(pattern, language: language(arguments, place: 1)).text(of: moment))
        }
    }

    private func amountFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) -> DataValue {
        guard let amount = amount(value)?.decimal else { return value }
        switch filter {
        case .money:
            let currency = arguments.text(0, "currency") ?? "PLN"
            return .string(MoneyText.text(amount, currency: currency, in: language(arguments, place: 1)))
        case .number: return .string(MoneyText.number(amount, in: language(arguments, place: 0)))
        default:
            let currency = arguments.text(0, "currency") ?? "PLN"
            return .string(
                AmountInWords.polish(amount, currency: currency) ?? MoneyText.text(amount, currency: currency)
            )
        }
    }

    /// The amount of a number, or of a text as people write one: `1 250,00`.
    func amount(_ value: DataValue) -> Numeric? {
        guard let text = value.text else { return value.numeric }
        let plain = String(
            text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { $0 == "," ? "." : Character($0) }
        )
        return DecimalNumber(plain).map { .decimal($0) }
    }

    private func plural(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        let forms = arguments.positional.map(print.text)
        let count = value.elements?.count ?? numeric(value).flatMap { Int(exactly: $0.double) }
        guard let count, forms.count == 2 || forms.count == 3 else {
            throw EvaluationError(
                pl: "plural bierze liczbę całkowitą i formy, np. \(Self.pluralExample).",
                en: "plural takes a whole number and forms, such as \(Self.pluralExample)."
            )
        }
        let form = PluralForm(count, in: language(arguments, place: 3))
        return .string(form.choose(one: forms[0], few: forms[1], many: forms[forms.count - 1]))
    }

    private static let pluralExample = "5|plural(\"osoba\", \"osoby\", \"osób\")"

    /// The form for a man, for a woman, or the neutral one: what is unknown is never guessed.
    private func pair(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        let forms = arguments.positional.map(print.text)
        guard forms.count == 2 || forms.count == 3 else {
            throw EvaluationError(
                pl:
                    "pair bierze formę męską, żeńską i neutralną, np. address_form|pair(\"uczestnik\", \"uczestniczka\").",
                en: "pair takes the male, the female and the neutral form."
            )
        }
        switch print.text(value).lowercased() {
        case "pan", "m", "male": return .string(forms[0])
        case "pani", "k", "f", "female": return .string(forms[1])
        default: return .string(forms.count == 3 ? forms[2] : forms[0] + "/" + forms[1])
        }
    }

    private func phone(_ text: String) -> String {
        FieldPrinter(FieldDefinition(key: "phone", kind: .phone, label: "")).text(.text(text), in: options.language)
    }
}
