import FormModel

/// What the desk calls each kind of document, each by a name of its own.
enum PaperNames {
    static func text(_ kind: DocumentKind, _ language: InterfaceLanguage) -> String {
        let pair = pair(kind)
        return language == .polish ? pair.pl : pair.en
    }

    private static func pair(_ kind: DocumentKind) -> (pl: String, en: String) {
        switch kind {
        case .receipt: ("Potwierdzenie przyjęcia", "Receipt")
        case .incomplete: ("Prośba o uzupełnienie", "Request for what is missing")
        case .qualified: ("Potwierdzenie zakwalifikowania", "Confirmation of selection")
        case .invitation: ("Zaproszenie", "Invitation")
        case .visa: ("Zaproszenie do wizy", "Visa invitation")
        case .waitlist: ("Pismo o liście rezerwowej", "Letter about the waiting list")
        case .refusal: ("Informacja o niezakwalifikowaniu", "Refusal")
        case .ranking: ("Lista rankingowa", "Ranking list")
        case .quotas: ("Zestawienie zasad wyboru", "Table of quotas")
        case .protocol_: ("Protokół komisji", "Committee’s record")
        case .attendance: ("Lista obecności", "Attendance list")
        case .certificate: ("Zaświadczenie", "Certificate")
        case .declaration: ("Deklaracja udziału", "Declaration of participation")
        case .imageConsent: ("Zgoda na wizerunek", "Consent to images")
        case .guardianConsent: ("Zgoda opiekuna", "Guardian’s consent")
        case .participants: ("Lista uczestników", "List of participants")
        case .clause: ("Klauzula informacyjna", "Information clause")
        case .grant: ("Pismo o grancie", "Letter about a grant")
        case .agreement: ("Umowa", "Agreement")
        case .counselling: ("Karta poradnictwa", "Counselling card")
        }
    }
}
