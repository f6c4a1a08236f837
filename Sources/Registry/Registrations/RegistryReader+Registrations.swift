public import FormModel
import GRDB

extension RegistryReader {
    /// Registrations in Polish order of their names; equal names by order of entry.
    public func registrations(_ query: RegistrationQuery) throws -> [RegistrationRow] {
        var (sql, arguments) = Self.condition(query)
        sql += " ORDER BY sortKey, id LIMIT ? OFFSET ?"
        arguments += [query.limit, query.offset]
        let select = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM registration \(sql)")
        let cursor = try Row.fetchCursor(select, arguments: arguments)
        var rows: [RegistrationRow] = []
        // Row by row: `fetchAll` would copy every text once more.
        while let row = try cursor.next() { rows.append(try RegistrationRow(row: row)) }
        return rows
    }

    /// A page of registrations with the number of all that the query finds. Where a text is searched for, everybody's text
    /// is looked at once only.
    public func registrationPage(_ query: RegistrationQuery) throws -> (rows: [RegistrationRow], total: Int) {
        guard let text = query.searchText, !text.isEmpty else {
            return (try registrations(query), try registrationCount(query))
        }
        let (sql, arguments) = Self.condition(query)
        let select = try database.cachedStatement(sql: "SELECT id FROM registration \(sql) ORDER BY sortKey, id")
        let ids = try Int64.fetchAll(select, arguments: arguments)
        let page = ids.dropFirst(query.offset).prefix(query.limit)
        return (try page.compactMap { try registration(id: $0) }, ids.count)
    }

    /// How many registrations the query would find without its limit.
    public func registrationCount(_ query: RegistrationQuery) throws -> Int {
        if let kept = try keptCount(query) { return kept }
        let (sql, arguments) = Self.condition(query)
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM registration \(sql)", arguments: arguments) ?? 0
    }

    /// Hands out every registration of the query in Polish order without holding more than one; limit and offset count.
    public func forEachRegistration(
        _ query: RegistrationQuery,
        _ body: (RegistrationRow) throws -> Void
    ) throws {
        var (sql, arguments) = Self.condition(query)
        sql += " ORDER BY sortKey, id LIMIT ? OFFSET ?"
        arguments += [query.limit, query.offset]
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT \(Self.columns) FROM registration \(sql)",
            arguments: arguments
        )
        while let row = try cursor.next() { try body(RegistrationRow(row: row)) }
    }

    public func registration(code: RegistrationCode) throws -> RegistrationRow? {
        let select = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM registration WHERE code = ?")
        return try Row.fetchOne(select, arguments: [code.text]).map(RegistrationRow.init(row:))
    }

    public func registration(id: Int64) throws -> RegistrationRow? {
        let select = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM registration WHERE id = ?")
        return try Row.fetchOne(select, arguments: [id]).map(RegistrationRow.init(row:))
    }

    public func registrations(ofSource id: Int64) throws -> [RegistrationRow] {
        let select = try database.cachedStatement(
            sql: "SELECT \(Self.columns) FROM registration WHERE sourceId = ? ORDER BY id"
        )
        return try Row.fetchAll(select, arguments: [id]).map(RegistrationRow.init(row:))
    }

    public func isCodeFree(_ code: RegistrationCode) throws -> Bool {
        let select = try database.cachedStatement(sql: "SELECT 1 FROM registration WHERE code = ?")
        return try Int.fetchOne(select, arguments: [code.text]) == nil
    }

    /// The answers with all evidence ever added: the newest value, the evidence of every version in order.
    public func answers(ofRegistration id: Int64) throws -> AnswerSet {
        let select = try database.cachedStatement(
            sql: "SELECT answers FROM answerVersion WHERE registrationId = ? ORDER BY number"
        )
        var folded = AnswerSet()
        for text in try String.fetchAll(select, arguments: [id]) {
            for (field, newer) in try StoredEvidence.answers(from: text).byField {
                var answer = newer
                answer.evidence = (folded[field]?.evidence ?? []) + newer.evidence
                folded[field] = answer
            }
        }
        // A field whose answer was taken away keeps its evidence in the versions, but is no answer any more.
        guard let row = try registration(id: id) else { return folded }
        folded.byField = folded.byField.filter { row.values[$0.key] != nil }
        return folded
    }

    static let columns = """
        id, code, event, form, eventVersionId, state, channel, language, receivedAt, enteredAt, sourceId, sourcePlace,
        name, possibleDuplicateOf, mergedInto, answers, findings, reviewFields
        """

    private static func condition(_ query: RegistrationQuery) -> (String, StatementArguments) {
        var parts: [String] = []
        var arguments: StatementArguments = []
        func add(_ sql: String, _ values: [any DatabaseValueConvertible]) {
            parts.append(sql)
            arguments += StatementArguments(values)
        }
        if let event = query.event { add("event = ?", [event]) }
        if !query.states.isEmpty {
            add("state IN (\(marks(query.states.count)))", query.states.map(\.rawValue))
        }
        if let channel = query.channel { add("channel = ?", [channel.rawValue]) }
        if let moment = query.modifiedAfter {
            add("code IN (SELECT code FROM journal WHERE at > ?)", [moment.millisecondsSinceEpoch])
        }
        if query.onlySuspects { parts.append("possibleDuplicateOf IS NOT NULL") }
        if let text = query.searchText, !text.isEmpty { add("instr(searchText, ?) > 0", [text]) }
        if query.activity != nil || !query.participationStates.isEmpty {
            var inner = "SELECT 1 FROM participation AS p WHERE p.registrationId = registration.id"
            var values: [any DatabaseValueConvertible] = []
            if let activity = query.activity {
                inner += " AND p.activity = ?"
                values.append(activity)
            }
            if !query.participationStates.isEmpty {
                inner += " AND p.state IN (\(marks(query.participationStates.count)))"
                values += query.participationStates.map(\.rawValue)
            }
            add("EXISTS (\(inner))", values)
        }
        return (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "), arguments)
    }

    private static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

extension RegistrationRow {
    init(row: Row) throws {
        guard let code = RegistrationCode(row[1] as String), let state = RegistrationState(rawValue: row[5]),
            let channel = Channel(rawValue: row[6]), let language = InterfaceLanguage(rawValue: row[7])
        else { throw RegistryError(.damaged, detail: "registration") }
        let review: String = row[17]
        self.init(
            id: row[0],
            code: code,
            event: row[2],
            form: row[3],
            eventVersionID: row[4],
            state: state,
            channel: channel,
            language: language,
            receivedAt: Instant(millisecondsSinceEpoch: row[8]),
            enteredAt: Instant(millisecondsSinceEpoch: row[9]),
            sourceID: row[10],
            sourcePlace: row[11],
            name: row[12],
            possibleDuplicateOf: row[13],
            mergedInto: row[14],
            values: try StoredAnswers.values(from: row[15]),
            findings: try StoredFindings.findings(from: row[16]),
            reviewFields: review.isEmpty ? [] : review.split(separator: "\n").map(String.init)
        )
    }
}
