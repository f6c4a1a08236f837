import FormModel

/// Words of marking the corners of a sheet.
enum CornerText: String, StaffWords {
    case title, mark, sheet, step, near, exact, topLeft, topRight, bottomRight, bottomLeft, why
    case check, checkText, readAgain, restart, form, formPage, failed, noPage, typed, typedText, show, others, whole,
        ownPrint, blank

    /// In the order in which they are asked for.
    static let corners: [CornerText] = [.topLeft, .topRight, .bottomRight, .bottomLeft]

    static let rows: [CornerText: Pair] = [
        .title: ("Zaznacz rogi strony", "Mark the corners of the page"),
        .mark: ("Zaznacz rogi strony", "Mark the page’s corners"),
        .sheet: ("{}, kartka {}", "{}, sheet {}"),
        .step: ("Róg {} z 4", "Corner {} of 4"),
        .near: (
            "Kliknij w pobliżu rogu: {}. Za chwilę pokażemy to miejsce z bliska.",
            "Click near the corner: {}. The place is then shown closely."
        ),
        .exact: ("Teraz kliknij dokładnie w róg kartki: {}.", "Now click exactly on the corner of the sheet: {}."),
        .topLeft: ("lewy górny", "top left"), .topRight: ("prawy górny", "top right"),
        .bottomRight: ("prawy dolny", "bottom right"), .bottomLeft: ("lewy dolny", "bottom left"),
        .why: (
            "Nie udało się znaleźć strony formularza na tym obrazie. Rogi liczą się według nadruku: lewy górny to ten nad początkiem tekstu, nawet gdy kartka leży odwrotnie.",
            "The form’s page was not found in this picture. Corners go by the print: the top left one is above where the text begins, even where the sheet lies on its head."
        ),
        .check: ("Czy ramka leży na brzegach kartki?", "Does the frame lie on the edges of the sheet?"),
        .checkText: (
            "Jeśli tak, odczytamy stronę od nowa. Może to potrwać kilka sekund.",
            "If so, the page is read again. This may take a few seconds."
        ),
        .readAgain: ("Tak, odczytaj stronę", "Yes, read the page"), .restart: ("Zaznacz od nowa", "Mark it again"),
        .form: ("Która to strona?", "Which page is it?"), .formPage: ("strona {}", "page {}"),
        .failed: (
            "Tej strony nie udało się odczytać według zaznaczonych rogów. Zaznacz je jeszcze raz albo przepisz formularz.",
            "The page could not be read by these corners. Mark them once more, or type the form in."
        ),
        .noPage: (
            "Te cztery miejsca nie tworzą strony. Zaznaczaj po kolei: lewy górny, prawy górny, prawy dolny, lewy dolny.",
            "These four places make no page. Mark in turn: top left, top right, bottom right, bottom left."
        ),
        .typed: ("Wpisz położenie rogów", "Type the corners’ places"),
        .typedText: (
            "Osiem liczb w procentach szerokości i wysokości obrazu, od lewego górnego zgodnie z ruchem wskazówek zegara, np. 5, 3, 95, 3, 95, 97, 5, 97.",
            "Eight numbers in per cent of the picture’s width and height, clockwise from the top left, such as 5, 3, 95, 3, 95, 97, 5, 97."
        ),
        .show: ("Pokaż ramkę", "Show the frame"),
        .whole: ("Cały obraz to strona formularza", "The whole picture is the form’s page"),
        .ownPrint: ("wydruk {}", "print {}"),
        .blank: ("pusty formularz organizatora", "the organiser’s blank"),
        .others: ("Inne kartki tego pliku:", "Other sheets of this file:"),
    ]
}
