import FormModel

extension FindingWording {
    /// Sheets of paper that are missing, come twice, or belong to nobody known.
    static func sheets(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .scanPageMissing:
            it.says(
                "Brakuje strony \(it["page"]) formularza. Poproś o nią; po wczytaniu dołączy do tego zgłoszenia.",
                "Page \(it["page"]) of the form is missing. Ask for it; once taken in it joins this registration."
            )
        case .scanPageTwice:
            it.says(
                "Strona \(it["page"]) przyszła dwa razy; liczy się wyraźniejsza.",
                "Page \(it["page"]) came twice; the clearer one counts."
            )
        case .scanPageAlone:
            it.says(
                "Przyszła sama strona \(it["pages"]) z \(it["count"]), bez pierwszej. Wskaż zgłoszenie: nabor review --join \(source(it, "NUMER"))=KOD.",
                "Page \(it["pages"]) of \(it["count"]) came alone, without the first. Name its registration: nabor review --join \(source(it, "NUMBER"))=CODE."
            )
        default:
            it.says(
                "Nie wiadomo, które kartki należą do siebie (kartka: strona formularza – \(it["order"])). Zajrzyj do pliku; jeśli tak, jak po kolei: nabor review --split \(source(it, "NUMER"))=\(proposal(it)).",
                "Which sheets belong together is not clear (sheet: page of the form – \(it["order"])). Look into the file; if they lie in turn: nabor review --split \(source(it, "NUMBER"))=\(proposal(it))."
            )
        }
    }

    /// The file's number, where it has one.
    private static func source(_ it: FindingSubject, _ placeholder: String) -> String {
        it["source"].isEmpty ? placeholder : it["source"]
    }

    private static func proposal(_ it: FindingSubject) -> String {
        it["proposal"].isEmpty ? "1+2,3+4" : it["proposal"]
    }

    /// Why a scan or a photograph could not be read, and what helps.
    static func unreadScan(_ it: FindingSubject) -> LocalizedText {
        let sheet = it["sheet"].isEmpty ? "" : " \(it["sheet"])"
        switch it["reason"] {
        case "notRegistered":
            return it.says(
                "Nie udało się znaleźć położenia formularza na obrazie\(sheet). Wskaż jego cztery rogi (nabor review --html FOLDER pokazuje obraz z siatką i polecenie) albo wprowadź odpowiedzi ręcznie.",
                "Where the form lies in picture\(sheet) could not be found. Mark its four corners (nabor review --html FOLDER shows the picture with a grid and the command), or enter the answers by hand."
            )
        case "noCode":
            return it.says(
                "Na obrazie\(sheet) nie ma kodu formularza. Jeśli to formularz, wskaż jego cztery rogi (nabor review --html FOLDER pokazuje obraz z siatką i polecenie) albo wprowadź odpowiedzi ręcznie.",
                "Picture\(sheet) has no code of a form. If it is one, mark its four corners (nabor review --html FOLDER shows the picture with a grid and the command), or enter the answers by hand."
            )
        case "otherForm", "unknownForm":
            return it.says(
                "To formularz, którego mapy tu nie ma (obraz\(sheet)). Wydrukowano go gdzie indziej; wprowadź odpowiedzi ręcznie.",
                "This is a form whose map is not here (picture\(sheet)). It was printed elsewhere; enter the answers by hand."
            )
        case "severalForms":
            return it.says(
                "Na obrazie\(sheet) leży kilka stron formularzy. Zeskanuj lub sfotografuj każdą osobno albo wskaż rogi jednej z nich (nabor review --corners), a pozostałe wprowadź ręcznie.",
                "Picture\(sheet) shows several pages of forms. Scan or photograph each by itself, or mark the corners of one of them (nabor review --corners) and enter the others by hand."
            )
        case "unopened":
            return it.says(
                "Nie da się otworzyć obrazu\(sheet) w tym pliku; pozostałe odczytano. Obejrzyj oryginał i poproś o tę stronę jeszcze raz.",
                "Picture\(sheet) of this file cannot be opened; the others were read. Look at the original and ask for that page again."
            )
        default:
            return it.says(
                "Tego skanu lub zdjęcia program nie odczyta. Wprowadź odpowiedzi ręcznie z oryginału.",
                "This scan or photograph cannot be read by the program. Enter the answers by hand from the original."
            )
        }
    }
}
