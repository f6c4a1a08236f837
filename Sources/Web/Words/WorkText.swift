import FormModel

/// Words of assessing, documents, attendance, exports, intake, background work, journal and settings.
enum WorkText: String, StaffWords {
    // Assessment
    case assessmentText, assessmentNone, assessmentNoneHint, sheets, toScore, scored, conflict, conflictText, spread
    case mean, assessors, blindText, saveNext, sheetDone, pointsOf, allScored, yours, startScoring
    // Documents
    case documentsText, kind, activity, session, status, onlyCode, asPDF, make, made, madeNone, madeNoneHint, zip, file
    case asBook, forBook, firstPages, pageOf, noPicture, noPictureHint
    case forWhom, forAll, preview, usual, purpose, recipient, templates
    case templateText, templateFile, templateCheck, templateTry, templateKeep, templateKept, templateFine,
        templateFaulty
    case templateUses, templateOwn, templateNone, templateNoneHint, templateLanguage
    // Background work
    case jobTitle, jobQueued, jobRunning, jobDone, jobFailed, jobCount, goOn, jobNote
    // Attendance
    case attendanceText, sessions, present, absent, excused, presenceOf, needs, offline, checkInTitle, unknownCode
    case signedList, signedListText, signedListFile, signedListNone, keyIn, keyInText, everybodyPresent, unknownYet
    case notToday, listPaper, presentCount, nobodyYet, nobodyYetHint, typeCode, find
    // Exports
    case exportsText, format, columns, sensitive, sensitiveText, download, saveAs, savedExports, remove, saved
    // Intake
    case intakeText, files, filesHint, channelOf, byItself, takeIn, intakeTable, recentJobs
    // Import of a table
    case importTitle, importText, column, example, becomes, ignore, importAll, importChoose, table, tableHint
    case columnReceived, columnNumber, columnLanguage
    // Journal
    case journalText, verify, verified, broken, older, newest, details, everything
    // Settings
    case settingsText, organiser, mail, address, publicAddress, timeZone, events, eventFine, outbox, sendNow, sent
    case webhooks, webhooksText, addWebhook, webhookAddress, webhookOn, webhookOff, lastAnswer, secretOnce, version
    case noWebhooks, intakeAddress
    // Lists
    case chooseColumns, usualColumns, formName, entered, letterLanguage, doubts
    case bulkScope, views, saveView, viewName, bulk, bulkChosen, bulkAll, bulkText, bulkConfirm, bulkWithdraw,
        bulkPreview
    case bulkDo, bulkDone, bulkUndo, bulkSkipped, chooseAction, bulkReinstate, tickAll

    static let rows: [WorkText: Pair] = assessmentRows.merging(documentRows) { first, _ in first }
        .merging(attendanceRows) { first, _ in first }.merging(intakeRows) { first, _ in first }
        .merging(settingsRows) { first, _ in first }.merging(listRows) { first, _ in first }

    private static let assessmentRows: [WorkText: Pair] = [
        .assessmentText: (
            "Arkusze są bez nazwisk i danych kontaktowych. Punktów innych osób nie widać.",
            "Sheets carry no names and no contact data. Nobody sees the points of others."
        ),
        .assessmentNone: (
            "Żaden nabór nie ma kryteriów do oceny przez ludzi.", "No call has criteria that people score."
        ),
        .assessmentNoneHint: ("Kryteria podaje plik wydarzenia: points.", "Criteria stand in the event file: points."),
        .sheets: ("Arkusze", "Sheets"), .toScore: ("do oceny", "to score"), .scored: ("ocenione", "scored"),
        .conflict: ("konflikt interesów", "conflict of interest"),
        .conflictText: (
            "Znam tę osobę albo mam w tym interes; moje punkty się nie liczą.",
            "I know this person or have an interest; my points do not count."
        ),
        .spread: ("Rozrzut", "Spread"), .mean: ("Średnia", "Mean"), .assessors: ("Oceny", "Assessments"),
        .blindText: ("Zgłoszenie {}", "Registration {}"), .saveNext: ("Zapisz i następny", "Save and next"),
        .sheetDone: ("Zapisano punkty.", "Points recorded."), .pointsOf: ("0–{} punktów", "0–{} points"),
        .allScored: ("Wszystko ocenione.", "Everything is scored."), .yours: ("Twoja ocena", "Your assessment"),
        .startScoring: ("Zacznij oceniać", "Start scoring"),
    ]

