import FormModel

/// The sentences of one language for the short mails.
struct MailWords {
    let greeting: String
    let farewell: String
    let subjects: [MailText.Kind: String]
    /// `{event}` and `{code}` are filled in.
    let openings: [MailText.Kind: String]
    let closings: [MailText.Kind: String]
    /// What the link to the applicant's page is for; `receipt` stands for every kind not named.
    let links: [MailText.Kind: String]

    func link(_ kind: MailText.Kind) -> String { links[kind] ?? links[.receipt] ?? "" }

    func subject(_ kind: MailText.Kind) -> String { subjects[kind] ?? "" }

    func opening(_ kind: MailText.Kind, event: String, code: String) -> String {
        // Only our own text is searched: an event's title that holds `{code}` stays what it is.
        let places = ["event}": event, "code}": code]
        let parts = (openings[kind] ?? "").utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
        return parts.map(Substring.init).reduce(into: "") { text, part in
            let place = places.first { part.hasPrefix($0.key) }
            text += (place?.value ?? "") + part.dropFirst(place?.key.count ?? 0)
        }
    }

    func closing(_ kind: MailText.Kind) -> String { closings[kind] ?? "" }

    static func of(_ language: InterfaceLanguage) -> MailWords {
        switch language {
        case .polish: polish
        case .english: english
        case .ukrainian: ukrainian
        case .russian: russian
        case .belarusian: belarusian
        }
    }

    private static let polish = MailWords(
        greeting: "Dzień dobry,",
        farewell: "Z pozdrowieniami",
        subjects: [
            .receipt: "Przyjęliśmy zgłoszenie", .incomplete: "Prosimy o uzupełnienie zgłoszenia",
            .offered: "Jest miejsce – prosimy o potwierdzenie", .confirmed: "Potwierdzenie udziału",
            .waitlisted: "Lista rezerwowa", .rejected: "Wynik naboru",
            .promoted: "Zwolniło się miejsce",
        ],
        openings: [
            .receipt: """
            dziękujemy. Zgłoszenie na wydarzenie „{event}” jest zapisane pod numerem {code}. \
            Przyjęcie zgłoszenia nie oznacza jeszcze zakwalifikowania – o wyniku napiszemy osobno.
            """,
            .incomplete: """
            zgłoszenie na wydarzenie „{event}” (numer {code}) jest zapisane, ale czegoś w nim brakuje:
            """,
            .offered: """
            zgłoszenie {code} ma miejsce na wydarzeniu „{event}”. \
            Szczegóły są w zaproszeniu. Prosimy o potwierdzenie udziału:
            """,
            .confirmed: "zgłoszenie {code} na wydarzenie „{event}” jest zakwalifikowane. Do zobaczenia:",
            .waitlisted: """
            zgłoszenie {code} na wydarzenie „{event}” jest na liście rezerwowej. \
            Napiszemy, gdy zwolni się miejsce.
            """,
            .rejected: "zgłoszenie {code} na wydarzenie „{event}” nie zostało zakwalifikowane. Powód:",
            .promoted: """
            zwolniło się miejsce na wydarzeniu „{event}” i przypada ono zgłoszeniu {code}. Prosimy o odpowiedź:
            """,
        ],
        closings: [
            .incomplete: "Wystarczy odpowiedzieć na tę wiadomość. Reszty nie trzeba wypełniać drugi raz.",
            .offered: "Jeśli plany się zmieniły, prosimy o krótką wiadomość – miejsce dostanie ktoś inny.",
            .confirmed: "Jeśli plany się zmieniły, prosimy o krótką wiadomość – miejsce dostanie ktoś inny.",
            .rejected: "Na pytania o decyzję odpowiemy w wiadomości zwrotnej.",
        ],
        links: [
            .receipt: "Stan zgłoszenia, poprawki i dokumenty – ten adres jest tylko dla tej osoby:",
            .incomplete: "Uzupełnić można od razu tutaj:",
            .offered: "Potwierdzić albo zrezygnować można tutaj:",
            .promoted: "Potwierdzić albo zrezygnować można tutaj:",
        ]
    )

