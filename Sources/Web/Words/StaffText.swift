import FormModel
import Registry

/// Everything the desk says, in the two languages of staff; templates use the same names after `d.`.
enum StaffText: String, StaffWords {
    case desk, signIn, login, password, code, codeHint, enter, signOut, wrong, wait
    case join, joinText, yourName, loginHint, passwordHint, makeAccount, invitationOver, loginInvalid, loginTaken
    case nameMissing, passwordShort, passwordTelling
    case overview, calls, noCalls, noCallsHint, registrations, waitingSources, waitingMail, deadline, byChannel,
        overTime
    case seats, taken, faulty, tableOfDays, day, count
    case search, searchHint, state, channel, event, any, show, found, nothingFound, nothingFoundHint, name, received
    case participation, next, previous, filters, remove
    case answers, evidence, place, confidence, findings, journal, messages, source, original, noOriginal, who, action
    case duplicateOf, backToList, openApplicantPage, typed
    case accounts, invite, role, invitationMade, invitationText, active, secondFactor, on, off, setSecondFactor
    case secondFactorText, secretByHand, confirmCode, codeWrong, secondFactorSet
    case review, entry, intake, assessment, selection, documents, attendance, exports, settings, skip
    case refused, back, correct, save, cancel, chooseEvent, open, done, reason, code5
    case templates, confirm, decline, suspects, withdrawal
    case byCategory, placed, lacking
    /// The noun beside a count, in its three forms.
    case registration1, registration2, registration5
    case keys, keyName, makeKey, keyMade, keyText, revoke, revoked, noKeys, noKeysHint

