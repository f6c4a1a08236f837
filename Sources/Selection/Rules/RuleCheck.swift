import Expressions
public import FormModel

/// Finds the faults of selection rules that need no pool: unknown names, impossible bounds, sums that cannot hold.
///
/// `EventFiles` adds line and column by the path; a run refuses rules with an error.
public struct RuleCheck {
    /// Names every expression of selection rules may read beside the attributes.
    public static let ownNames: Set<String> = ["organisation", "address", "party", "score", "seats"]
    /// More quotas than this are a mistake.
    public static let quotaCountMax = 500
    public static let sessionCountMax = 500
    public static let seatsMax = 10_000_000

    var faults: [RuleFault] = []
    let rules: SelectionRules
    let context: SelectionContext

    /// Every fault, in the order of the file.
    public static func faults(of rules: SelectionRules, context: SelectionContext = SelectionContext()) -> [RuleFault] {
        var check = RuleCheck(rules: rules, context: context)
        check.checkHead()
        check.checkNeeds()
        check.checkQuotas(rules.quotas, path: "quotas", seats: rules.seats)
        check.checkSessions()
        return check.faults
    }

    private init(rules: SelectionRules, context: SelectionContext) {
        self.rules = rules
        self.context = context
    }

    mutating func add(
        _ code: String,
        _ path: String,
        _ polish: String,
        _ english: String,
        severity: RuleFault.Severity = .error,
        suggestion: String? = nil
    ) {
        let message = LocalizedText([.polish: polish, .english: english])
        faults.append(
            RuleFault(code: code, severity: severity, path: path, message: message, suggestion: suggestion)
        )
    }

    // MARK: - Seats, method, ties

    private mutating func checkHead() {
        if rules.version != 1 {
            add(
                "rules.versionUnknown",
                "selection",
                "Nieznana wersja zasad: \(rules.version); wpisz 1.",
                "Unknown version of the rules: \(rules.version); write 1."
            )
        }
        checkSeats(rules.seats, path: "seats")
        checkTies()
        if let ranking = rules.ranking { checkRanking(ranking) }
        if let wishes = rules.wishes, wishes.ranked < 1 {
            add(
                "wishes.ranked",
                "wishes.ranked",
                "Liczba życzeń musi wynosić co najmniej 1.",
                "The number of wishes must be at least 1."
            )
        }
        if let size = rules.reserve.size, size < 0 {
            add("reserve.size", "reserve.size", "Liczba nie może być ujemna.", "The number cannot be negative.")
        }
    }

    mutating func checkSeats(_ seats: SeatRange, path: String) {
        if seats.minimum < 0 || seats.maximum < 1 || seats.maximum > Self.seatsMax {
            add(
                "seats.outOfRange",
                path,
                "Liczba miejsc musi być od 1 do \(Self.seatsMax).",
                "The number of seats must be from 1 to \(Self.seatsMax)."
            )
        } else if seats.minimum > seats.maximum {
            add(
                "seats.minOverMax",
                path,
                "Najmniejsza liczba miejsc (\(seats.minimum)) przekracza największą (\(seats.maximum)).",
                "The smallest number of seats (\(seats.minimum)) is above the largest (\(seats.maximum))."
            )
        }
    }

    private mutating func checkTies() {
        for (index, tie) in rules.ties.enumerated() where TieKey(tie) == nil {
            add(
                "ties.unknown",
                "ties[\(index)]",
                "Nieznane kryterium „\(tie)”; są: score, submitted, criterion.NAZWA, lottery.",
                "Unknown criterion “\(tie)”; there are: score, submitted, criterion.NAME, lottery."
            )
        }
    }

    private mutating func checkRanking(_ ranking: RankingRules) {
        for (index, weight) in ranking.criteria.enumerated() where weight.weight < 0 || weight.weight > 1_000_000 {
            add(
                "ranking.weight",
                "ranking.criteria[\(index)]",
                "Waga musi być od 0 do 1000000.",
                "A weight must be from 0 to 1000000."
            )
        }
        let total = ranking.criteria.reduce(0) { $0 &+ $1.weight }
        if !ranking.criteria.isEmpty, total == 0 {
            add("ranking.weight", "ranking.criteria", "Wszystkie wagi są zerowe.", "All weights are zero.")
        }
        if ranking.minimumReviews < 0 {
            add(
                "ranking.minReviews",
                "ranking.min_reviews",
                "Liczba ocen nie może być ujemna.",
                "The number of reviews cannot be negative."
            )
        }
    }

    private mutating func checkNeeds() {
        var seen: Set<String> = []
        for (index, need) in rules.eligible.enumerated() {
            if !seen.insert(need.id).inserted {
                add(
                    "eligible.idTwice",
                    "eligible[\(index)].id",
                    "Warunek „\(need.id)” występuje dwa razy.",
                    "The condition “\(need.id)” occurs twice."
                )
            }
            checkExpression(need.need, path: "eligible[\(index)].need")
        }
    }

    mutating func checkExpression(_ source: String, path: String) {
        let known = context.attributes.map { Set($0.keys).union(Self.ownNames) }
        do throws(ExpressionError) {
            _ = try Expression(parsing: source, knownNames: known)
        } catch {
            let message = error.message
            add(
                "expression.\(error.code.rawValue)",
                path,
                message.text(in: .polish),
                message.text(in: .english),
                suggestion: error.suggestion
            )
        }
    }

    mutating func checkSessions() {
        if rules.sessions.count > Self.sessionCountMax {
            add("sessions.tooMany", "sessions", "Za dużo sesji.", "Too many sessions.")
        }
        let ids = Set(rules.sessions.map(\.id))
        var seen: Set<String> = []
        for (index, session) in rules.sessions.enumerated() {
            let path = "sessions[\(index)]"
            if !seen.insert(session.id).inserted {
                add(
                    "sessions.idTwice",
                    path + ".id",
                    "Sesja „\(session.id)” występuje dwa razy.",
                    "The session “\(session.id)” occurs twice."
                )
            }
            checkSeats(session.seats, path: path + ".seats")
            for other in session.overlaps where !ids.contains(other) {
                add(
                    "sessions.overlapUnknown",
                    path + ".overlaps",
                    "Nie ma sesji „\(other)”.",
                    "There is no session “\(other)”."
                )
            }
            if let need = session.need { checkExpression(need, path: path + ".need") }
            checkQuotas(session.quotas, path: path + ".quotas", seats: session.seats)
        }
        checkGroups()
    }
}
