import FormModel

/// Words of selecting, announcing and passing places on.
enum SelectionText: String, StaffWords {
    case title, pageText, activity, pool, places, status, pending, announced, nothingYet, rules, run, runText, seed
    case seedHint, seedWanted, result, rank, person, outcome, why, chance, quotas, quota, bounds, have, ofSeats, discard
    case discardText, goAnnounce, whatIf, whatIfText, seats, least, most, tryOut, tried, entering, leaving, nobody
    case waitingList, offers, until, expire, expireText, expired, promoted, confirmedCount, poolCount, record, choose
    case selected, waitlisted, notSelected, ineligible, announceTitle, announceText, announce, announceDone, mails
    case withoutAddress, to, subject, chooseTitle, chooseText, chosen, reason, reasonHint, addChosen, counters, count
    case missing, tooMuch, poolEmpty, points, backToActivity, unmet, warnings, isTrial, take, keepAsIs, search
    case runHead, unmetTitle

    static let rows: [SelectionText: Pair] = [
        .title: ("Wybór", "Selection"),
        .pageText: (
            "Najpierw rozstrzygnięcie, potem ogłoszenie: dopóki nie ogłosisz, nikt się nie dowie.",
            "Decide first, announce later: until you announce, nobody is told."
        ),
        .activity: ("Działanie", "Activity"), .pool: ("Bez decyzji", "Undecided"), .places: ("Miejsca", "Places"),
        .status: ("Stan", "State"), .pending: ("czeka na ogłoszenie", "waits to be announced"),
        .announced: ("ogłoszone", "announced"), .nothingYet: ("bez rozstrzygnięcia", "not decided"),
        .rules: ("Zasady", "Rules"), .run: ("Rozstrzygnij", "Decide"),
        .runText: (
            "Rozstrzygnięcie można obejrzeć i odrzucić, zanim ktokolwiek się o nim dowie.",
            "The outcome can be looked at and discarded before anybody hears of it."
        ),
        .seed: ("Ziarno losowania", "Seed of the draw"),
        .seedHint: (
            "Na przykład spisany wynik rzutów kośćmi albo ogłoszona wcześniej liczba.",
            "Such as noted throws of dice or a number published before."
        ),
        .seedWanted: (
            "Są osoby równe we wszystkim, więc rozstrzyga los. Podaj ziarno.",
            "Some people are equal in everything, so the lot decides. Give a seed."
        ),
        .result: ("Rozstrzygnięcie", "Outcome"), .rank: ("Miejsce", "Rank"), .person: ("Zgłoszenie", "Registration"),
        .outcome: ("Wynik", "Outcome"), .why: ("Dlaczego", "Why"), .chance: ("Szansa", "Chance"),
        .quotas: ("Zasady w liczbach", "Rules in figures"), .quota: ("Zasada", "Rule"),
        .bounds: ("Granice", "Bounds"), .have: ("Jest", "Have"), .ofSeats: ("zajęte {} z {}", "{} of {} taken"),
        .discard: ("Odrzuć rozstrzygnięcie", "Discard the outcome"),
        .discardText: (
            "Odrzucone rozstrzygnięcie zostaje w historii; miejsca są znów wolne.",
            "A discarded outcome stays in the history; its places are free again."
        ),
        .goAnnounce: ("Obejrzyj wiadomości i ogłoś", "Look at the mails and announce"),
        .whatIf: ("A gdyby inaczej?", "What if?"),
        .whatIfText: (
            "Zmień miejsca albo granice i zobacz, kto by wszedł. Niczego to nie zapisuje.",
            "Change places or bounds and see who would come in. Nothing is recorded."
        ),
        .seats: ("Liczba miejsc", "Places"), .least: ("co najmniej", "at least"), .most: ("najwyżej", "at most"),
        .tryOut: ("Sprawdź", "Try it"), .tried: ("Przy tych zmianach", "With these changes"),
        .entering: ("Wchodzą", "Come in"), .leaving: ("Wypadają", "Drop out"), .nobody: ("nikt", "nobody"),
        .waitingList: ("Lista rezerwowa", "Waiting list"), .offers: ("Czekają na odpowiedź", "Waiting for an answer"),
        .until: ("do {}", "until {}"), .expire: ("Zamknij oferty po terminie", "Close offers past their time"),
        .expireText: (
            "Dzieje się to samo co minutę; zwolnione miejsca dostają następne osoby.",
            "This happens by itself every minute; freed places go to the next people."
        ),
        .expired: ("Oferty sprawdzone.", "Offers checked."),
        .promoted: ("Zwolnione miejsce dostało: {}", "A freed place went to: {}"),
        .confirmedCount: ("Zakwalifikowani: {}", "Confirmed: {}"), .poolCount: ("W puli: {}", "In the pool: {}"),
        .record: ("Pobierz zapis rozstrzygnięcia", "Download the record"),
        .choose: ("Wybierz osoby", "Choose people"),
        .selected: ("wybrano", "selected"), .waitlisted: ("lista rezerwowa", "waiting list"),
        .notSelected: ("nie wybrano", "not selected"), .ineligible: ("nie spełnia warunków", "not eligible"),
        .announceTitle: ("Ogłoszenie", "Announcing"),
        .announceText: (
            "Te wiadomości trafią do skrzynki nadawczej wszystkie naraz. Sprawdź po jednej z każdego rodzaju.",
            "These mails go to the outbox all at once. Look at one of each kind."
        ),
        .announce: ("Ogłoś i przygotuj wiadomości: {}", "Announce and queue mails: {}"),
        .announceDone: ("Ogłoszono. Wiadomości w skrzynce nadawczej: {}.", "Announced. Mails in the outbox: {}."),
        .mails: ("{} – {}, wiadomości: {}", "{} – {}, mails: {}"),
        .withoutAddress: ("Bez adresu, trzeba powiadomić inaczej: {}", "Without an address, to be told otherwise: {}"),
        .to: ("Do", "To"), .subject: ("Temat", "Subject"),
        .chooseTitle: ("Wybór osób", "Choosing people"),
        .chooseText: (
            "Zaznacz osoby po lewej; liczby po prawej zmieniają się od razu. Do każdego wyboru potrzebny jest powód.",
            "Tick people at the left; the figures at the right follow at once. Each choice needs a reason."
        ),
        .chosen: ("Wybrani", "Chosen"), .reason: ("Powód wyboru", "Reason of the choice"),
        .reasonHint: ("Stanie w protokole przy każdej z tych osób.", "It stands in the record beside each of them."),
        .addChosen: ("Wybierz zaznaczonych", "Choose the ticked ones"), .counters: ("Liczniki", "Counters"),
        .count: ("Przelicz", "Count"), .missing: ("Brakuje", "Missing"), .tooMuch: ("Za dużo", "Too many"),
        .poolEmpty: ("W puli nie ma nikogo bez decyzji.", "Nobody in the pool lacks a decision."),
        .points: ("{} pkt", "{} points"), .backToActivity: ("Wróć do działania", "Back to the activity"),
        .unmet: ("Tych zasad nie da się spełnić", "These rules cannot be met"), .warnings: ("Uwagi", "Remarks"),
        .isTrial: ("Próba, nie rozstrzygnięcie", "A trial, not an outcome"), .take: ("Zaznacz", "Tick"),
        .keepAsIs: ("puste: bez ograniczenia", "empty: no bound"), .search: ("Szukaj na liście", "Find in the list"),
        .runHead: ("{}, {}", "{}, {}"),
        .unmetTitle: ("Niczego nie rozstrzygnięto", "Nothing was decided"),
    ]

    /// „najmniej 4, najwięcej 9”, or the one number where both are the same; empty without bounds.
    static func bounds(_ minimum: Int?, _ maximum: Int?, _ language: InterfaceLanguage) -> String {
        if let minimum, minimum == maximum { return String(minimum) }
        let least = minimum.map { "\(SelectionText.least.text(language)) \($0)" }
        let most = maximum.map { "\(SelectionText.most.text(language)) \($0)" }
        return [least, most].compactMap(\.self).joined(separator: ", ")
    }

    static func text(_ outcome: Decision.Outcome) -> SelectionText {
        switch outcome {
        case .selected: .selected
        case .waitlisted: .waitlisted
        case .notSelected: .notSelected
        case .ineligible: .ineligible
        }
    }

    static func tone(_ outcome: Decision.Outcome) -> String {
        switch outcome {
        case .selected: "good"
        case .waitlisted: "waiting"
        case .notSelected, .ineligible: "stop"
        }
    }
}
