import FormModel

/// The words that a blank form needs beside the organiser's own, in one language.
struct FormWording: Hashable, Sendable {
    let language: InterfaceLanguage

    enum Word: String, CaseIterable {
        case form, optional, page, yes, no, instructions, yourData, statements, signing
        case signature, placeAndDate, organisationSignature, whenWhere, deadline, sendTo, agree
        case onlyIf, skipIf, ifFilledIn, or, whereItApplies, oneOfThese, onlyOne, several, atMost, entry, version,
            controller, dataOfficer, year
        case screenInstructions, clickAndWrite, chooseDate, chooseEntry
    }

    subscript(_ word: Word) -> String { Self.texts[word]?.text(in: language) ?? "" }

    func page(_ number: Int, of count: Int) -> String {
        self[.page].replacing("{n}", with: "\(number)").replacing("{m}", with: "\(count)")
    }

    /// Text with one value put in.
    func text(_ word: Word, _ value: String) -> String { self[word].replacing("{x}", with: value) }

    /// The words as they stand around other ones: „…” in Polish, “…” in English, «…» in Russian.
    func quoted(_ text: String) -> String {
        switch language {
        case .english: "“\(text)”"
        case .russian: "«\(text)»"
        case .polish, .ukrainian, .belarusian: "„\(text)”"
        }
    }

    static func addressForms(_ language: InterfaceLanguage) -> [FormOption] {
        let words: [String]
        switch language {
        case .polish: words = ["Pani", "Pan", "forma neutralna"]
        case .english: words = ["Ms", "Mr", "neutral"]
        case .ukrainian: words = ["пані", "пан", "нейтрально"]
        case .russian: words = ["г-жа", "г-н", "нейтрально"]
        case .belarusian: words = ["спадарыня", "спадар", "нейтральна"]
        }
        return zip(["pani", "pan", "neutral"], words).map { FormOption(key: $0, label: $1) }
    }

    private static func all(_ pl: String, _ en: String, _ uk: String, _ ru: String, _ be: String) -> LocalizedText {
        LocalizedText([.polish: pl, .english: en, .ukrainian: uk, .russian: ru, .belarusian: be])
    }