    private static let documentRows: [WorkText: Pair] = [
        .documentsText: (
            "Dokumenty powstają w tle; gotowe można obejrzeć i pobrać.",
            "Documents are made in the background; finished ones can be looked at and downloaded."
        ),
        .kind: ("Dokument", "Document"), .activity: ("Działanie", "Activity"), .session: ("Spotkanie", "Session"),
        .status: ("Stan udziału", "State of participation"), .onlyCode: ("Tylko zgłoszenie", "Only the registration"),
        .asPDF: ("Także jako PDF", "As PDF too"), .make: ("Przygotuj", "Make"), .made: ("Gotowe", "Finished"),
        .madeNone: ("Nie ma jeszcze dokumentów.", "There are no documents yet."),
        .madeNoneHint: ("Wybierz rodzaj i przygotuj pierwsze.", "Choose a kind and make the first ones."),
        .zip: ("Pobierz wszystkie jako ZIP", "Download all as ZIP"), .file: ("Plik", "File"),
        .asBook: ("Jako jedna księga do druku", "As one book for the printer"), .forBook: ("księga", "book"),
        .firstPages: ("Pierwsze strony: {}. Całość jest w pliku.", "The first pages: {}. The file has them all."),
        .pageOf: ("Strona {} z {}", "Page {} of {}"),
        .noPicture: ("Nie da się pokazać podglądu.", "There is no preview."),
        .noPictureHint: (
            "Pobierz plik i otwórz go u siebie. Podgląd dokumentów Worda wymaga LibreOffice.",
            "Download the file and open it. A preview of Word documents needs LibreOffice."
        ),
        .forWhom: ("Dla kogo", "For whom"), .forAll: ("lista", "list"), .preview: ("Podgląd", "Preview"),
        .usual: ("zwykły dla tego dokumentu", "the usual one for this document"),
        .purpose: ("Cel", "Purpose"), .recipient: ("Odbiorca", "Recipient"), .templates: ("Szablony", "Templates"),
        .templateText: (
            "Własny szablon Worda zastępuje dołączony do programu. Najpierw pokażemy błędy i wypróbujesz go na prawdziwym zgłoszeniu.",
            "A Word template of your own replaces the shipped one. First its faults are shown and you try it with a real registration."
        ),
        .templateFile: ("Szablon (DOCX)", "Template (DOCX)"), .templateCheck: ("Sprawdź szablon", "Check the template"),
        .templateTry: ("Pobierz próbny dokument", "Download a trial document"),
        .templateKeep: ("Używaj tego szablonu", "Use this template"),
        .templateKept: ("Szablon {} jest w użyciu.", "The template {} is in use."),
        .templateFine: ("Szablon jest w porządku", "The template is fine"),
        .templateFaulty: ("Szablon ma błędy", "The template has faults"),
        .templateUses: ("O co pyta szablon", "What the template asks for"),
        .templateOwn: ("Własne szablony", "Templates of your own"),
        .templateNone: ("Nie ma własnych szablonów.", "There are no templates of your own."),
        .templateNoneHint: (
            "Dokumenty powstają z szablonów dołączonych do programu.", "Documents are made from the shipped ones."
        ),
        .templateLanguage: ("Język", "Language"),
        .jobTitle: ("Praca w tle", "Background work"), .jobQueued: ("czeka", "waiting"),
        .jobRunning: ("trwa", "running"),
        .jobDone: ("gotowe", "done"), .jobFailed: ("nie udało się", "failed"), .jobCount: ("Zrobiono", "Done"),
        .goOn: ("Dalej", "Go on"),
        .jobNote: (
            "Możesz zamknąć tę stronę; praca trwa dalej, także po ponownym uruchomieniu serwera.",
            "You may close this page; the work goes on, also after a restart of the server."
        ),
    ]

