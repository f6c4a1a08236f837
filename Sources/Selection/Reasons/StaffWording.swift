import FormModel

/// What explanations say to staff, in Polish and English.
enum StaffWording {
    static func explanation(
        _ code: Explanation.Code,
        _ parameters: [String: String],
        _ polish: String,
        _ english: String,
        rules: [String] = [],
        changes: [RuleChangeSet] = []
    ) -> Explanation {
        Explanation(
            code: code,
            parameters: parameters,
            text: LocalizedText([.polish: polish, .english: english]),
            rules: rules,
            changes: changes
        )
    }

    static func polishEffect(_ effect: RuleEffect) -> String {
        let chance = effect.smallestChance.map { ", najmniejsza szansa \(ChanceText.percent($0, of: 100_000)) %" } ?? ""
        return " (wtedy \(effect.filled) z \(effect.seats) miejsc\(chance))"
    }

    static func englishEffect(_ effect: RuleEffect) -> String {
        let chance = effect.smallestChance.map { ", smallest chance \(ChanceText.percent($0, of: 100_000)) %" } ?? ""
        return " (then \(effect.filled) of \(effect.seats) places\(chance))"
    }

    static func guaranteedIneligible(id: String, rule: String) -> Explanation {
        explanation(
            .guaranteedIneligible,
            ["id": id, "rule": rule],
            "\(id) ma miejsce gwarantowane, ale nie spełnia warunku „\(rule)”; nie zostało przyznane.",
            "\(id) has a guaranteed place but does not meet the condition “\(rule)”; it was not given."
        )
    }

    static func thirdReviewNeeded(id: String, criterion: String) -> Explanation {
        explanation(
            .thirdReviewNeeded,
            ["id": id, "criterion": criterion],
            "\(id): oceny w kryterium „\(criterion)” różnią się tak bardzo, że potrzebna jest trzecia.",
            "\(id): the reviews in “\(criterion)” are so far apart that a third is needed."
        )
    }

    static func reviewsMissing(id: String, have: Int, needed: Int) -> Explanation {
        explanation(
            .reviewsMissing,
            ["id": id, "have": String(have), "needed": String(needed)],
            "\(id): są \(have) z \(needed) wymaganych ocen; uzupełnij je i powtórz rozstrzygnięcie.",
            "\(id): \(have) of \(needed) reviews needed; complete them and run again."
        )
    }

    static func partyIncomplete(party: String, ids: [String]) -> Explanation {
        let out = ids.joined(separator: ", ")
        return explanation(
            .partyIncomplete,
            ["party": party, "ids": out],
            "Zgłoszenia razem „\(party)” pominięto w całości, bo \(out) nie może wziąć udziału.",
            "The party “\(party)” was left out as a whole because \(out) cannot take part."
        )
    }

    static func seatsUnfilled(filled: Int, seats: Int, eligible: Int) -> Explanation {
        explanation(
            .seatsUnfilled,
            ["filled": String(filled), "seats": String(seats), "eligible": String(eligible)],
            "Zasady pozwalają obsadzić \(filled) z \(seats) miejsc; zgłoszeń spełniających warunki: \(eligible).",
            "The rules allow \(filled) of \(seats) places to be filled; eligible applications: \(eligible)."
        )
    }

    static func softMissed(rule: String, by count: Int) -> Explanation {
        explanation(
            .softMissed,
            ["rule": rule, "missing": String(count)],
            "Zasada „\(rule)” (miękka) niespełniona o \(count); lepszej listy nie ma.",
            "The soft rule “\(rule)” is missed by \(count); there is no better list.",
            rules: [rule]
        )
    }

    static func sessionBelowMinimum(session: String, have: Int, minimum: Int) -> Explanation {
        explanation(
            .sessionBelowMinimum,
            ["session": session, "have": String(have), "minimum": String(minimum)],
            "Grupa „\(session)” ma \(have) osób, a potrzebuje \(minimum); zdecyduj: prowadzić, odwołać czy połączyć.",
            "The group “\(session)” has \(have) people and needs \(minimum): run, cancel or merge it.",
            rules: ["session:\(session)"]
        )
    }