    private static let texts: [Word: LocalizedText] = [
        .form: all(
            "Formularz zgłoszeniowy",
            "Registration form",
            "Анкета учасника",
            "Анкета участника",
            "Анкета ўдзельніка"
        ),
        .optional: all("nieobowiązkowe", "optional", "за бажанням", "по желанию", "па жаданні"),
        .page: all(
            "Strona {n} z {m}",
            "Page {n} of {m}",
            "Сторінка {n} з {m}",
            "Страница {n} из {m}",
            "Старонка {n} з {m}"
        ),
        .yes: all("tak", "yes", "так", "да", "так"),
        .no: all("nie", "no", "ні", "нет", "не"),
        .instructions: all(
            "Prosimy pisać drukowanymi literami, ciemnym długopisem, w ramkach. Wybraną kratkę prosimy zaznaczyć krzyżykiem; pomyłkę zamalować całą i zaznaczyć właściwą.",
            "Please write in capital letters with a dark pen, inside the frames. Mark your choice with a cross; fill in a wrong box completely and mark the right one.",
            "Пишіть, будь ласка, друкованими літерами, темною ручкою, у рамках. Обраний варіант позначте хрестиком; помилкову клітинку зафарбуйте повністю й позначте правильну.",
            "Пишите, пожалуйста, печатными буквами, тёмной ручкой, внутри рамок. Выбранный вариант отметьте крестиком; ошибочную клетку закрасьте полностью и отметьте верную.",
            "Пішыце, калі ласка, друкаванымі літарамі, цёмнай ручкай, у рамках. Выбраны варыянт адзначце крыжыкам; памылковую клетку зафарбуйце цалкам і адзначце правільную."
        ),
        .yourData: all("Zgłoszenie", "Registration", "Заявка", "Заявка", "Заяўка"),
        .statements: all(
            "Dane osobowe i zgody",
            "Personal data and consents",
            "Персональні дані та згоди",
            "Персональные данные и согласия",
            "Асабістыя даныя і згоды"
        ),
        .signing: all("Podpis", "Signature", "Підпис", "Подпись", "Подпіс"),
        .signature: all(
            "Czytelny podpis",
            "Signature",
            "Розбірливий підпис",
            "Разборчивая подпись",
            "Разборлівы подпіс"
        ),
        .organisationSignature: all(
            "Podpis osoby upoważnionej, funkcja",
            "Signature of an authorised person, function",
            "Підпис уповноваженої особи, посада",
            "Подпись уполномоченного лица, должность",
            "Подпіс упаўнаважанай асобы, пасада"
        ),
        .placeAndDate: all("Miejscowość i data", "Place and date", "Місце і дата", "Место и дата", "Месца і дата"),
        .whenWhere: all("Termin i miejsce", "When and where", "Час і місце", "Время и место", "Час і месца"),
        .deadline: all("Zgłoszenia do", "Send by", "Подати до", "Подать до", "Падаць да"),
        .sendTo: all("Dokąd", "Where to", "Куди", "Куда", "Куды"),
        .agree: all("wyrażam zgodę", "I agree", "даю згоду", "даю согласие", "даю згоду"),
        .onlyIf: all(
            "Tylko jeśli w {x} zaznaczono {y}.",
            "Only if you ticked {y} under {x}.",
            "Лише якщо в {x} позначено {y}.",
            "Только если в {x} отмечено {y}.",
            "Толькі калі ў {x} адзначана {y}."
        ),
        .skipIf: all(
            "Nie dotyczy, jeśli w {x} zaznaczono {y}.",
            "Skip this if you ticked {y} under {x}.",
            "Не заповнюйте, якщо в {x} позначено {y}.",
            "Не заполняйте, если в {x} отмечено {y}.",
            "Не запаўняйце, калі ў {x} адзначана {y}."
        ),
        .ifFilledIn: all(
            "Tylko jeśli wypełniono: {x}.",
            "Only if you filled in {x}.",
            "Лише якщо заповнено: {x}.",
            "Только если заполнено: {x}.",
            "Толькі калі запоўнена: {x}."
        ),
        .or: all("lub", "or", "або", "или", "або"),
        .oneOfThese: all(
            "Wystarczy jedno z: {x}.",
            "One of these is enough: {x}.",
            "Досить одного з: {x}.",
            "Достаточно одного из: {x}.",
            "Дастаткова аднаго з: {x}."
        ),
        .onlyOne: all("jedna odpowiedź", "one answer", "одна відповідь", "один ответ", "адзін адказ"),
        .several: all("można kilka", "several possible", "можна кілька", "можно несколько", "можна некалькі"),
        .atMost: all("najwyżej {x}", "at most {x}", "не більше {x}", "не более {x}", "не больш за {x}"),
        .whereItApplies: all(
            "Jeśli dotyczy.",
            "If applicable.",
            "Якщо стосується.",
            "Если применимо.",
            "Калі датычыць."
        ),
        .entry: all("{x}. osoba lub pozycja", "Entry {x}", "Позиція {x}", "Позиция {x}", "Пазіцыя {x}"),
        .version: all("wersja {x}", "version {x}", "версія {x}", "версия {x}", "версія {x}"),
        .controller: all(
            "Administratorem danych jest {x}. Podane dane służą wyłącznie celom opisanym poniżej.",
            "The controller of the data is {x}. Your data serve only the purposes described below.",
            "Адміністратором даних є {x}. Дані служать лише цілям, описаним нижче.",
            "Оператором данных является {x}. Данные служат только целям, описанным ниже.",
            "Адміністратарам даных з'яўляецца {x}. Даныя служаць толькі мэтам, апісаным ніжэй."
        ),
        .dataOfficer: all(
            "Kontakt w sprawie danych: {x}.",
            "Contact about your data: {x}.",
            "Контакт щодо даних: {x}.",
            "Контакт по вопросам данных: {x}.",
            "Кантакт па пытаннях даных: {x}."
        ),
        .year: all("dd.mm.rrrr", "dd.mm.yyyy", "дд.мм.рррр", "дд.мм.гггг", "дд.мм.гггг"),
        .screenInstructions: all(
            "Prosimy wpisać odpowiedzi w polach i kliknąć kratki przy wybranych odpowiedziach. Wypełniony plik prosimy zapisać i odesłać.",
            "Please write your answers into the fields and click the boxes you choose. Save the file and send it back.",
            "Впишіть, будь ласка, відповіді в поля й клацніть клітинки біля обраних відповідей. Збережіть файл і надішліть його.",
            "Впишите, пожалуйста, ответы в поля и щёлкните клетки у выбранных ответов. Сохраните файл и отправьте его.",
            "Упішыце, калі ласка, адказы ў палі і пстрыкніце клеткі каля абраных адказаў. Захавайце файл і адпраўце яго."
        ),
        .clickAndWrite: all(
            "kliknij i wpisz",
            "click and write",
            "клацніть і впишіть",
            "щёлкните и впишите",
            "пстрыкніце і ўпішыце"
        ),
        .chooseDate: all("wybierz datę", "choose a date", "виберіть дату", "выберите дату", "выберыце дату"),
        .chooseEntry: all(
            "wybierz z listy",
            "choose from the list",
            "виберіть зі списку",
            "выберите из списка",
            "выберыце са спіса"
        ),
    ]
}
