import FormModel

/// A paper in people's own words: «karta pobytu RX0000001 ważna do 2024-05-01», «паспорт AA000001».
enum IdentityDocumentKind {
    static let byteCountMax = 400

    static func read(_ text: String, in context: ReadingContext) -> KindReading {
        guard text.utf8.count <= byteCountMax else {
            return .invalid(text, kind: "identityDocument", reason: .length)
        }
        let (head, validTo, dateIssues) = cutValidity(text, in: context)
        let words = tokens(head)
        let number = number(in: words)
        let kind = kind(of: LetterFold.folded(head), number: number)
        guard kind != nil || number != nil else {
            return .invalid(text, kind: "identityDocument", reason: .words)
        }
        var reading = check(IdentityDocument(kind: kind, number: number, validTo: validTo))
        reading.issues += dateIssues
        reading.certainty = kind == nil ? 0.7 : number == nil ? 0.8 : 0.9
        return reading
    }

    /// Brings the number into normal form and checks it by the kind of paper.
    static func check(_ document: IdentityDocument) -> KindReading {
        var document = document
        guard let number = document.number else { return KindReading(.identityDocument(document)) }
        let reading = DocumentNumber.read(number, of: document.kind)
        document.number = reading.value.plainText
        return KindReading(.identityDocument(document), issues: reading.issues)
    }

    /// The words before „ważna do”, and the day behind it.
    private static func cutValidity(
        _ text: String,
        in context: ReadingContext
    ) -> (head: String, validTo: CalendarDate?, issues: [KindIssue]) {
        let lower = text.lowercased()
        for marker in markers {
            guard let range = lower.firstRange(of: marker), lower.utf8.count == text.utf8.count else { continue }
            let offset = lower.utf8.distance(from: lower.startIndex, to: range.lowerBound)
            let end = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
            let head = String(decoding: Array(text.utf8.prefix(offset)), as: UTF8.self)
            let tail = String(decoding: Array(text.utf8.dropFirst(end)), as: UTF8.self)
            let day = TextCleaning.line(tail.filter { $0 != ":" && $0 != ")" && $0 != ";" }).text
            let reading = DateKind.read(day, in: context)
            if case .date(let date) = reading.value { return (head, date, []) }
            // „na czas nieokreślony”, «безстроково»: no end, no doubt.
            return (head, nil, day.utf8.contains { (48...57).contains($0) } ? reading.issues : [])
        }
        return (text, nil, [])
    }

    /// Lower case; longer ones first.
    private static let markers = [
        "z datą ważności do", "data ważności", "ważny do", "ważna do", "ważne do", "ważny", "ważna", "ważność do",
        "wazna do",
        "wazny do", "valid until", "valid till", "valid to", "expires on", "expires", "expiry", "дійсний до",
        "дійсна до",
        "дійсне до", "термін дії", "действителен до", "действительна до", "действителен", "сапраўдны да", "до ", " do ",
    ]

    private static func tokens(_ text: String) -> [String] {
        text.unicodeScalars.split { $0 == " " || $0 == "," || $0 == ":" || $0 == ";" || $0 == "(" || $0 == ")" }
            .map(String.init)
    }

    /// The token with the most digits, together with a series of letters that stands before it.
    private static func number(in tokens: [String]) -> String? {
        var best: (index: Int, digits: Int)?
        for (index, token) in tokens.enumerated() {
            let digits = token.utf8.filter { (48...57).contains($0) }.count
            if digits > best?.digits ?? 2 { best = (index, digits) }
        }
        guard let best else { return nil }
        var number = tokens[best.index]
        if best.index > 0, number.utf8.first.map({ (48...57).contains($0) }) == true {
            let series = tokens[best.index - 1]
            if isSeries(series) { number = series + number }
        }
        return CodeText(number).compact
    }

    private static func isSeries(_ token: String) -> Bool {
        let letters = token.unicodeScalars.filter { $0.properties.isAlphabetic }.count
        return (2...3).contains(letters) && letters == token.unicodeScalars.count
            && !["nr", "no", "id", "kp", "ukr", "ser", "num", "do"].contains(LetterFold.folded(token))
    }

    private static func kind(of folded: String, number: String?) -> IdentityDocument.Kind? {
        let named = words.first { entry in entry.stems.contains { contains(folded, wordBeginning: $0) } }?.kind
        guard named == .passport || named == nil else { return named }
        // A passport is Polish only when somebody says so or its number fits.
        let isForeign = foreignWords.contains { contains(folded, wordBeginning: $0) }
        let isPolishSaid = contains(folded, wordBeginning: "polsk") || contains(folded, wordBeginning: "polish")
        let isFitting = number.map { DocumentNumber.readPolishPassport($0).issues.isEmpty } ?? false
        if named == .passport { return !isForeign && (isPolishSaid || isFitting) ? .passport : .foreignPassport }
        guard let number else { return nil }
        if number.hasPrefix("R"), DocumentNumber.hasShape(number, letters: 2, digits: 7) { return .residenceCard }
        return DocumentNumber.readPolishIDCard(number).issues.isEmpty ? .idCard : nil
    }

    private static func contains(_ folded: String, wordBeginning stem: String) -> Bool {
        folded.hasPrefix(stem) || folded.contains(" " + stem)
    }

    private static let foreignWords = [
        "ukrain", "bialorus", "zagraniczn", "foreign", "rosyj", "gruzin", "украін", "україн", "украин", "білорус",
        "белорус",
        "беларус", "закордонн", "заграничн", "biometr",
    ]

    private static let words: [(kind: IdentityDocument.Kind, stems: [String])] = [
        (.polesCard, ["karta polaka", "karty polaka", "карта поляка", "card of the pole"]),
        (.temporaryProtection, ["tztc", "tymczasowe zaswiadczenie tozsamosci"]),
        (.ukrStatus, ["status ukr", "ukr", "pesel ukr", "статус ukr", "diia"]),
        (.toleratedStay, ["zgoda na pobyt tolerowany", "pobyt tolerowany"]),
        (
            .residenceCard,
            [
                "karta pobytu", "karty pobytu", "karte pobytu", "residence card", "residence permit", "карта побит",
                "картка побит", "посвідка", "вид на жительство", "карта побыт", "kp",
            ]
        ),
        (.visaD, ["wiza", "wize", "visa", "віза", "виза"]),
        (.decision, ["decyzja", "decyzje", "decision", "рішення", "решение"]),
        (.stamp, ["stempel", "pieczatka", "stamp", "штамп"]),
        (.idCard, ["dowod osobist", "dowod", "id card", "identity card", "посвідчення особи"]),
        (.passport, ["paszport", "passport", "паспорт", "пашпарт"]),
    ]
}
