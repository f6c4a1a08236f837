import FormModel

/// The few words that values themselves need in print.
enum Words {
    static let yes = LocalizedText([
        .polish: "tak", .english: "yes", .ukrainian: "так", .russian: "да", .belarusian: "так",
    ])
    static let no = LocalizedText([
        .polish: "nie", .english: "no", .ukrainian: "ні", .russian: "нет", .belarusian: "не",
    ])
    static let validTo = LocalizedText([
        .polish: "ważny do", .english: "valid until", .ukrainian: "дійсний до", .russian: "действителен до",
        .belarusian: "сапраўдны да",
    ])
    static let addressForms: [String: LocalizedText] = [
        "pani": LocalizedText([
            .polish: "Pani", .english: "Ms", .ukrainian: "пані", .russian: "госпожа", .belarusian: "спадарыня",
        ]),
        "pan": LocalizedText([
            .polish: "Pan", .english: "Mr", .ukrainian: "пан", .russian: "господин", .belarusian: "спадар",
        ]),
        "neutral": LocalizedText([
            .polish: "forma neutralna", .english: "neutral", .ukrainian: "нейтрально", .russian: "нейтрально",
            .belarusian: "нейтральна",
        ]),
    ]

    static func documentKind(_ kind: IdentityDocument.Kind) -> LocalizedText {
        let (polish, english) = documentKindWords(kind)
        return LocalizedText([.polish: polish, .english: english])
    }

    private static func documentKindWords(_ kind: IdentityDocument.Kind) -> (String, String) {
        switch kind {
        case .idCard: ("dowód osobisty", "Polish identity card")
        case .passport: ("paszport polski", "Polish passport")
        case .residenceCard: ("karta pobytu", "residence card")
        case .visaD: ("wiza D", "visa D")
        case .decision: ("decyzja", "decision")
        case .stamp: ("stempel w paszporcie", "stamp in the passport")
        case .toleratedStay: ("zgoda na pobyt tolerowany", "permit for tolerated stay")
        case .temporaryProtection: ("TZTC", "temporary identity certificate (TZTC)")
        case .polesCard: ("Karta Polaka", "Pole's Card")
        case .ukrStatus: ("status UKR", "UKR status")
        case .foreignPassport: ("paszport zagraniczny", "foreign passport")
        case .other: ("inny dokument", "other document")
        }
    }
}