    static func sessionCancelled(session: String, have: Int, minimum: Int) -> Explanation {
        explanation(
            .sessionCancelled,
            ["session": session, "have": String(have), "minimum": String(minimum)],
            "Grupa „\(session)” odpadła: \(have) osób zamiast co najmniej \(minimum). Rozstrzygnięto bez niej.",
            "The group “\(session)” was dropped: \(have) people instead of at least \(minimum). Decided without it.",
            rules: ["session:\(session)"]
        )
    }

    static func sessionMerged(session: String, into other: String, have: Int, minimum: Int) -> Explanation {
        explanation(
            .sessionMerged,
            ["session": session, "into": other, "have": String(have), "minimum": String(minimum)],
            "Grupę „\(session)” (\(have) osób zamiast co najmniej \(minimum)) połączono z „\(other)”; zapytaj te osoby o zgodę.",
            "The group “\(session)” (\(have) people instead of at least \(minimum)) was joined to “\(other)”: ask these people.",
            rules: ["session:\(session)", "session:\(other)"]
        )
    }

    static func valueAbsent(rule: String, suggestion: String?) -> Explanation {
        let hintPolish = suggestion.map { " Czy chodziło o „\($0)”?" } ?? ""
        let hintEnglish = suggestion.map { " Did you mean “\($0)”?" } ?? ""
        return explanation(
            .valueAbsent,
            ["rule": rule, "suggestion": suggestion ?? ""],
            "Nikt w puli nie liczy się do „\(rule)”.\(hintPolish)",
            "Nobody in the pool counts for “\(rule)”.\(hintEnglish)",
            rules: [rule]
        )
    }

    static func tooMany(rule: String, have: Int, maximum: Int) -> Explanation {
        explanation(
            .tooMany,
            ["rule": rule, "have": String(have), "maximum": String(maximum)],
            "„\(rule)”: jest \(have), a może być najwyżej \(maximum).",
            "“\(rule)”: there are \(have), at most \(maximum) are allowed.",
            rules: [rule]
        )
    }

    static func tooFew(rule: String, have: Int, minimum: Int) -> Explanation {
        explanation(
            .tooFew,
            ["rule": rule, "have": String(have), "minimum": String(minimum)],
            "„\(rule)”: jest \(have), a potrzeba co najmniej \(minimum).",
            "“\(rule)”: there are \(have), at least \(minimum) are needed.",
            rules: [rule]
        )
    }

    static func chosenIneligible(id: String, rule: String) -> Explanation {
        explanation(
            .chosenIneligible,
            ["id": id, "rule": rule],
            "\(id) nie spełnia warunku „\(rule)”.",
            "\(id) does not meet the condition “\(rule)”."
        )
    }

    static func partyWaits(ids: [String], seats: Int, free: Int) -> Explanation {
        let names = ids.joined(separator: ", ")
        return explanation(
            .partyWaits,
            ["ids": names, "seats": String(seats), "free": String(free)],
            "Wolne miejsca (\(free)) czekają na zgłoszenie razem \(names), które potrzebuje \(seats).",
            "The free places (\(free)) wait for \(names), who come together and need \(seats)."
        )
    }

    /// Names every rule, sensitive ones too: it is for staff.
    static func inNoList(ids: [String], example: String, rules: [String]) -> Explanation {
        let names = rules.joined(separator: ", ")
        let because = rules.isEmpty ? "" : ": \(names)"
        return explanation(
            .inNoList,
            ["count": String(ids.count), "id": example, "rules": names],
            "Na żadnej liście zgodnej z zasadami nie może być zgłoszeń takich jak \(example) (jest ich \(ids.count))\(because).",
            "No list that meets the rules can hold applications like \(example) (there are \(ids.count))\(because).",
            rules: rules
        )
    }

    static let rehearsal = explanation(
        .rehearsal,
        [:],
        "Próba: ziarno podano bez wcześniejszego zobowiązania, wynik nie jest dowodem uczciwego losowania.",
        "Rehearsal: the seed was given without a commitment made before, so the outcome proves no fair draw."
    )
}