    private static let english = MailWords(
        greeting: "Hello,",
        farewell: "Kind regards",
        subjects: [
            .receipt: "We have your registration", .incomplete: "Your registration needs something more",
            .offered: "We have a place for you – please confirm", .confirmed: "Your place is confirmed",
            .waitlisted: "Waiting list", .rejected: "Outcome of the call", .promoted: "A place has become free",
        ],
        openings: [
            .receipt: """
            thank you. Your registration for “{event}” is recorded under the number {code}. \
            This is not yet a decision on a place; we will write to you separately about that.
            """,
            .incomplete: "your registration for “{event}” (number {code}) is recorded, but something is missing:",
            .offered: """
            there is a place for you at “{event}” (registration {code}). \
            The invitation has the details. Please confirm that you will come:
            """,
            .confirmed: "registration {code} for “{event}” has a place. See you there:",
            .waitlisted: """
            registration {code} for “{event}” is on the waiting list. We will write when a place becomes free.
            """,
            .rejected: "registration {code} for “{event}” was not selected. The reason:",
            .promoted: "a place at “{event}” has become free and goes to registration {code}. Please answer:",
        ],
        closings: [
            .incomplete: "Just reply to this message. There is no need to fill in the rest again.",
            .offered: "If your plans have changed, please tell us; somebody else will be glad of the place.",
            .confirmed: "If your plans have changed, please tell us; somebody else will be glad of the place.",
            .rejected: "If you have questions about the decision, just reply to this message.",
        ],
        links: [
            .receipt: "Status, corrections and documents – this address is for you only:",
            .incomplete: "You can supply it right here:",
            .offered: "You can confirm or decline here:",
            .promoted: "You can confirm or decline here:",
        ]
    )

    private static let ukrainian = MailWords(
        greeting: "Добрий день,",
        farewell: "З повагою",
        subjects: [
            .receipt: "Ми отримали заявку", .incomplete: "Просимо доповнити заявку",
            .offered: "Для вас є місце – просимо підтвердити", .confirmed: "Підтвердження участі",
            .waitlisted: "Резервний список", .rejected: "Результат набору", .promoted: "Звільнилося місце",
        ],
        openings: [
            .receipt: """
            дякуємо. Заявку на «{event}» записано під номером {code}. \
            Це ще не рішення про участь – про результат напишемо окремо.
            """,
            .incomplete: "заявку на «{event}» (номер {code}) записано, але в ній чогось бракує:",
            .offered: """
            для вас є місце на «{event}» (заявка {code}). Подробиці в запрошенні. Просимо підтвердити участь:
            """,
            .confirmed: "заявку {code} на «{event}» прийнято, місце за вами. До зустрічі:",
            .waitlisted: "заявка {code} на «{event}» у резервному списку. Напишемо, щойно звільниться місце.",
            .rejected: "заявку {code} на «{event}» не відібрано. Причина:",
            .promoted: "на «{event}» звільнилося місце, і воно припадає заявці {code}. Просимо відповісти:",
        ],
        closings: [
            .incomplete: "Достатньо відповісти на цей лист. Решту заповнювати вдруге не треба.",
            .offered: "Якщо плани змінилися, напишіть нам кілька слів – місце отримає хтось інший.",
            .confirmed: "Якщо плани змінилися, напишіть нам кілька слів – місце отримає хтось інший.",
            .rejected: "На запитання про рішення відповімо у листі.",
        ],
        links: [
            .receipt: "Стан заявки, виправлення і документи – ця адреса тільки для вас:",
            .incomplete: "Доповнити можна одразу тут:",
            .offered: "Підтвердити або відмовитися можна тут:",
            .promoted: "Підтвердити або відмовитися можна тут:",
        ]
    )