    private static let attendanceRows: [WorkText: Pair] = [
        .attendanceText: (
            "Zaznacz obecność na telefonie albo zeskanuj kod QR ze strony zgłoszenia.",
            "Note presence on a phone, or scan the QR code of the applicant’s page."
        ),
        .signedList: ("Lista z podpisami", "The signed list"),
        .signedListText: (
            "Wyślij skan albo zdjęcie podpisanej listy, a potem przepisz obecność, patrząc na nią. Podpisów nie odczytuje program.",
            "Send a scan or photograph of the signed list, then key in who was there while looking at it. Signatures are not read by a program."
        ),
        .signedListFile: ("Skan lub zdjęcie (PDF, JPEG, PNG, TIFF)", "Scan or photograph (PDF, JPEG, PNG, TIFF)"),
        .signedListNone: ("Nie ma jeszcze podpisanej listy.", "There is no signed list yet."),
        .keyIn: ("Zapisz obecność", "Record attendance"),
        .keyInText: ("Kolejność jak na liście, według nazwisk.", "In the order of the list, by surname."),
        .everybodyPresent: ("Wszyscy obecni", "Everybody present"), .unknownYet: ("nie wiadomo", "not known"),
        .sessions: ("Spotkania", "Sessions"), .present: ("Obecność", "Present"), .absent: ("Brak", "Absent"),
        .excused: ("Usprawiedliwiona", "Excused"), .presenceOf: ("Obecność: {}", "Presence: {}"),
        .needs: ("Potrzeby", "Needs"),
        .offline: ("Czeka na wysłanie, bo nie ma połączenia:", "Waiting for the connection:"),
        .checkInTitle: ("Wejście", "Check-in"),
        .unknownCode: ("Nie ma takiego zgłoszenia.", "There is no such registration."),
        .notToday: (
            "To zgłoszenie nie ma miejsca na żadnym spotkaniu.", "This registration has no place in any session."
        ),
        .listPaper: ("Lista do podpisu", "List to sign"), .presentCount: ("Obecni: {} z {}", "Present: {} of {}"),
        .nobodyYet: ("Nikt jeszcze nie ma miejsca.", "Nobody has a place yet."),
        .nobodyYetHint: ("Pojawią się tu osoby zakwalifikowane.", "Confirmed people will stand here."),
        .typeCode: ("Kod ze zgłoszenia", "Code of the registration"), .find: ("Znajdź", "Find"),
    ]

    private static let intakeRows: [WorkText: Pair] = [
        .exportsText: (
            "Każdy eksport zostawia ślad w dzienniku: kto, co, po co i dla kogo.",
            "Every export is noted in the journal: who, what, why and for whom."
        ),
        .format: ("Format", "Format"), .columns: ("Kolumny", "Columns"), .sensitive: ("wrażliwe", "sensitive"),
        .sensitiveText: (
            "Dane wrażliwe zaznacz tylko wtedy, gdy są potrzebne.", "Tick sensitive data only when needed."
        ),
        .download: ("Pobierz", "Download"), .saveAs: ("Zapamiętaj jako", "Keep as"),
        .savedExports: ("Zapamiętane eksporty", "Kept exports"), .remove: ("Usuń", "Remove"),
        .saved: ("Zapisano.", "Saved."),
        .intakeText: (
            "Wczytaj skany, formularze Worda, wiadomości i tabele. Każdy plik jest najpierw bezpiecznie zapisany, a potem czytany.",
            "Take in scans, Word forms, mails and tables. Each file is stored safely first and read afterwards."
        ),
        .files: ("Pliki", "Files"), .filesHint: ("Do 20 plików, razem 25 MB.", "Up to 20 files, 25 MB in all."),
        .channelOf: ("Jak przyszły", "How they came"), .byItself: ("rozpoznaj", "tell by itself"),
        .takeIn: ("Wczytaj", "Take in"), .intakeTable: ("Tabela z innego formularza", "Table of another form tool"),
        .recentJobs: ("Ostatnie prace", "Recent work"),
        .columnReceived: ("(kiedy wpłynęło)", "(when it came)"),
        .columnNumber: ("(numer odpowiedzi)", "(number of the answer)"),
        .columnLanguage: ("(język wiadomości)", "(language of letters)"),
        .importTitle: ("Import tabeli", "Import of a table"),
        .importText: (
            "Powiedz, która kolumna odpowiada któremu pytaniu. Propozycje można zmienić.",
            "Say which column belongs to which question. The proposals can be changed."
        ),
        .column: ("Kolumna", "Column"), .example: ("Przykład", "Example"), .becomes: ("Pytanie", "Question"),
        .ignore: ("pomiń", "leave out"), .importAll: ("Wczytaj wiersze: {}", "Take in rows: {}"),
        .importChoose: ("Dalej: przypisz kolumny", "Next: match the columns"),
        .table: ("Tabela (CSV, XLSX)", "Table (CSV, XLSX)"),
        .tableHint: ("Nagłówki w pierwszym wierszu.", "Heads in the first row."),
    ]

