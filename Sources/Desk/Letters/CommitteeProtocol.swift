import Documents
import FieldKinds
import FormModel

/// Values of the committee's record: rules, numbers, quotas, ties, result by number, and what repeats it.
struct CommitteeProtocol {
    struct Member: Sendable {
        var name: String
        var function: String

        init(name: String, function: String = "") {
            self.name = name
            self.function = function
        }
    }

    /// How far one row of a quota was met.
    struct QuotaRow: Sendable {
        var label: String
        var minimum: Int?
        var maximum: Int?
        var chosen: Int

        init(label: String, minimum: Int? = nil, maximum: Int? = nil, chosen: Int) {
            self.label = label
            self.minimum = minimum
            self.maximum = maximum
            self.chosen = chosen
        }
    }

    var setting: LetterSetting
    var applications: [RankedApplication]
    var members: [Member]
    var quotas: [QuotaRow]
    /// SHA-256 of the frozen pool.
    var poolDigest: String
    var rulesDigest: String
    var seed: String?
    /// Version of the program.
    var program: String
    /// Sentences for what the committee wants noted: rules that could not be met, conflicts of interest.
    var notes: [String]
    var draw: DrawEvidence

    init(
        _ setting: LetterSetting,
        applications: [RankedApplication],
        members: [Member] = [],
        quotas: [QuotaRow] = [],
        poolDigest: String,
        rulesDigest: String = "",
        seed: String? = nil,
        program: String = "",
        notes: [String] = [],
        draw: DrawEvidence = DrawEvidence(nil)
    ) {
        self.setting = setting.speaking(.protocol_)
        self.applications = RankedApplication.sorted(applications)
        self.members = members
        self.quotas = quotas
        self.poolDigest = poolDigest
        self.rulesDigest = rulesDigest
        self.seed = seed
        self.program = program
        self.notes = (draw.isRehearsal ? [DrawEvidence.rehearsal(setting.language)] : []) + notes
        self.draw = draw
    }

    private var isPolish: Bool { setting.language == .polish }

    func values() -> DataValue {
        var object = HouseValues(setting: setting).object()
        object["facts"] = facts.value
        object["rows"] = .array(applications.map(row))
        object["protocol"] = .object([
            ("method", .string(method)),
            ("members", .array(memberRows)),
            ("quotas", .array(quotas.map(quota))),
            ("ties", .array(ties.map { .string($0) })),
            ("notes", .array(notes.map { .string($0) })),
            ("evidence", evidence.value),
        ])
        return .object(object)
    }

    /// Three lines to sign where nobody was named: the paper is filled in by hand.
    private var memberRows: [DataValue] {
        let shown = members.isEmpty ? Array(repeating: Member(name: ""), count: 3) : members
        return shown.map { .object([("name", .string($0.name)), ("function", .string($0.function))]) }
    }

    private func row(_ application: RankedApplication) -> DataValue {
        .object([
            ("rank", application.decision.rank.map { .integer($0) } ?? .null),
            ("code", .string(application.code.text)),
            ("total", .string(application.total.map { PointColumns.text($0, in: setting.language) } ?? "–")),
            ("outcome", .string(RankedApplication.outcome(application.decision.outcome, in: setting.language))),
            ("reason", .string(application.decision.reason.text.text(in: setting.language))),
        ])
    }

    private func quota(_ row: QuotaRow) -> DataValue {
        .object([
            ("label", .string(row.label)),
            ("minimum", .string(row.minimum.map(String.init) ?? "–")),
            ("maximum", .string(row.maximum.map(String.init) ?? "–")),
            ("chosen", .string(String(row.chosen))),
        ])
    }

    private var facts: FactRows {
        var facts = FactRows(setting)
        let counts = Dictionary(grouping: applications, by: \.decision.outcome).mapValues(\.count)
        facts.add(isPolish ? "Data" : "Date", DateText.long(setting.today, in: setting.language))
        facts.add(isPolish ? "Miejsc" : "Places", setting.activity?.capacity.map(String.init) ?? "")
        facts.add(isPolish ? "Rozpatrzonych zgłoszeń" : "Applications considered", String(applications.count))
        for outcome in Decision.Outcome.allCases {
            let label = RankedApplication.outcome(outcome, in: setting.language)
            if let count = counts[outcome] {
                facts.add(label.prefix(1).uppercased() + label.dropFirst(), String(count))
            }
        }
        return facts
    }

    private var method: String {
        switch (setting.activity?.selection?.method, isPolish) {
        case (.fcfs, true): "Miejsca przyznano w kolejności wpływu zgłoszeń spełniających warunki."
        case (.fcfs, false): "Places were given in the order of receipt to those who meet the conditions."
        case (.ranking, true): "Miejsca przyznano według liczby punktów, od największej, z zachowaniem limitów."
        case (.ranking, false): "Places were given by points, highest first, within the quotas."
        case (.lottery, true): "Miejsca rozlosowano z podanego ziarna, z zachowaniem limitów."
        case (.lottery, false): "Places were drawn by lot from the seed given, within the quotas."
        case (.curated, true): "Komisja wybrała uczestników i podała powód każdego wyboru."
        case (.curated, false): "The committee chose the participants and gave a reason for each choice."
        case (nil, true): "Udział był otwarty dla wszystkich, którzy spełniają warunki."
        case (nil, false): "Everybody who meets the conditions could take part."
        }
    }

    /// Applications with equal points, in the order in which they ended up.
    private var ties: [String] {
        let byTotal = Dictionary(grouping: applications.filter { $0.total != nil }, by: \.total)
        return byTotal.filter { $0.value.count > 1 }.sorted { ($0.key ?? 0) > ($1.key ?? 0) }.map { total, tied in
            let points = PointColumns.text(total ?? 0, in: setting.language)
            return points + (isPolish ? " pkt: " : " points: ") + tied.map(\.code.text).joined(separator: ", ")
        }
    }

    private var evidence: FactRows {
        var rows = FactRows(setting)
        rows.add(isPolish ? "Skrót puli zgłoszeń" : "Digest of the pool", poolDigest)
        rows.add(isPolish ? "Skrót reguł" : "Digest of the rules", rulesDigest)
        rows.add(isPolish ? "Ziarno losowania" : "Seed", seed ?? "")
        for (label, value) in draw.rows(setting.language, timeZone: setting.event.timeZone) { rows.add(label, value) }
        rows.add(isPolish ? "Program" : "Program", program)
        return rows
    }
}