    private static let russian = MailWords(
        greeting: "Здравствуйте,",
        farewell: "С уважением",
        subjects: [
            .receipt: "Мы получили заявку", .incomplete: "Просим дополнить заявку",
            .offered: "Для вас есть место – просим подтвердить", .confirmed: "Подтверждение участия",
            .waitlisted: "Резервный список", .rejected: "Результат набора", .promoted: "Освободилось место",
        ],
        openings: [
            .receipt: """
            спасибо. Заявка на «{event}» записана под номером {code}. \
            Это ещё не решение об участии – о результате напишем отдельно.
            """,
            .incomplete: "заявка на «{event}» (номер {code}) записана, но в ней чего-то не хватает:",
            .offered: """
            для вас есть место на «{event}» (заявка {code}). Подробности в приглашении. Просим подтвердить участие:
            """,
            .confirmed: "заявка {code} на «{event}» принята, место за вами. До встречи:",
            .waitlisted: "заявка {code} на «{event}» в резервном списке. Напишем, как только освободится место.",
            .rejected: "заявка {code} на «{event}» не отобрана. Причина:",
            .promoted: "на «{event}» освободилось место, и оно достаётся заявке {code}. Просим ответить:",
        ],
        closings: [
            .incomplete: "Достаточно ответить на это письмо. Остальное заполнять второй раз не нужно.",
            .offered: "Если планы изменились, напишите нам пару слов – место получит кто-то другой.",
            .confirmed: "Если планы изменились, напишите нам пару слов – место получит кто-то другой.",
            .rejected: "На вопросы о решении ответим в письме.",
        ],
        links: [
            .receipt: "Состояние заявки, исправления и документы – этот адрес только для вас:",
            .incomplete: "Дополнить можно сразу здесь:",
            .offered: "Подтвердить или отказаться можно здесь:",
            .promoted: "Подтвердить или отказаться можно здесь:",
        ]
    )

    private static let belarusian = MailWords(
        greeting: "Добры дзень,",
        farewell: "З павагай",
        subjects: [
            .receipt: "Мы атрымалі заяўку", .incomplete: "Просім дапоўніць заяўку",
            .offered: "Для вас ёсць месца – просім пацвердзіць", .confirmed: "Пацвярджэнне ўдзелу",
            .waitlisted: "Рэзервовы спіс", .rejected: "Вынік набору", .promoted: "Вызвалілася месца",
        ],
        openings: [
            .receipt: """
            дзякуем. Заяўка на «{event}» запісана пад нумарам {code}. \
            Гэта яшчэ не рашэнне аб удзеле – пра вынік напішам асобна.
            """,
            .incomplete: "заяўка на «{event}» (нумар {code}) запісана, але ў ёй чагосьці бракуе:",
            .offered: """
            для вас ёсць месца на «{event}» (заяўка {code}). Падрабязнасці ў запрашэнні. Просім пацвердзіць удзел:
            """,
            .confirmed: "заяўка {code} на «{event}» прынята, месца за вамі. Да сустрэчы:",
            .waitlisted: "заяўка {code} на «{event}» у рэзервовым спісе. Напішам, калі вызваліцца месца.",
            .rejected: "заяўка {code} на «{event}» не адабрана. Прычына:",
            .promoted: "на «{event}» вызвалілася месца, і яно дастаецца заяўцы {code}. Просім адказаць:",
        ],
        closings: [
            .incomplete: "Дастаткова адказаць на гэты ліст. Астатняе запаўняць другі раз не трэба.",
            .offered: "Калі планы змяніліся, напішыце нам некалькі слоў – месца атрымае нехта іншы.",
            .confirmed: "Калі планы змяніліся, напішыце нам некалькі слоў – месца атрымае нехта іншы.",
            .rejected: "На пытанні пра рашэнне адкажам у лісце.",
        ],
        links: [
            .receipt: "Стан заяўкі, выпраўленні і дакументы – гэты адрас толькі для вас:",
            .incomplete: "Дапоўніць можна адразу тут:",
            .offered: "Пацвердзіць або адмовіцца можна тут:",
            .promoted: "Пацвердзіць або адмовіцца можна тут:",
        ]
    )
}
