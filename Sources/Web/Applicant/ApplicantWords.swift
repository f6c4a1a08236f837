import FormModel

/// States as the applicant reads them, in the five languages.
enum ApplicantWords {
    static func text(_ state: RegistrationState, _ language: InterfaceLanguage) -> String {
        switch state {
        case .received: language.choose("wpłynęło", "надійшла", "поступила", "received", "паступіла")
        case .needsReview:
            language.choose(
                "organizator sprawdza",
                "організатор перевіряє",
                "организатор проверяет",
                "the organiser is checking",
                "арганізатар правярае"
            )
        case .incomplete:
            language.choose(
                "do uzupełnienia",
                "треба доповнити",
                "нужно дополнить",
                "something is missing",
                "трэба дапоўніць"
            )
        case .submitted: language.choose("przyjęte", "прийнято", "принята", "recorded", "прынята")
        case .withdrawn: language.choose("wycofane", "відкликано", "отозвана", "withdrawn", "адклікана")
        case .cancelled:
            language.choose(
                "skreślone przez organizatora",
                "скасував організатор",
                "отменена организатором",
                "cancelled by the organiser",
                "скасавана арганізатарам"
            )
        }
    }

    static func text(_ state: ParticipationState, _ language: InterfaceLanguage) -> String {
        switch state {
        case .applied:
            language.choose(
                "czeka na decyzję",
                "очікує рішення",
                "ожидает решения",
                "waiting for a decision",
                "чакае рашэння"
            )
        case .offered:
            language.choose(
                "czeka na Twoją odpowiedź",
                "очікує вашої відповіді",
                "ожидает вашего ответа",
                "waiting for your answer",
                "чакае вашага адказу"
            )
        case .confirmed:
            language.choose(
                "miejsce potwierdzone",
                "місце підтверджено",
                "место подтверждено",
                "place confirmed",
                "месца пацверджана"
            )
        case .waitlisted:
            language.choose("lista rezerwowa", "резервний список", "резервный список", "waiting list", "рэзервовы спіс")
        case .rejected:
            language.choose("niezakwalifikowane", "не відібрано", "не отобрана", "not selected", "не адабрана")
        case .expired:
            language.choose(
                "termin odpowiedzi minął",
                "термін відповіді минув",
                "срок ответа истёк",
                "the time to answer has passed",
                "тэрмін адказу мінуў"
            )
        case .withdrawn: language.choose("rezygnacja", "відмова", "отказ", "declined", "адмова")
        case .cancelled: language.choose("skreślone", "скасовано", "отменено", "cancelled", "скасавана")
        }
    }

    /// The tone of the dot beside a state.
    static func tone(_ stateClass: StateClass) -> String {
        switch stateClass {
        case .pending: "wait"
        case .positive: "good"
        case .waiting: "waiting"
        case .negative: "stop"
        }
    }

    static func tone(_ state: RegistrationState) -> String {
        switch state {
        case .submitted: "good"
        case .received, .needsReview, .incomplete: "wait"
        case .withdrawn, .cancelled: "stop"
        }
    }

    /// A document's name in a list of files.
    static func name(_ kind: DocumentKind, _ language: InterfaceLanguage) -> String {
        switch kind {
        case .receipt:
            language.choose(
                "Potwierdzenie przyjęcia",
                "Підтвердження прийняття",
                "Подтверждение приёма",
                "Receipt",
                "Пацвярджэнне прыняцця"
            )
        case .incomplete:
            language.choose(
                "Prośba o uzupełnienie",
                "Прохання доповнити",
                "Просьба дополнить",
                "Request for what is missing",
                "Просьба дапоўніць"
            )
        case .qualified:
            language.choose(
                "Potwierdzenie zakwalifikowania",
                "Підтвердження відбору",
                "Подтверждение отбора",
                "Confirmation of selection",
                "Пацвярджэнне адбору"
            )
        case .invitation: language.choose("Zaproszenie", "Запрошення", "Приглашение", "Invitation", "Запрашэнне")
        case .visa:
            language.choose(
                "Zaproszenie do wizy",
                "Запрошення для візи",
                "Приглашение для визы",
                "Visa invitation",
                "Запрашэнне для візы"
            )
        case .waitlist:
            language.choose("Lista rezerwowa", "Резервний список", "Резервный список", "Waiting list", "Рэзервовы спіс")
        case .refusal:
            language.choose(
                "Informacja o wyniku",
                "Інформація про результат",
                "Информация о результате",
                "Outcome",
                "Інфармацыя пра вынік"
            )
        case .certificate: language.choose("Zaświadczenie", "Сертифікат", "Сертификат", "Certificate", "Пасведчанне")
        case .agreement: language.choose("Umowa", "Договір", "Договор", "Agreement", "Дамова")
        default: language.choose("Dokument", "Документ", "Документ", "Document", "Дакумент")
        }
    }
}
