extension PublicText {
    static let frameRows: [Row] = [
        (
            .skip, "Przejdź do treści", "Перейти до змісту", "Перейти к содержанию", "Skip to content",
            "Перайсці да зместу"
        ),
        (.languages, "Język", "Мова", "Язык", "Language", "Мова"),
        (.questions, "Pytania?", "Запитання?", "Вопросы?", "Questions?", "Пытанні?"),
        (
            .staffEntrance, "Dla organizatora", "Для організатора", "Для организатора", "For the organiser",
            "Для арганізатара"
        ),
    ]

    static let eventRows: [Row] = [
        (.calls, "Nabory", "Набори", "Наборы", "Calls", "Наборы"),
        (
            .noCalls, "Teraz nie trwa żaden nabór.", "Зараз немає відкритих наборів.", "Сейчас нет открытых наборов.",
            "No call is open at the moment.", "Зараз няма адкрытых набораў."
        ),
        (
            .callsHint, "Gdy organizator ogłosi nabór, pojawi się tutaj.",
            "Коли організатор оголосить набір, він з’явиться тут.",
            "Когда организатор объявит набор, он появится здесь.",
            "When the organiser announces a call it will stand here.",
            "Калі арганізатар абвесціць набор, ён з’явіцца тут."
        ),
        (.apply, "Wypełnij zgłoszenie", "Заповнити заявку", "Заполнить заявку", "Fill in the form", "Запоўніць заяўку"),
        (.applyUntil, "Zgłoszenia do {}", "Заявки до {}", "Заявки до {}", "Apply by {}", "Заяўкі да {}"),
        (
            .opensOn, "Nabór zaczyna się {}", "Набір починається {}", "Набор начинается {}", "Opens on {}",
            "Набор пачынаецца {}"
        ),
        (
            .closedOn, "Nabór zakończył się {}", "Набір закінчився {}", "Набор закончился {}", "Closed on {}",
            "Набор скончыўся {}"
        ),
        (.when, "Kiedy", "Коли", "Когда", "When", "Калі"),
        (.place, "Gdzie", "Де", "Где", "Where", "Дзе"),
        (.places, "Liczba miejsc", "Кількість місць", "Количество мест", "Places", "Колькасць месцаў"),
        (.placesTaken, "zajęte: {}", "зайнято: {}", "занято: {}", "taken: {}", "занята: {}"),
        (.sessions, "Terminy", "Дати", "Даты", "Dates", "Даты"),
        (.programme, "Program", "Програма", "Программа", "Programme", "Праграма"),
        (.covered, "Zapewniamy", "Ми забезпечуємо", "Мы обеспечиваем", "We provide", "Мы забяспечваем"),
        (.fee, "Opłata", "Плата", "Плата", "Fee", "Плата"),
        (
            .feeDays, "{} dni po zakwalifikowaniu", "{} днів після відбору", "{} дней после отбора",
            "{} days after the decision", "{} дзён пасля адбору"
        ),
        (.otherWays, "Można też", "Можна також", "Можно также", "You can also", "Можна таксама"),
        (
            .wayMail, "wysłać wypełniony formularz lub jego skan na adres {}",
            "надіслати заповнену форму або її скан на адресу {}",
            "прислать заполненную форму или её скан на адрес {}", "send the filled-in form or a scan of it to {}",
            "даслаць запоўненую форму або яе скан на адрас {}"
        ),
        (
            .wayPaper, "przynieść formularz do biura: {}", "принести форму до офісу: {}", "принести форму в офис: {}",
            "bring the form to the office: {}", "прынесці форму ў офіс: {}"
        ),
        (
            .wayPhone, "zadzwonić: {}", "зателефонувати: {}", "позвонить: {}", "call: {}", "патэлефанаваць: {}"
        ),
        (
            .retention, "Jak długo przechowujemy dane", "Як довго ми зберігаємо дані", "Как долго мы храним данные",
            "How long we keep the data", "Як доўга мы захоўваем даныя"
        ),
        (
            .notOnWeb, "Tych zgłoszeń nie przyjmujemy przez stronę.", "Ці заявки не приймаємо через сайт.",
            "Эти заявки не принимаем через сайт.", "These applications are not taken on this site.",
            "Гэтыя заяўкі не прымаем праз сайт."
        ),
        (
            .closedTitle, "Nabór jest zakończony", "Набір закінчено", "Набор закончен", "The call is closed",
            "Набор скончаны"
        ),
        (
            .closedText, "Zgłoszenia przyjmowaliśmy do {}. W sprawie spóźnionego zgłoszenia napisz do organizatora.",
            "Заявки приймали до {}. Якщо ви запізнилися, напишіть організатору.",
            "Заявки принимали до {}. Если вы опоздали, напишите организатору.",
            "Applications were taken until {}. If you are late, write to the organiser.",
            "Заяўкі прымалі да {}. Калі вы спазніліся, напішыце арганізатару."
        ),
        (
            .notYetTitle, "Nabór jeszcze się nie zaczął", "Набір ще не почався", "Набор ещё не начался",
            "The call is not open yet", "Набор яшчэ не пачаўся"
        ),
        (
            .notYetText, "Formularz będzie dostępny od {}.", "Форма буде доступна від {}.",
            "Форма будет доступна с {}.",
            "The form will be here from {}.", "Форма будзе даступная з {}."
        ),
        (
            .fullTitle, "Wszystkie miejsca są zajęte", "Усі місця зайняті", "Все места заняты", "All places are taken",
            "Усе месцы занятыя"
        ),
        (
            .fullText, "Nadal można wysłać zgłoszenie: gdy zwolni się miejsce, dostaną je osoby z listy rezerwowej.",
            "Заявку все ще можна надіслати: коли місце звільниться, його отримають люди з резервного списку.",
            "Заявку всё ещё можно отправить: когда место освободится, его получат люди из резервного списка.",
            "You can still apply: when a place becomes free it goes to the waiting list.",
            "Заяўку ўсё яшчэ можна даслаць: калі месца вызваліцца, яго атрымаюць людзі з рэзервовага спіса."
        ),
        (
            .blankPDF, "Formularz do druku (PDF)", "Форма для друку (PDF)", "Форма для печати (PDF)",
            "Form for printing (PDF)", "Форма для друку (PDF)"
        ),
        (
            .blankWord, "Formularz do wypełnienia w edytorze (DOCX)", "Форма для заповнення в редакторі (DOCX)",
            "Форма для заполнения в редакторе (DOCX)", "Form for a word processor (DOCX)",
            "Форма для запаўнення ў рэдактары (DOCX)"
        ),
    ]
}
