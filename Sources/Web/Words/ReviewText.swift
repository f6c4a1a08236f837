import FormModel

/// Words of reviewing, entering, correcting and comparing.
enum ReviewText: String, StaffWords {
    case queueTitle, queueText, queueEmpty, queueEmptyHint, start, doubts, papers, papersText, assign, dismiss
    case fieldOf, leftOf, accept, acceptHint, skip, before, whole, noPicture, asRead, sure, keys, doneAll, doneAllText
    case nextRegistration, confirmAll, picture, sheet, second
    case entryTitle, chooseForm, entryText, receivedAt, receivedHint, channel, language, saveEntry, saveAnyway
    case saveAnywayHint, another, fromPaper, entryDone, errors
    case editTitle, editText, reasonHint, original
    case compareTitle, compareText, keepFirst, keepSecond, separate, field, same, mergeReason, noAnswer

    static let rows: [ReviewText: Pair] = [
        .queueTitle: ("Do sprawdzenia", "To be reviewed"),
        .queueText: (
            "Najbardziej wątpliwe zgłoszenia stoją pierwsze. Każda odpowiedź czeka na jedno spojrzenie.",
            "The most doubtful registrations come first. Each answer waits for one look."
        ),
        .queueEmpty: ("Nic nie czeka na sprawdzenie.", "Nothing waits for review."),
        .queueEmptyHint: (
            "Tu staną zgłoszenia, których nie dało się odczytać bez wątpliwości.",
            "Registrations that could not be read without doubt will stand here."
        ),
        .start: ("Zacznij sprawdzać", "Start reviewing"), .doubts: ("Wątpliwości: {}", "Doubts: {}"),
        .papers: ("Pliki i wiadomości bez zgłoszenia", "Files and mails without a registration"),
        .papersText: (
            "Przypisz do naboru, wpisz ręcznie albo zamknij, jeśli to nie jest zgłoszenie.",
            "Assign it to a call, type it in, or close it if it is no registration."
        ),
        .assign: ("Przypisz", "Assign"), .dismiss: ("To nie jest zgłoszenie", "This is no registration"),
        .fieldOf: ("Odpowiedź {} z {}", "Answer {} of {}"),
        .leftOf: ("Zgłoszeń do sprawdzenia: {}", "Registrations to review: {}"),
        .accept: ("Zgadza się, dalej", "That is right, next"),
        .acceptHint: ("Enter", "Enter"), .skip: ("Pomiń", "Skip"), .before: ("Poprzednia", "Previous"),
        .whole: ("Całe zgłoszenie", "The whole registration"),
        .noPicture: ("Nic tu nie stało.", "Nothing stood here."),
        .asRead: ("Tak stoi w oryginale", "As it stands in the original"),
        .sure: ("Odczytano z pewnością {}%.", "Read with {}% certainty."),
        .keys: (
            "Klawisze: Enter – zgadza się, ↓ – pomiń, ↑ – poprzednia.", "Keys: Enter – right, ↓ – skip, ↑ – previous."
        ),
        .doneAll: ("Wszystko sprawdzone", "All reviewed"),
        .doneAllText: ("W tym zgłoszeniu nie ma już wątpliwości.", "There are no doubts left in this registration."),
        .nextRegistration: ("Następne zgłoszenie", "Next registration"),
        .confirmAll: ("Wszystko się zgadza", "All of it is right"),
        .picture: ("Wycinek oryginału: {}", "Cut from the original: {}"),
        .sheet: ("Miejsce na stronie {}", "The place on page {}"),
        .second: (
            "{} już to sprawdził(a). Tu potrzebne są dwie osoby, więc spójrz bez podpowiedzi.",
            "{} has checked this. Two people are wanted here, so look for yourself."
        ),
        .entryTitle: ("Nowe zgłoszenie", "New registration"),
        .chooseForm: ("Którego naboru dotyczy zgłoszenie?", "Which call is it for?"),
        .entryText: (
            "Wpisz tak, jak powiedziano albo napisano. Czego brakuje, o to poprosimy w wiadomości.",
            "Type it as it was said or written. What is missing will be asked for by mail."
        ),
        .receivedAt: ("Wpłynęło", "Received"),
        .receivedHint: (
            "Koniec rozmowy albo data na pieczątce, nie chwila wpisywania.",
            "The end of the call or the stamp’s date, not the moment of typing."
        ),
        .channel: ("Droga", "Channel"), .language: ("Język wiadomości", "Language of mails"),
        .saveEntry: ("Zapisz zgłoszenie", "Record the registration"),
        .saveAnyway: ("Zapisz mimo uwag", "Record in spite of it"),
        .saveAnywayHint: (
            "Zgłoszenie będzie miało stan „do uzupełnienia”.", "The registration will be marked as incomplete."
        ),
        .another: ("Wpisz następne", "Type the next one"),
        .fromPaper: ("Przepisywane z: {}", "Typed from: {}"),
        .entryDone: ("Zapisano pod kodem {}.", "Recorded under the code {}."),
        .errors: ("Do poprawienia", "To be mended"),
        .editTitle: ("Poprawianie {}", "Correcting {}"),
        .editText: (
            "Nic nie ginie: to, co stało wcześniej, zostaje w historii.",
            "Nothing is lost: what stood before stays in the history."
        ),
        .reasonHint: (
            "Na przykład: telefon od zgłaszającej, 12 grudnia.", "Such as: call from the applicant, 12 December."
        ),
        .original: ("Oryginał", "Original"),
        .compareTitle: ("Ta sama osoba?", "The same person?"),
        .compareText: (
            "Różnice są zaznaczone. Przy łączeniu zostają odpowiedzi pierwszego, a brakujące uzupełnia drugie.",
            "Differences are marked. Merging keeps the answers of the first and fills its gaps from the second."
        ),
        .keepFirst: ("Ta sama osoba – zostaw {}", "The same person – keep {}"),
        .keepSecond: ("Ta sama osoba – zostaw {}", "The same person – keep {}"),
        .separate: ("To dwie różne osoby", "These are two people"),
        .field: ("Pytanie", "Question"), .same: ("tak samo", "the same"),
        .mergeReason: ("Po czym to widać?", "How can you tell?"), .noAnswer: ("brak", "none"),
    ]
}
