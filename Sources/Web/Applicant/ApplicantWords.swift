import FormModel

/// States as the applicant reads them, in the five languages.
enum ApplicantWords {
    static func text(_ state: RegistrationState, _ language: InterfaceLanguage) -> String {
        switch state {
        case .received: pick(language, "wpłynęło", "надійшла", "поступила", "received", "паступіла")
        case .needsReview:
            pick(
                language,
                "organizator sprawdza",
                "організатор перевіряє",
                "организатор проверяет",
                "the organiser is checking",
                "арганізатар правярае"
            )
        case .incomplete:
            pick(
                language,
                "do uzupełnienia",
                "треба доповнити",
                "нужно дополнить",
                "something is missing",
                "трэба дапоўніць"
            )
        case .submitted: pick(language, "przyjęte", "прийнято", "принята", "recorded", "прынята")
        case .withdrawn: pick(language, "wycofane", "відкликано", "отозвана", "withdrawn", "адклікана")
        case .cancelled:
            pick(
                language,
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
            pick(
                language,
                "czeka na decyzję",
                "очікує рішення",
                "ожидает решения",
                "waiting for a decision",
                "чакае рашэння"
            )
        case .offered:
            pick(
                language,
                "czeka na Twoją odpowiedź",
                "очікує вашої відповіді",
                "ожидает вашего ответа",
                "waiting for your answer",
                "чакае вашага адказу"
            )
        case .confirmed:
            pick(
                language,
                "miejsce potwierdzone",
                "місце підтверджено",
                "место подтверждено",
                "place confirmed",
                "месца пацверджана"
            )
        case .waitlisted:
            pick(language, "lista rezerwowa", "резервний список", "резервный список", "waiting list", "рэзервовы спіс")
        case .rejected:
            pick(language, "niezakwalifikowane", "не відібрано", "не отобрана", "not selected", "не адабрана")
        case .expired:
            pick(
                language,
                "termin odpowiedzi minął",
                "термін відповіді минув",
                "срок ответа истёк",
                "the time to answer has passed",
                "тэрмін адказу мінуў"
            )
        case .withdrawn: pick(language, "rezygnacja", "відмова", "отказ", "declined", "адмова")
        case .cancelled: pick(language, "skreślone", "скасовано", "отменено", "cancelled", "скасавана")
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
            pick(
                language,
                "Potwierdzenie przyjęcia",
                "Підтвердження прийняття",
                "Подтверждение приёма",
                "Receipt",
                "Пацвярджэнне прыняцця"
            )
        case .incomplete:
            pick(
                language,
                "Prośba o uzupełnienie",
                "Прохання доповнити",
                "Просьба дополнить",
                "Request for what is missing",
                "Просьба дапоўніць"
            )
        case .qualified:
            pick(
                language,
                "Potwierdzenie zakwalifikowania",
                "Підтвердження відбору",
                "Подтверждение отбора",
                "Confirmation of selection",
                "Пацвярджэнне адбору"
            )
        case .invitation: pick(language, "Zaproszenie", "Запрошення", "Приглашение", "Invitation", "Запрашэнне")
        case .visa:
            pick(
                language,
                "Zaproszenie do wizy",
                "Запрошення для візи",
                "Приглашение для визы",
                "Visa invitation",
                "Запрашэнне для візы"
            )
        case .waitlist:
            pick(language, "Lista rezerwowa", "Резервний список", "Резервный список", "Waiting list", "Рэзервовы спіс")
        case .refusal:
            pick(
                language,
                "Informacja o wyniku",
                "Інформація про результат",
                "Информация о результате",
                "Outcome",
                "Інфармацыя пра вынік"
            )
        case .certificate: pick(language, "Zaświadczenie", "Сертифікат", "Сертификат", "Certificate", "Пасведчанне")
        case .agreement: pick(language, "Umowa", "Договір", "Договор", "Agreement", "Дамова")
        default: pick(language, "Dokument", "Документ", "Документ", "Document", "Дакумент")
        }
    }

    private static func pick(
        _ language: InterfaceLanguage,
        _ pl: String,
        _ uk: String,
        _ ru: String,
        _ en: String,
        _ be: String
    ) -> String {
        switch language {
        case .polish: pl
        case .ukrainian: uk
        case .russian: ru
        case .english: en
        case .belarusian: be
        }
    }
}