    private static let settingsRows: [WorkText: Pair] = [
        .journalText: (
            "Kto, kiedy, co zrobił. Wpisów nie można zmienić ani usunąć.",
            "Who did what and when. Lines are never changed."
        ),
        .verify: ("Sprawdź ciągłość dziennika", "Check the journal’s chain"),
        .verified: ("Dziennik jest nienaruszony: wpisów {}.", "The journal is intact: {} lines."),
        .broken: ("Wpis {} nie pasuje do poprzednich.", "Line {} does not fit those before."),
        .older: ("Starsze", "Older"), .newest: ("Najnowsze", "Newest"), .details: ("Szczegóły", "Details"),
        .everything: ("wszystko", "everything"),
        .settingsText: (
            "Ustawienia stoją w pliku nabor.yaml; nabory w folderze events/. Tutaj widać, jak są rozumiane.",
            "Settings stand in nabor.yaml, calls in the folder events/. Here you see how they are understood."
        ),
        .organiser: ("Organizator", "Organiser"), .mail: ("Nadawca wiadomości", "Sender of mails"),
        .address: ("Adres", "Address"), .publicAddress: ("Adres stron", "Address of the pages"),
        .timeZone: ("Strefa czasowa", "Time zone"), .events: ("Pliki wydarzeń", "Event files"),
        .eventFine: ("bez błędów", "without faults"), .outbox: ("Skrzynka nadawcza", "Outbox"),
        .sendNow: ("Zapisz wiadomości do wysłania: {}", "Write mails to be sent: {}"),
        .sent: ("Zapisano wiadomości: {}.", "Mails written: {}."),
        .webhooks: ("Powiadamianie programów", "Telling other programs"),
        .webhooksText: (
            "Każda zmiana jest wysyłana pod adres z podpisem HMAC-SHA-256; nieudane próby są powtarzane.",
            "Every change is sent to the address, signed with HMAC-SHA-256; failed attempts are repeated."
        ),
        .addWebhook: ("Dodaj adres", "Add an address"), .webhookAddress: ("Adres https://…", "Address https://…"),
        .webhookOn: ("działa", "on"), .webhookOff: ("wyłączony", "off"),
        .lastAnswer: ("Ostatnia odpowiedź", "Last answer"),
        .secretOnce: ("Klucz podpisu", "Key of the signature"), .version: ("Wersja", "Version"),
        .noWebhooks: ("Nie ma adresów.", "There are no addresses."),
        .intakeAddress: ("Adres zgłoszeń", "Address for registrations"),
    ]

    private static let listRows: [WorkText: Pair] = [
        .chooseColumns: ("Kolumny", "Columns"), .usualColumns: ("Przywróć zwykłe kolumny", "Back to the usual columns"),
        .formName: ("Formularz", "Form"), .entered: ("Zapisane", "Entered"),
        .letterLanguage: ("Język", "Language"), .doubts: ("Do sprawdzenia", "To be checked"),
        .bulkScope: ("Których", "Which"), .views: ("Widoki", "Views"),
        .saveView: ("Zapamiętaj widok", "Keep this view"), .viewName: ("Nazwa", "Name"),
        .bulk: ("Z zaznaczonymi", "With the ticked ones"), .bulkChosen: ("zaznaczone", "ticked"),
        .bulkAll: ("wszystkie znalezione: {}", "all found: {}"),
        .bulkText: ("Dotyczy zgłoszeń: {}", "Concerns registrations: {}"),
        .bulkConfirm: ("Oznacz jako sprawdzone", "Mark as reviewed"),
        .bulkWithdraw: ("Wycofaj", "Withdraw"), .bulkReinstate: ("Przywróć wycofane", "Bring back withdrawn ones"),
        .bulkPreview: ("Dalej: pokaż, czego dotyczy", "Next: show what it concerns"),
        .bulkDo: ("Wykonaj dla zgłoszeń: {}", "Do it for registrations: {}"),
        .bulkDone: ("Wykonano dla zgłoszeń: {}.", "Done for registrations: {}."),
        .bulkUndo: ("Cofnij", "Undo"), .bulkSkipped: ("Pominięto: {}", "Left out: {}"),
        .chooseAction: ("Działanie", "Action"), .tickAll: ("Zaznacz wszystkie na stronie", "Tick all on this page"),
    ]
}
