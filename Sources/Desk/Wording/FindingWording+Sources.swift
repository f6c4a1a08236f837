import FormModel
import ReaderProtocol

extension FindingWording {
    static func source(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .sourceEmpty:
            it.says(
                "Plik jest pusty. Poproś o ponowne przesłanie formularza.",
                "The file is empty. Ask for the form again."
            )
        case .sourceUnusable:
            it.says(
                "W pliku nie ma formularza, który umiemy odczytać. Otwórz oryginał i wprowadź odpowiedzi ręcznie.",
                "The file holds no form that can be read. Open the original and enter the answers by hand."
            )
        case .sourceUnknownFormat:
            it.says(
                "Nie znamy formatu tego pliku. Poproś o DOCX, ODT albo PDF.",
                "The format of this file is not known. Ask for DOCX, ODT or PDF."
            )
        case .sourceDamaged:
            it.says(
                "Plik jest uszkodzony i nie da się go otworzyć. Poproś o ponowne przesłanie.",
                "The file is damaged and cannot be opened. Ask for it again."
            )
        case .sourceEncrypted:
            it.says(
                "Plik jest zabezpieczony hasłem. Poproś o wersję bez hasła.",
                "The file is protected by a password. Ask for a version without one."
            )
        case .sourceMacros where it["kind"] == "launch":
            it.says(
                "Odnośnik w pliku\(it.polishPage) uruchamiałby program albo wysyłał dane. Nic nie uruchamiamy; nie klikaj go, obejrzyj oryginał i zdecyduj, czy go przyjąć.",
                "A link in the file\(it.englishPage) would start a program or send data. Nothing is run; do not click it, look at the original and decide whether to accept it."
            )
        case .sourceMacros:
            it.says(
                "Dokument zawiera makra lub skrypty. Nie uruchamiamy ich; obejrzyj oryginał i zdecyduj, czy go przyjąć.",
                "The document contains macros or scripts. They are never run; look at the original and decide whether to accept it."
            )
        case .sourceExternalContent:
            it.says(
                "Dokument odwołuje się do treści spoza pliku. Nie pobieramy jej; sprawdź, czy odpowiedzi są kompletne.",
                "The document refers to content outside the file. It is not fetched; check that the answers are complete."
            )
        case .sourceContentUnread where it["kind"] == "attachedFile":
            it.says(
                "W pliku\(it.polishPage) jest dołączony inny plik, którego nie otwieramy. Jeśli to formularz, poproś o przesłanie go osobno.",
                "Another file is attached inside the file\(it.englishPage); it is not opened. If it is a form, ask for it by itself."
            )
        case .sourceContentUnread:
            it.says(
                "Część dokumentu\(it.polishPage) ma postać, której nie odczytujemy. Otwórz oryginał i sprawdź, czy są tam odpowiedzi.",
                "Part of the document\(it.englishPage) is of a kind that is not read. Open the original and see whether answers stand there."
            )
        case .sourceNeedsConverter:
            it.says(
                "Do odczytania tego formatu potrzebny jest LibreOffice. Zainstaluj go albo poproś o DOCX.",
                "Reading this format needs LibreOffice. Install it, or ask for DOCX."
            )
        case .sourceNotYetReadable: unreadScan(it)
        case .sourceLimit where it["limit"] == "pageCountMax":
            it.says(
                "Plik ma więcej stron niż formularz może mieć (najwyżej \(ReaderLimits.pageCountMax)). Wyjmij z niego strony formularza albo poproś o same te strony.",
                "The file has more pages than a form can have (\(ReaderLimits.pageCountMax) at most). Take the form's pages out of it, or ask for these pages alone."
            )
        case .sourceLimit where ["imagePixelCountMax", "imageSideMax"].contains(it["limit"]):
            it.says(
                "Obraz jest za duży (najwyżej \(ReaderLimits.imagePixelCountMax / 1_000_000) megapikseli). Zeskanuj kartkę w 300 dpi albo poproś o mniejszy obraz.",
                "The picture is too large (\(ReaderLimits.imagePixelCountMax / 1_000_000) megapixels at most). Scan the sheet at 300 dpi, or ask for a smaller picture."
            )
        case .sourceLimit:
            it.says(
                "Plik przekracza dopuszczalny rozmiar (\(it["limit"])). Otwórz oryginał ostrożnie albo poproś o mniejszy.",
                "The file goes beyond a limit (\(it["limit"])). Open the original with care, or ask for a smaller one."
            )
        default:
            it.says(
                "Plik zawiera deklarację DOCTYPE, której formularze nie mają. Nie otwieraj go; poproś o nowy plik.",
                "The file has a DOCTYPE declaration, which no form has. Do not open it; ask for a new file."
            )
        }
    }

    static func arrival(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .readerCrashed:
            it.says(
                "Odczyt tego pliku się nie powiódł. Oryginał jest zapisany; wprowadź odpowiedzi ręcznie.",
                "Reading this file failed. The original is kept; enter the answers by hand."
            )
        case .readerTimedOut:
            it.says(
                "Odczyt tego pliku trwał zbyt długo i został przerwany. Oryginał jest zapisany; wprowadź odpowiedzi ręcznie.",
                "Reading this file took too long and was stopped. The original is kept; enter the answers by hand."
            )
        case .readerReplyInvalid:
            it.says(
                "Wynik odczytu był nieprawidłowy i został odrzucony. Oryginał jest zapisany; wprowadź odpowiedzi ręcznie.",
                "The result of the reading was not valid and was refused. The original is kept; enter the answers by hand."
            )
        case .attachmentSkipped:
            it.says(
                "Pominęliśmy załącznik \(it["name"]), bo wygląda na logo lub podpis. Sprawdź, jeśli czegoś brakuje.",
                "The attachment \(it["name"]) was skipped as a logo or signature. Look at it if something is missing."
            )
        case .mailNothingUsable:
            it.says(
                "W wiadomości nie ma formularza. Przeczytaj ją i odpowiedz nadawcy.",
                "The mail holds no form. Read it and answer the sender."
            )
        default:
            it.says(
                "W wiadomości jest kilka formularzy. Sprawdź, czy każdy trafił do właściwej osoby.",
                "The mail holds several forms. Check that each went to the right person."
            )
        }
    }
}

extension FindingSubject {
    /// « (strona 3)» for a finding on `page[3]`; empty for one about the whole file.
    fileprivate var polishPage: String { page.map { " (strona \($0))" } ?? "" }
    fileprivate var englishPage: String { page.map { " (page \($0))" } ?? "" }

    private var page: Int? {
        guard let place = finding.place, place.hasPrefix("page[") else { return nil }
        return Int(place.dropFirst("page[".count).prefix { $0 != "]" })
    }
}
