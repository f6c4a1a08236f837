extension PublicText {
    static let formRows: [Row] = [
        (
            .stepAnswers, "Krok 1 z 2: odpowiedzi", "Крок 1 з 2: відповіді", "Шаг 1 из 2: ответы",
            "Step 1 of 2: answers", "Крок 1 з 2: адказы"
        ),
        (
            .stepReview, "Krok 2 z 2: sprawdzenie", "Крок 2 з 2: перевірка", "Шаг 2 из 2: проверка",
            "Step 2 of 2: check", "Крок 2 з 2: праверка"
        ),
        (
            .optionalHint, "Prosimy o odpowiedź na każde pytanie, przy którym nie stoi „nieobowiązkowe”.",
            "Просимо відповісти на кожне запитання, біля якого не написано «необов’язково».",
            "Просим ответить на каждый вопрос, рядом с которым нет слова «необязательно».",
            "Please answer every question that is not marked “optional”.",
            "Просім адказаць на кожнае пытанне, каля якога не напісана «неабавязкова»."
        ),
        (.optional, "nieobowiązkowe", "необов’язково", "необязательно", "optional", "неабавязкова"),
        (
            .errorTitle, "Jeszcze chwila: coś trzeba poprawić", "Ще трохи: дещо треба виправити",
            "Ещё немного: кое-что нужно исправить", "Almost there: please correct this",
            "Яшчэ крыху: нешта трэба выправіць"
        ),
        (
            .errorText, "Wszystko, co wpisano, jest na swoim miejscu.", "Усе, що ви написали, залишилося на місці.",
            "Всё, что вы написали, осталось на месте.", "Everything you typed is still here.",
            "Усё, што вы напісалі, засталося на месцы."
        ),
        (.next, "Dalej: sprawdzenie", "Далі: перевірка", "Далее: проверка", "Next: check", "Далей: праверка"),
        (
            .refresh, "Pokaż dalsze pytania", "Показати наступні запитання", "Показать следующие вопросы",
            "Show further questions", "Паказаць наступныя пытанні"
        ),
        (
            .newQuestions, "Po tych odpowiedziach doszły nowe pytania. Przejrzyj formularz jeszcze raz.",
            "Після цих відповідей з’явилися нові запитання. Перегляньте форму ще раз.",
            "После этих ответов появились новые вопросы. Просмотрите форму ещё раз.",
            "Your answers brought up new questions. Please look through the form again.",
            "Пасля гэтых адказаў з’явіліся новыя пытанні. Прагледзьце форму яшчэ раз."
        ),
        (
            .addEntry, "Dodaj kolejną pozycję", "Додати ще один запис", "Добавить ещё одну запись", "Add another",
            "Дадаць яшчэ адзін запіс"
        ),
        (.removeEntry, "Usuń", "Видалити", "Удалить", "Remove", "Выдаліць"),
        (.choose, "Wybierz", "Виберіть", "Выберите", "Choose", "Выберыце"),
        (.yes, "Tak", "Так", "Да", "Yes", "Так"),
        (.no, "Nie", "Ні", "Нет", "No", "Не"),
        (
            .fileHint, "Najwyżej 20 MB; najlepiej PDF, zdjęcie albo DOCX.", "До 20 МБ; найкраще PDF, фото або DOCX.",
            "До 20 МБ; лучше PDF, фото или DOCX.", "At most 20 MB; PDF, a photograph or DOCX is best.",
            "Да 20 МБ; найлепш PDF, фота або DOCX."
        ),
        (.fileKept, "Dołączono: {}", "Додано: {}", "Приложено: {}", "Attached: {}", "Далучана: {}"),
        (.fileRemove, "Usuń plik", "Видалити файл", "Удалить файл", "Remove the file", "Выдаліць файл"),
        (.documentKind, "Rodzaj dokumentu", "Вид документа", "Вид документа", "Kind of document", "Від дакумента"),
        (.documentNumber, "Numer", "Номер", "Номер", "Number", "Нумар"),
        (.documentValidTo, "Ważny do", "Дійсний до", "Действителен до", "Valid until", "Сапраўдны да"),
        (.clauseVersion, "Wersja z {}", "Версія від {}", "Версия от {}", "Version of {}", "Версія ад {}"),
        (
            .charactersMax, "Najwyżej {} znaków.", "Не більше {} знаків.", "Не более {} знаков.",
            "At most {} characters.", "Не больш за {} знакаў."
        ),
        (
            .deadlineNote, "Zgłoszenia przyjmujemy do {}.", "Заявки приймаємо до {}.", "Заявки принимаем до {}.",
            "We take applications until {}.", "Заяўкі прымаем да {}."
        ),
        (
            .draftRestored, "Przywróciliśmy odpowiedzi zapisane w tej przeglądarce.",
            "Ми відновили відповіді, збережені в цьому браузері.",
            "Мы восстановили ответы, сохранённые в этом браузере.", "We restored the answers kept in this browser.",
            "Мы аднавілі адказы, захаваныя ў гэтым браўзеры."
        ),
        (.draftClear, "Zacznij od nowa", "Почати спочатку", "Начать заново", "Start afresh", "Пачаць нанова"),
        (
            .draftNote, "Szkic zostaje tylko w tej przeglądarce, do wysłania albo przez 7 dni.",
            "Чернетка залишається лише в цьому браузері – до надсилання або 7 днів.",
            "Черновик остаётся только в этом браузере – до отправки или 7 дней.",
            "A draft stays in this browser only, until you send it or for 7 days.",
            "Чарнавік застаецца толькі ў гэтым браўзеры – да адпраўкі або 7 дзён."
        ),
        (
            .fileTooLarge, "Ten plik jest za duży. Wybierz plik do 20 MB.",
            "Цей файл завеликий. Виберіть файл до 20 МБ.", "Этот файл слишком большой. Выберите файл до 20 МБ.",
            "This file is too large. Choose one of at most 20 MB.", "Гэты файл завялікі. Выберыце файл да 20 МБ."
        ),
        (.readClause, "Treść", "Текст", "Текст", "Text", "Тэкст"),
        (
            .dateHint, "Na przykład 27.03.1985", "Наприклад 27.03.1985", "Например 27.03.1985",
            "For example 27/03/1985", "Напрыклад 27.03.1985"
        ),
    ]

    static let reviewRows: [Row] = [
        (
            .reviewTitle, "Sprawdź przed wysłaniem", "Перевірте перед надсиланням", "Проверьте перед отправкой",
            "Check before sending", "Праверце перад адпраўкай"
        ),
        (
            .reviewText, "Zgłoszenie nie jest jeszcze wysłane.", "Заявку ще не надіслано.", "Заявка ещё не отправлена.",
            "The form is not sent yet.", "Заяўка яшчэ не адпраўлена."
        ),
        (.change, "Zmień odpowiedzi", "Змінити відповіді", "Изменить ответы", "Change answers", "Змяніць адказы"),
        (.send, "Wyślij zgłoszenie", "Надіслати заявку", "Отправить заявку", "Send the form", "Адправіць заяўку"),
        (.noAnswer, "brak odpowiedzi", "немає відповіді", "нет ответа", "no answer", "няма адказу"),
        (
            .conditionsTitle, "Warunki udziału", "Умови участі", "Условия участия", "Conditions of taking part",
            "Умовы ўдзелу"
        ),
        (
            .conditionsText,
            "Z odpowiedzi wynika, że nie wszystkie warunki są spełnione. Zgłoszenie można wysłać mimo to; zdecyduje organizator.",
            "З відповідей випливає, що виконано не всі умови. Заявку все одно можна надіслати; вирішить організатор.",
            "Из ответов следует, что выполнены не все условия. Заявку всё равно можно отправить; решит организатор.",
            "By your answers not all conditions are met. You can send the form all the same; the organiser decides.",
            "З адказаў вынікае, што выкананы не ўсе ўмовы. Заяўку ўсё роўна можна адправіць; вырашыць арганізатар."
        ),
        (
            .clauseChanged, "Treść klauzuli zmieniła się w międzyczasie. Przeczytaj ją jeszcze raz.",
            "Текст інформації тим часом змінився. Прочитайте його ще раз.",
            "Текст информации тем временем изменился. Прочитайте его ещё раз.",
            "The wording of a clause has changed meanwhile. Please read it again.",
            "Тэкст інфармацыі тым часам змяніўся. Прачытайце яго яшчэ раз."
        ),
        (.given, "tak", "так", "да", "yes", "так"),
        (.notGiven, "nie", "ні", "нет", "no", "не"),
        (
            .receiptTitle, "Zgłoszenie jest zapisane", "Заявку записано", "Заявка записана", "Your form is recorded",
            "Заяўка запісана"
        ),
        (
            .receiptText, "Dziękujemy. Potwierdzenie wyślemy też e-mailem, jeśli podano adres.",
            "Дякуємо. Підтвердження надішлемо також електронною поштою, якщо ви вказали адресу.",
            "Спасибо. Подтверждение отправим и по электронной почте, если вы указали адрес.",
            "Thank you. We will also send a confirmation by e-mail if you gave an address.",
            "Дзякуй. Пацвярджэнне дашлём і электроннай поштай, калі вы ўказалі адрас."
        ),
        (
            .receiptReview, "Organizator obejrzy zgłoszenie, zanim je potwierdzi.",
            "Організатор перегляне заявку, перш ніж підтвердити її.",
            "Организатор посмотрит заявку, прежде чем подтвердить её.",
            "The organiser will look at the form before confirming it.",
            "Арганізатар прагледзіць заяўку, перш чым пацвердзіць яе."
        ),
        (.code, "Numer zgłoszenia", "Номер заявки", "Номер заявки", "Registration number", "Нумар заяўкі"),
        (
            .keepLink,
            "Zachowaj adres tej strony: tu sprawdzisz stan zgłoszenia, poprawisz je i odpowiesz na zaproszenie. Kto zna adres, widzi zgłoszenie.",
            "Збережіть адресу цієї сторінки: тут ви побачите стан заявки, виправите її та відповісте на запрошення. Хто знає адресу, бачить заявку.",
            "Сохраните адрес этой страницы: здесь вы увидите состояние заявки, исправите её и ответите на приглашение. Кто знает адрес, видит заявку.",
            "Keep the address of this page: here you can see how things stand, correct the form and answer an invitation. Whoever knows the address can see it.",
            "Захавайце адрас гэтай старонкі: тут вы ўбачыце стан заяўкі, выправіце яе і адкажаце на запрашэнне. Хто ведае адрас, бачыць заяўку."
        ),
        (
            .notDecision, "Zapisanie zgłoszenia nie oznacza jeszcze zakwalifikowania.",
            "Запис заявки ще не означає, що місце за вами.",
            "Запись заявки ещё не означает, что место за вами.", "Being recorded is not yet a decision on a place.",
            "Запіс заяўкі яшчэ не азначае, што месца за вамі."
        ),
        (
            .conflictTitle, "To zgłoszenie zostało już wysłane", "Цю заявку вже надіслано", "Эта заявка уже отправлена",
            "This form was sent already", "Гэта заяўка ўжо адпраўлена"
        ),
        (
            .conflictText,
            "Wcześniej wysłano je z inną treścią i tak jest zapisane. Zmiany wprowadzisz na stronie zgłoszenia.",
            "Раніше її надіслано з іншим змістом, і так її записано. Зміни можна внести на сторінці заявки.",
            "Раньше она была отправлена с другим содержанием, и так она записана. Изменения можно внести на странице заявки.",
            "It was sent earlier with other content and is recorded like that. You can change it on the form’s own page.",
            "Раней яе адправілі з іншым зместам, і так яна запісана. Змены можна ўнесці на старонцы заяўкі."
        ),
        (
            .openPage, "Otwórz stronę zgłoszenia", "Відкрити сторінку заявки", "Открыть страницу заявки",
            "Open the form’s page", "Адкрыць старонку заяўкі"
        ),
    ]
}
