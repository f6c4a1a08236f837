import FieldKinds
import FormModel

extension FindingWording {
    static func oddity(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .emailNeedsSMTPUTF8:
            it.says(
                "Adres w polu \(it.polishField) zawiera litery spoza ASCII i część serwerów go nie przyjmie. Upewnij się, "
                    + "że jest poprawny.",
                "The address in \(it.englishField) has letters beyond ASCII that some servers refuse. Make sure it is right."
            )
        case .krsPadded:
            it.says(
                "\(it.polishField): numer uzupełniliśmy zerami do \(it["value"]). Sprawdź, czy to ten numer.",
                "\(it.englishField): the number was completed with zeros to \(it["value"]). Check that it is the one meant."
            )
        case .documentFormatUnusual:
            it.says(
                "\(it.polishField): numer wygląda inaczej niż zwykle w takim dokumencie. Porównaj go z dokumentem.",
                "\(it.englishField): the number looks unusual for this kind of paper. Compare it with the paper."
            )
        case .documentExpired:
            it.says(
                "\(it.polishField): dokument jest ważny do \(day(it["validTo"], .polish)), a potrzebny "
                    + "\(day(it["neededOn"], .polish)). Zapytaj o nowy dokument.",
                "\(it.englishField): the paper is valid until \(day(it["validTo"], .english)) but needed on "
                    + "\(day(it["neededOn"], .english)). Ask for a new one."
            )
        case .peselBirthDateMismatch:
            it.says(
                "Z numeru PESEL wynika data urodzenia \(day(it["birthDate"], .polish)), a w formularzu jest inna. "
                    + "Sprawdź oba pola.",
                "The PESEL says born on \(day(it["birthDate"], .english)), the form says otherwise. Check both fields."
            )
        case .peselSexMismatch:
            it.says(
                "Numer PESEL wskazuje inną płeć niż podana w formularzu. Sprawdź oba pola; numer bywa też nieaktualny.",
                "The PESEL shows another sex than the form. Check both fields; the number may also be outdated."
            )
        case .nameMixedAlphabets:
            it.says(
                "\(it.polishField): w „\(it["word"])” mieszają się litery dwóch alfabetów\(proposal(it, .polish)). "
                    + "Sprawdź pisownię.",
                "\(it.englishField): “\(it["word"])” mixes letters of two alphabets\(proposal(it, .english)). "
                    + "Check the spelling."
            )
        case .nameSpellingMismatch:
            it.says(
                "\(it.polishField): według zasad transliteracji byłoby „\(it["expected"])”. Przepisz nazwisko z dokumentu.",
                "\(it.englishField): by the rules it would be “\(it["expected"])”. Copy the name from the passport."
            )
        default:
            it.says(
                "\(it.polishField): imię „\(it["given"])” i nazwisko „\(it["surname"])” rozdzieliliśmy automatycznie. "
                    + "Popraw, jeśli trzeba.",
                "\(it.englishField): given name “\(it["given"])” and surname “\(it["surname"])” were split by rule. "
                    + "Correct them if needed."
            )
        }
    }

    private static func proposal(_ it: FindingSubject, _ language: InterfaceLanguage) -> String {
        guard !it["proposed"].isEmpty else { return "" }
        return language == .polish ? ", chodzi pewnie o „\(it["proposed"])”" : ", probably “\(it["proposed"])”"
    }

    static func reading(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .emailUnconfirmed, .signatureMissing, .pageNotRegistered: paper(it)
        case .candidatesDiffer:
            it.says(
                "\(it.polishField): w formularzu są dwie różne odpowiedzi. Zajrzyj do oryginału i wybierz właściwą.",
                "\(it.englishField): the form gives two different answers. Look at the original and choose the right one."
            )
        case .markAmbiguous:
            it.says(
                "\(it.polishField): nie wiadomo, która odpowiedź jest zaznaczona. Zajrzyj do oryginału i wybierz.",
                "\(it.englishField): it is not clear which answer is marked. Look at the original and choose."
            )
        case .confidenceLow: uncertain(it)
        case .labelUnmatched:
            it.says(
                "Nie znaleźliśmy w formularzu pola \(it.polishField). Sprawdź oryginał i wpisz odpowiedź, jeśli tam jest.",
                "The form has no place we know for \(it.englishField). Look at the original and enter the answer if given."
            )
        case .placeholderLeft:
            it.says(
                "\(it.polishField): został tekst podpowiedzi z pustego formularza. Uznaliśmy pole za puste.",
                "\(it.englishField): the blank form's prompt was left in place. The field counts as empty."
            )
        default:
            it.says(
                "Dokument zawiera śledzone zmiany; przyjęliśmy wersję po zmianach. Sprawdź, czy o nią chodziło.",
                "The document has tracked changes; the version with all changes was read. Check that it was meant."
            )
        }
    }

    /// Says why, where it is known: what differs, or which rule wants a person.
    private static func uncertain(_ it: FindingSubject) -> LocalizedText {
        switch it["reason"] {
        case "hand":
            it.says(
                "\(it.polishField): wygląda na pismo odręczne, a takiego program nie przyjmuje sam. Wpisz odpowiedź z obrazu.",
                "\(it.englishField): it looks like handwriting, which is never accepted by itself. Type what the picture shows."
            )
        case "differs":
            it.says(
                "\(it.polishField): dwa odczyty się różnią; drugi to „\(it["other"])”. Porównaj z oryginałem.",
                "\(it.englishField): two readings differ; the other one is “\(it["other"])”. Compare with the original."
            )
        case "unclear":
            it.says(
                "\(it.polishField): oba odczyty są takie same, ale druk jest niewyraźny. Porównaj z oryginałem.",
                "\(it.englishField): both readings are the same, but the print is not clear. Compare with the original."
            )
        case "threshold":
            it.says(
                "\(it.polishField): odczyt jest prawie pewny, ale poniżej progu, od którego przyjmujemy go bez człowieka. Porównaj z oryginałem.",
                "\(it.englishField): the reading is nearly sure, but below what is accepted without a person. Compare with the original."
            )
        default:
            it.says(
                "\(it.polishField): odczyt jest niepewny. Porównaj go z oryginałem.",
                "\(it.englishField): the reading is uncertain. Compare it with the original."
            )
        }
    }

    private static func paper(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .emailUnconfirmed:
            it.says(
                "\(it.polishField): adres odczytaliśmy z papieru i nic go nie potwierdza. Porównaj go z oryginałem litera po "
                    + "literze.",
                "\(it.englishField): the address was read from paper and nothing else bears it out. Compare it with the "
                    + "original letter by letter."
            )
        case .signatureMissing:
            it.says(
                "W miejscu na podpis nic nie ma. Sprawdź, czy formularz musi być podpisany.",
                "There is nothing in the place for the signature. Check whether the form has to be signed."
            )
        default:
            it.says(
                "Strony skanu nie udało się ułożyć na formularzu. Zaznacz jej cztery rogi albo wprowadź odpowiedzi ręcznie.",
                "A page of the scan could not be laid over the form. Mark its four corners, or enter the answers by hand."
            )
        }
    }

    static func event(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .ineligible: ineligible(it)
        case .receivedLate:
            it.says(
                "Zgłoszenie wpłynęło po terminie (\(moment(it, "deadline", .polish))). Odrzuć je albo przyjmij z podaniem "
                    + "powodu.",
                "The form came after the deadline (\(moment(it, "deadline", .english))). Reject it, or accept it with a reason."
            )
        case .receivedEarly:
            it.says(
                "Zgłoszenie wpłynęło przed otwarciem naboru (\(moment(it, "opensAt", .polish))). Potwierdź, że je przyjmujesz.",
                "The form came before the opening (\(moment(it, "opensAt", .english))). Confirm that it is accepted."
            )
        case .channelNotOpen:
            it.says(
                "Ten nabór nie przyjmuje zgłoszeń tą drogą. Poproś o formularz inną drogą albo przyjmij z podaniem powodu.",
                "This call takes no forms this way. Ask for the form by another way, or accept it with a reason."
            )
        case .possibleDuplicate:
            it.says(
                "To może być ta sama osoba co w zgłoszeniu \(it["code"]). Porównaj oba i połącz je albo rozdziel.",
                "This may be the person of registration \(it["code"]). Compare the two and merge or separate them."
            )
        case .eventUnassigned:
            it.says(
                "Nie wiadomo, do którego naboru należy ten formularz. Przypisz go ręcznie.",
                "It is not known to which event this form belongs. Assign it by hand."
            )
        case .eventAmbiguous:
            it.says(
                "Formularz pasuje do kilku naborów. Wybierz właściwy.",
                "The form fits several events. Choose the right one."
            )
        default:
            it.says(
                "To formularz innego naboru niż ten, do którego go wysłano. Przypisz go do właściwego.",
                "This is the form of another event than the one it was sent to. Assign it to the right one."
            )
        }
    }

    private static func ineligible(_ it: FindingSubject) -> LocalizedText {
        let polish = it["reason.pl"].isEmpty ? it["rule"] : it["reason.pl"]
        let english = it["reason.en"].isEmpty ? polish : it["reason.en"]
        return it.says(
            "Warunek udziału nie jest spełniony: \(polish) Sprawdź odpowiedzi, na których się opiera.",
            "A condition for taking part is not met: \(english) Check the answers it rests on."
        )
    }

    private static func moment(_ it: FindingSubject, _ name: String, _ language: InterfaceLanguage) -> String {
        guard let instant = Instant(iso: it[name]) else { return it[name] }
        return DateText.moment(instant, timeZone: it["timeZone"], in: language)
    }
}
