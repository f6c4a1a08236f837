extension PublicText {
    static let applicantRows: [Row] = [
        (.pageTitle, "Zgłoszenie {}", "Заявка {}", "Заявка {}", "Registration {}", "Заяўка {}"),
        (.state, "Stan", "Стан", "Состояние", "State", "Стан"),
        (.answers, "Odpowiedzi", "Відповіді", "Ответы", "Answers", "Адказы"),
        (
            .edit, "Popraw odpowiedzi", "Виправити відповіді", "Исправить ответы", "Correct the answers",
            "Выправіць адказы"
        ),
        (
            .supplement, "Uzupełnij braki", "Доповнити заявку", "Дополнить заявку", "Supply what is missing",
            "Дапоўніць заяўку"
        ),
        (
            .supplementText, "W zgłoszeniu czegoś brakuje. Wystarczy uzupełnić te pytania:",
            "У заявці чогось бракує. Достатньо відповісти на ці запитання:",
            "В заявке чего-то не хватает. Достаточно ответить на эти вопросы:",
            "Something is missing. It is enough to answer these questions:",
            "У заяўцы нечага бракуе. Дастаткова адказаць на гэтыя пытанні:"
        ),
        (
            .saved, "Zmiany są zapisane.", "Зміни збережено.", "Изменения сохранены.", "Your changes are saved.",
            "Змены захаваны."
        ),
        (
            .offerTitle, "Jest dla Ciebie miejsce", "Для вас є місце", "Для вас есть место", "There is a place for you",
            "Для вас ёсць месца"
        ),
        (
            .offerUntil, "Prosimy o odpowiedź do {}.", "Просимо відповісти до {}.", "Просим ответить до {}.",
            "Please answer by {}.", "Просім адказаць да {}."
        ),
        (
            .accept, "Potwierdzam udział", "Підтверджую участь", "Подтверждаю участие", "I will take part",
            "Пацвярджаю ўдзел"
        ),
        (
            .decline, "Rezygnuję z miejsca", "Відмовляюся від місця", "Отказываюсь от места", "I decline the place",
            "Адмаўляюся ад месца"
        ),
        (
            .accepted, "Udział jest potwierdzony. Do zobaczenia.", "Участь підтверджено. До зустрічі.",
            "Участие подтверждено. До встречи.", "Your place is confirmed. See you there.",
            "Удзел пацверджаны. Да сустрэчы."
        ),
        (
            .declined, "Dziękujemy za odpowiedź. Miejsce dostanie ktoś z listy rezerwowej.",
            "Дякуємо за відповідь. Місце отримає хтось із резервного списку.",
            "Спасибо за ответ. Место получит кто-то из резервного списка.",
            "Thank you for telling us. Somebody on the waiting list will have the place.",
            "Дзякуй за адказ. Месца атрымае нехта з рэзервовага спіса."
        ),
        (.withdraw, "Wycofaj zgłoszenie", "Відкликати заявку", "Отозвать заявку", "Withdraw", "Адклікаць заяўку"),
        (
            .withdrawTitle, "Czy na pewno wycofać zgłoszenie?", "Справді відкликати заявку?",
            "Действительно отозвать заявку?", "Do you really want to withdraw?", "Сапраўды адклікаць заяўку?"
        ),
        (
            .withdrawText,
            "Zgłoszenie {} przestanie brać udział w naborze, a przyznane miejsce dostanie ktoś inny. Tego nie da się cofnąć na tej stronie.",
            "Заявка {} більше не братиме участі в наборі, а надане місце отримає хтось інший. Скасувати це на цій сторінці не можна.",
            "Заявка {} больше не будет участвовать в наборе, а предоставленное место получит кто-то другой. Отменить это на этой странице нельзя.",
            "Registration {} will leave the call, and a place already given goes to somebody else. This cannot be undone on this page.",
            "Заяўка {} больш не будзе ўдзельнічаць у наборы, а дадзенае месца атрымае нехта іншы. Адмяніць гэта на гэтай старонцы нельга."
        ),
        (.withdrawReason, "Powód", "Причина", "Причина", "Reason", "Прычына"),
        (
            .withdrawn, "Zgłoszenie jest wycofane.", "Заявку відкликано.", "Заявка отозвана.",
            "The registration is withdrawn.", "Заяўка адклікана."
        ),
        (.cancel, "Wróć", "Повернутися", "Вернуться", "Go back", "Вярнуцца"),
        (.documents, "Dokumenty", "Документи", "Документы", "Documents", "Дакументы"),
        (
            .calendar, "Dodaj do kalendarza", "Додати до календаря", "Добавить в календарь", "Add to calendar",
            "Дадаць у каляндар"
        ),
        (
            .checkInCode, "Kod do pokazania przy wejściu", "Код, який слід показати на вході",
            "Код, который нужно показать на входе", "Code to show at the door", "Код, які трэба паказаць на ўваходзе"
        ),
        (
            .dataCopy, "Pobierz kopię swoich danych", "Завантажити копію своїх даних", "Скачать копию своих данных",
            "Download a copy of your data", "Спампаваць копію сваіх даных"
        ),
        (.receivedAt, "Wpłynęło", "Надійшла", "Поступила", "Received", "Паступіла"),
        (
            .editUntil, "Odpowiedzi można poprawić do {}.", "Відповіді можна виправити до {}.",
            "Ответы можно исправить до {}.", "You can correct the answers until {}.", "Адказы можна выправіць да {}."
        ),
        (.save, "Zapisz zmiany", "Зберегти зміни", "Сохранить изменения", "Save the changes", "Захаваць змены"),
        (.decisionReason, "Powód", "Причина", "Причина", "Reason", "Прычына"),
        (
            .waitingPlace, "miejsce na liście: {}", "місце у списку: {}", "место в списке: {}", "place on the list: {}",
            "месца ў спісе: {}"
        ),
        (.messages, "Wiadomości", "Повідомлення", "Сообщения", "Messages", "Паведамленні"),
    ]

    static let errorRows: [Row] = [
        (
            .notFoundTitle, "Nie ma takiej strony", "Такої сторінки немає", "Такой страницы нет",
            "There is no such page", "Такой старонкі няма"
        ),
        (
            .notFoundText, "Sprawdź, czy adres jest cały. Jeśli pochodzi z wiadomości, otwórz go jeszcze raz stamtąd.",
            "Перевірте, чи адреса ціла. Якщо вона з листа, відкрийте її звідти ще раз.",
            "Проверьте, целиком ли адрес. Если он из письма, откройте его оттуда ещё раз.",
            "Check that the address is complete. If it came in a message, open it from there again.",
            "Праверце, ці ўвесь адрас. Калі ён з ліста, адкрыйце яго адтуль яшчэ раз."
        ),
        (
            .tooLargeTitle, "To za dużo naraz", "Забагато за один раз", "Слишком много за один раз",
            "That is too much at once", "Зашмат за адзін раз"
        ),
        (
            .tooLargeText, "Pliki razem mogą mieć 25 MB. Zmniejsz je albo wyślij pocztą.",
            "Файли разом можуть мати 25 МБ. Зменшіть їх або надішліть поштою.",
            "Файлы вместе могут занимать 25 МБ. Уменьшите их или пришлите по почте.",
            "All files together may have 25 MB. Make them smaller or send them by mail.",
            "Файлы разам могуць займаць 25 МБ. Паменшыце іх або дашліце поштай."
        ),
        (
            .failedTitle, "Tego nie udało się zrobić", "Це не вдалося", "Это не удалось", "This could not be done",
            "Гэта не ўдалося"
        ),
        (
            .failedText, "Po naszej stronie coś nie działa; niczego nie zapisano. Spróbuj ponownie za chwilę.",
            "На нашому боці щось не працює; нічого не записано. Спробуйте за хвилину.",
            "На нашей стороне что-то не работает; ничего не записано. Попробуйте через минуту.",
            "Something is not working on our side; nothing was recorded. Try again in a moment.",
            "На нашым баку нешта не працуе; нічога не запісана. Паспрабуйце праз хвіліну."
        ),
        (
            .busyTitle, "Zgłoszenie nie zostało jeszcze zapisane", "Заявку ще не записано", "Заявка ещё не записана",
            "The form is not recorded yet", "Заяўка яшчэ не запісана"
        ),
        (
            .busyText,
            "Wróć do poprzedniej strony i wyślij za chwilę jeszcze raz. Zgłoszenie nie zapisze się podwójnie.",
            "Поверніться на попередню сторінку і надішліть за хвилину ще раз. Двічі заявка не запишеться.",
            "Вернитесь на предыдущую страницу и отправьте через минуту ещё раз. Дважды заявка не запишется.",
            "Go back and send it again in a moment. It will not be recorded twice.",
            "Вярніцеся на папярэднюю старонку і адпраўце праз хвіліну яшчэ раз. Двойчы заяўка не запішацца."
        ),
        (
            .foreignTitle, "To żądanie przyszło z innej strony", "Цей запит надійшов з іншого сайту",
            "Этот запрос пришёл с другого сайта", "This request came from another site",
            "Гэты запыт прыйшоў з іншага сайта"
        ),
        (
            .foreignText, "Otwórz formularz bezpośrednio i wypełnij go tutaj.",
            "Відкрийте форму безпосередньо і заповніть її тут.", "Откройте форму напрямую и заполните её здесь.",
            "Open the form directly and fill it in here.", "Адкрыйце форму непасрэдна і запоўніце яе тут."
        ),
        (.tooManyTitle, "Za dużo prób", "Забагато спроб", "Слишком много попыток", "Too many attempts", "Зашмат спроб"),
        (
            .tooManyText, "Z tego adresu przyszło wiele żądań. Odczekaj minutę.",
            "З цієї адреси надійшло багато запитів. Зачекайте хвилину.",
            "С этого адреса пришло много запросов. Подождите минуту.",
            "Many requests came from your address. Please wait a minute.",
            "З гэтага адраса прыйшло шмат запытаў. Пачакайце хвіліну."
        ),
        (
            .back, "Wróć do formularza", "Повернутися до форми", "Вернуться к форме", "Back to the form",
            "Вярнуцца да формы"
        ),
        (
            .invalidTitle, "Tego nie da się odczytać", "Це неможливо прочитати", "Это невозможно прочитать",
            "This cannot be read", "Гэта немагчыма прачытаць"
        ),
        (
            .invalidText, "Otwórz formularz jeszcze raz i wyślij go ze strony.",
            "Відкрийте форму ще раз і надішліть її зі сторінки.", "Откройте форму ещё раз и отправьте её со страницы.",
            "Open the form again and send it from its page.", "Адкрыйце форму яшчэ раз і адпраўце яе са старонкі."
        ),
    ]
}
