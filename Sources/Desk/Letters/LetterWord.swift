import FormModel

/// Labels and short sentences that documents print beside the values; longer sentences stand in the templates.
enum LetterWord: String, CaseIterable {
    case registrationNumber, received, channel, person, organisation, event, project, activity
    case date, dates, hours, place, group, fee, confirmBy, certificateFrom, teachers, rank, deadline
    case purpose, amount, settleBy
    case web, mail, paper, phone, nomination
    case noReason, completeField, otherCriteria, privacy, dataOfficer, meetings, hoursOf

    var text: LocalizedText { Self.texts[self] ?? LocalizedText([:]) }

    private static func all(_ pl: String, _ en: String, _ uk: String, _ ru: String, _ be: String) -> LocalizedText {
        LocalizedText([.polish: pl, .english: en, .ukrainian: uk, .russian: ru, .belarusian: be])
    }

    private static let texts: [LetterWord: LocalizedText] = labels.merging(sentences) { first, _ in first }

    private static let labels: [LetterWord: LocalizedText] = [
        .registrationNumber: all(
            "Numer zgłoszenia",
            "Registration number",
            "Номер заявки",
            "Номер заявки",
            "Нумар заяўкі"
        ),
        .received: all("Wpłynęło", "Received", "Отримано", "Получено", "Атрымана"),
        .channel: all("Sposób zgłoszenia", "Sent by", "Спосіб подання", "Способ подачи", "Спосаб падачы"),
        .person: all("Osoba", "Person", "Особа", "Человек", "Асоба"),
        .organisation: all("Organizacja", "Organisation", "Організація", "Организация", "Арганізацыя"),
        .event: all("Wydarzenie", "Event", "Подія", "Мероприятие", "Мерапрыемства"),
        .project: all("Projekt", "Project", "Проєкт", "Проект", "Праект"),
        .activity: all("Działanie", "Activity", "Захід", "Мероприятие", "Мерапрыемства"),
        .date: all("Termin", "Date", "Дата", "Дата", "Дата"),
        .dates: all("Terminy", "Dates", "Дати", "Даты", "Даты"),
        .hours: all("Godziny", "Hours", "Години", "Часы", "Гадзіны"),
        .place: all("Miejsce", "Place", "Місце", "Место", "Месца"),
        .group: all("Grupa", "Group", "Група", "Группа", "Група"),
        .fee: all("Opłata", "Fee", "Оплата", "Оплата", "Аплата"),
        .confirmBy: all(
            "Potwierdzenie do",
            "Please confirm by",
            "Підтвердити до",
            "Подтвердить до",
            "Пацвердзіць да"
        ),
        .certificateFrom: all(
            "Zaświadczenie",
            "Certificate",
            "Свідоцтво",
            "Свидетельство",
            "Пасведчанне"
        ),
        .teachers: all("Prowadzenie", "Led by", "Ведуть", "Ведут", "Вядуць"),
        .rank: all(
            "Miejsce na liście",
            "Place on the list",
            "Номер у списку",
            "Номер в списке",
            "Нумар у спісе"
        ),
        .deadline: all("Termin zgłoszeń", "Deadline", "Термін подання", "Срок подачи", "Тэрмін падачы"),
        .purpose: all("Cel", "Purpose", "Мета", "Цель", "Мэта"),
        .amount: all("Kwota", "Amount", "Сума", "Сумма", "Сума"),
        .settleBy: all("Rozliczenie do", "Accounts due by", "Звіт до", "Отчёт до", "Справаздача да"),
        .web: all("formularz na stronie", "web form", "форма на сайті", "форма на сайте", "форма на сайце"),
        .mail: all("e-mail", "e-mail", "електронна пошта", "электронная почта", "электронная пошта"),
        .paper: all("papierowy formularz", "paper form", "паперова форма", "бумажная форма", "папяровая форма"),
        .phone: all("rozmowa telefoniczna", "telephone", "телефоном", "по телефону", "па тэлефоне"),
        .nomination: all(
            "wskazanie przez partnera",
            "nomination by a partner",
            "пропозиція партнера",
            "предложение партнёра",
            "прапанова партнёра"
        ),
    ]

    private static let sentences: [LetterWord: LocalizedText] = [
        .noReason: all(
            "Zgłoszeń było więcej niż miejsc.",
            "There were more applications than places.",
            "Заявок було більше, ніж місць.",
            "Заявок было больше, чем мест.",
            "Заявак было больш, чым месцаў."
        ),
        .completeField: all(
            "Prosimy uzupełnić albo poprawić tę odpowiedź.",
            "Please fill in or correct this answer.",
            "Просимо доповнити або виправити цю відповідь.",
            "Просим дополнить или исправить этот ответ.",
            "Просім дапоўніць або выправіць гэты адказ."
        ),
        .otherCriteria: all(
            "Kryteria formalne",
            "Formal criteria",
            "Формальні критерії",
            "Формальные критерии",
            "Фармальныя крытэрыі"
        ),
        .privacy: all(
            "Administratorem danych jest {name}.",
            "The controller of the data is {name}.",
            "Контролер даних – {name}.",
            "Оператор данных – {name}.",
            "Аператар даных – {name}."
        ),
        .dataOfficer: all(
            "Sprawy danych: {address}.",
            "About your data: {address}.",
            "Щодо даних: {address}.",
            "О данных: {address}.",
            "Пра даныя: {address}."
        ),
        .meetings: all(
            "spotkanie|spotkania|spotkań",
            "meeting|meetings|meetings",
            "зустріч|зустрічі|зустрічей",
            "встреча|встречи|встреч",
            "сустрэча|сустрэчы|сустрэч"
        ),
        .hoursOf: all(
            "godzina|godziny|godzin",
            "hour|hours|hours",
            "година|години|годин",
            "час|часа|часов",
            "гадзіна|гадзіны|гадзін"
        ),
    ]
}