    static let rows: [StaffText: Pair] = [
        .review: ("Sprawdzanie", "Review"), .entry: ("Nowe zgłoszenie", "New registration"),
        .intake: ("Wczytywanie", "Intake"),
        .assessment: ("Ocena", "Assessment"), .selection: ("Wybór", "Selection"),
        .documents: ("Dokumenty", "Documents"), .attendance: ("Obecność", "Attendance"),
        .exports: ("Eksport", "Exports"), .settings: ("Ustawienia", "Settings"),
        .skip: ("Przejdź do treści", "Skip to content"),
        .refused: ("Tego nie zapisano", "This was not recorded"), .back: ("Wróć", "Back"),
        .correct: ("Popraw", "Correct"), .save: ("Zapisz", "Save"), .cancel: ("Anuluj", "Cancel"),
        .chooseEvent: ("Wybierz nabór", "Choose a call"), .open: ("Otwórz", "Open"), .done: ("Gotowe", "Done"),
        .templates: ("Szablony", "Templates"), .confirm: ("Potwierdza udział", "Confirms"),
        .decline: ("Rezygnuje z miejsca", "Declines"),
        .suspects: ("Być może ta sama osoba", "Possibly the same person"),
        .withdrawal: ("Wycofanie zgłoszenia", "Withdrawal"),
        .reason: ("Powód", "Reason"), .code5: ("Kod zgłoszenia", "Registration code"),
        .byCategory: ("Według zasad wyboru", "By the rules of selection"),
        .placed: ("z miejscem: {}", "with a place: {}"),
        .lacking: ("za mało zgłoszeń", "too few applications"),
        .desk: ("Biuro naboru", "Recruitment desk"), .signIn: ("Logowanie", "Sign in"), .login: ("Login", "Login"),
        .password: ("Hasło", "Password"), .code: ("Kod z aplikacji", "Code of the authenticator"),
        .codeHint: (
            "Sześć cyfr; zostaw puste, jeśli nie włączono drugiego składnika.",
            "Six digits; leave empty if no second factor is set."
        ),
        .enter: ("Zaloguj się", "Sign in"), .signOut: ("Wyloguj", "Sign out"),
        .wrong: (
            "Login, hasło lub kod się nie zgadza. Sprawdź i spróbuj ponownie.",
            "Login, password or code does not fit. Check and try again."
        ),
        .wait: ("Było za dużo prób. Spróbuj ponownie po {}.", "There were too many attempts. Try again after {}."),
        .join: ("Nowe konto", "New account"),
        .joinText: (
            "To zaproszenie zakłada jedno konto z rolą: {}.", "This invitation makes one account with the role: {}."
        ),
        .yourName: ("Imię i nazwisko", "Your name"),
        .loginHint: ("Krótka nazwa do logowania, bez spacji.", "A short name for signing in, without spaces."),
        .passwordHint: (
            "Co najmniej 12 znaków; kilka zwykłych słów to dobre hasło.",
            "At least 12 characters; a few ordinary words make a good password."
        ),
        .makeAccount: ("Załóż konto", "Make the account"),
        .invitationOver: (
            "To zaproszenie zostało już użyte albo wygasło. Poproś o nowe.",
            "This invitation was used or is over. Ask for a new one."
        ),
        .loginInvalid: (
            "Login ma mieć od 2 do 100 znaków, bez spacji.", "A login has 2 to 100 characters and no spaces."
        ),
        .loginTaken: ("Ten login jest zajęty.", "This login is taken."),
        .nameMissing: ("Wpisz imię i nazwisko.", "Give your name."),
        .passwordShort: ("Hasło ma mieć co najmniej 12 znaków.", "The password needs at least 12 characters."),
        .passwordTelling: (
            "To hasło łatwo zgadnąć. Wybierz inne, na przykład kilka słów.",
            "This password is easy to guess. Choose another, such as a few words."
        ),
        .overview: ("Przegląd", "Overview"), .calls: ("Nabory", "Calls"),
        .noCalls: ("Nie ma jeszcze naborów.", "There are no calls yet."),
        .noCallsHint: (
            "Pojawią się tutaj, gdy w folderze events/ będzie plik wydarzenia.",
            "They appear here once the folder events/ holds an event file."
        ),
        .registrations: ("Zgłoszenia", "Registrations"), .registration1: ("zgłoszenie", "registration"),
        .registration2: ("zgłoszenia", "registrations"), .registration5: ("zgłoszeń", "registrations"),
        .waitingSources: ("Pliki i wiadomości do obejrzenia: {}", "Files and mails to look at: {}"),
        .waitingMail: ("W skrzynce nadawczej czekają wiadomości.", "Messages wait in the outbox."),
        .deadline: ("Zgłoszenia do {}", "Applications until {}"),
        .byChannel: ("Droga wpływu", "By channel"), .overTime: ("Zgłoszenia w czasie", "Over time"),
        .seats: ("Miejsca", "Places"),
        .taken: ("zajęte {}", "{} taken"),
        .faulty: (
            "Plik wydarzenia zawiera błędy; pokazujemy ostatnią dobrą wersję: {}",
            "An event file has faults; the last good version is shown: {}"
        ),
        .tableOfDays: ("Zgłoszenia według dni", "Registrations by day"), .day: ("Dzień", "Day"),
        .count: ("Liczba", "Count"),
        .search: ("Szukaj", "Search"),
        .searchHint: ("Nazwisko, kod, e-mail lub telefon", "Name, code, e-mail or phone"), .state: ("Stan", "State"),
        .channel: ("Droga", "Channel"), .event: ("Nabór", "Call"), .any: ("wszystkie", "any"), .show: ("Pokaż", "Show"),
        .found: ("Znaleziono: {}", "Found: {}"),
        .nothingFound: ("Nie ma takich zgłoszeń.", "There are no such registrations."),
        .nothingFoundHint: ("Usuń któryś z filtrów albo wpisz mniej liter.", "Remove a filter or type fewer letters."),
        .name: ("Nazwa", "Name"), .received: ("Wpłynęło", "Received"), .participation: ("Udział", "Participation"),
        .next: ("Następne", "Next"), .previous: ("Poprzednie", "Previous"), .filters: ("Filtry", "Filters"),
        .remove: ("usuń filtr: {}", "remove the filter: {}"),
        .answers: ("Odpowiedzi", "Answers"), .evidence: ("Dowód", "Evidence"), .place: ("Miejsce", "Place"),
        .confidence: ("pewność {}%", "{}% sure"),
        .findings: ("Uwagi", "Findings"), .journal: ("Historia", "History"), .messages: ("Wiadomości", "Messages"),
        .source: ("Źródło", "Source"),
        .original: ("Pobierz oryginał", "Download the original"),
        .noOriginal: ("Wpisane przez pracownika; oryginału nie ma.", "Typed in by staff; there is no original."),
        .who: ("Kto", "Who"), .action: ("Co", "What"),
        .duplicateOf: ("Być może ta sama osoba co {}", "Possibly the same person as {}"),
        .backToList: ("Lista zgłoszeń", "List of registrations"),
        .openApplicantPage: ("Strona zgłaszającego", "The applicant’s page"), .typed: ("wpisano", "typed"),
        .accounts: ("Konta", "Accounts"), .invite: ("Zaproś", "Invite"), .role: ("Rola", "Role"),
        .invitationMade: ("Zaproszenie gotowe", "The invitation is ready"),
        .invitationText: (
            "Przekaż ten adres jednej osobie. Działa raz, przez 48 godzin, i nie pokażemy go drugi raz.",
            "Give this address to one person. It works once, for 48 hours, and is not shown again."
        ),
        .active: ("czynne", "active"), .secondFactor: ("Drugi składnik", "Second factor"), .on: ("włączony", "on"),
        .off: ("wyłączony", "off"),
        .setSecondFactor: ("Włącz drugi składnik", "Set a second factor"),
        .secondFactorText: (
            "Dodaj ten klucz w aplikacji z kodami (na przykład Aegis, FreeOTP), a potem wpisz kod, który pokaże.",
            "Add this key to an authenticator app (such as Aegis or FreeOTP), then type the code it shows."
        ),
        .secretByHand: ("Klucz", "Key"), .confirmCode: ("Kod z aplikacji", "Code of the app"),
        .codeWrong: (
            "Ten kod nie pasuje. Sprawdź zegar telefonu i wpisz następny.",
            "This code does not fit. Check the phone’s clock and type the next one."
        ),
        .secondFactorSet: (
            "Drugi składnik jest włączony. Zaloguj się ponownie.", "The second factor is set. Please sign in again."
        ),
        .keys: ("Klucze programów", "Keys of programs"), .keyName: ("Nazwa programu", "Name of the program"),
        .makeKey: ("Utwórz klucz", "Make a key"),
        .keyMade: ("Klucz jest gotowy", "The key is ready"),
        .keyText: ("Skopiuj go teraz; nie pokażemy go drugi raz.", "Copy it now; it is not shown again."),
        .revoke: ("Unieważnij", "Revoke"), .revoked: ("unieważniony", "revoked"),
        .noKeys: ("Nie ma jeszcze kluczy.", "There are no keys yet."),
        .noKeysHint: (
            "Klucz pozwala innemu programowi wysyłać i czytać zgłoszenia; opis jest w docs/openapi.json.",
            "A key lets another program send and read registrations; see docs/openapi.json."
        ),
    ]

    static func name(of role: StaffRole, _ language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        return switch role {
        case .administrator: isPolish ? "administracja" : "administrator"
        case .coordinator: isPolish ? "koordynacja" : "coordinator"
        case .assessor: isPolish ? "ocena" : "assessor"
        case .frontDesk: isPolish ? "przyjmowanie zgłoszeń" : "front desk"
        case .trainer: isPolish ? "prowadzenie zajęć" : "trainer"
        case .auditor: isPolish ? "kontrola" : "auditor"
        }
    }
}
