import FormModel

/// A leximin lottery as whole numbers in JSON: rows, kinds of applications, lists with tickets, proof.
enum LotteryJSON {
    static func json(of lottery: LeximinLottery, _ model: LotteryModel) -> JSONValue {
        let program = model.program
        let rows = program.rowLower.indices.map { row in
            var members: [JSONValue.Member] = []
            if let own = model.model.problemRow[row] {
                members.append(.init("label", .string(model.model.problem.rows[own].label)))
            }
            if program.rowLower[row] > -QuotaRow.unlimited {
                members.append(.init("min", number(program.rowLower[row])))
            }
            if program.rowUpper[row] < QuotaRow.unlimited {
                members.append(.init("max", number(program.rowUpper[row])))
            }
            return JSONValue.object(members)
        }
        let columns = program.columns.indices.map { column in
            var members: [JSONValue.Member] = [
                .init("uses", RecordWriter.json(of: program.columns[column])),
                .init("supply", number(model.supply[column])),
                .init("min", number(program.lower[column])),
                .init("max", number(program.upper[column])),
            ]
            if let move = model.move[column] {
                members += [.init("moves", number(move.from)), .init("option", number(move.option))]
            }
            return JSONValue.object(members)
        }
        let bound = lottery.certificate.bound(model)
        return .object([
            .init("rows", .array(rows)),
            .init("columns", .array(columns)),
            .init("itemColumns", .array(model.columnOfItem.map { number($0) })),
            .init("tickets", number(lottery.tickets)),
            .init("lists", .array(lottery.entries.map(json))),
            .init("isBoundAttained", .bool(lottery.isBoundAttained)),
            .init(
                "certificate",
                .object([
                    .init("weights", .array(lottery.certificate.weights.map { number($0) })),
                    .init("multipliers", .array(lottery.certificate.multipliers.map { number($0) })),
                    .init("numerator", .string(bound.map { String($0.numerator) } ?? "1")),
                    .init("denominator", .string(bound.map { String($0.denominator) } ?? "1")),
                ])
            ),
        ])
    }

    private static func number(_ value: Int) -> JSONValue { .number(String(value)) }

    private static func json(of entry: LeximinLottery.Entry) -> JSONValue {
        let counts = entry.list.enumerated().filter { $1 != 0 }.map { RowUse($0, $1) }
        return .object([.init("counts", RecordWriter.json(of: counts)), .init("tickets", number(entry.tickets))])
    }

    /// The lists of a commitment, each checked in whole numbers against the rules as they are now; nil when one fails.
    static func lottery(from json: JSONValue, _ model: LotteryModel) -> LeximinLottery? {
        guard let lists = json["lists"]?.elements else { return nil }
        var entries: [LeximinLottery.Entry] = []
        var sum = 0
        for element in lists {
            guard let tickets = element["tickets"]?.integer, (1...TicketPlaces.ticketsMax).contains(tickets),
                let pairs = element["counts"]?.elements
            else { return nil }
            var list = [Int](repeating: 0, count: model.columnCount)
            for pair in pairs {
                guard let column = pair.elements?.first?.integer, list.indices.contains(column),
                    let count = pair.elements?.last?.integer
                else { return nil }
                list[column] = count
            }
            guard model.program.isValid(list) else { return nil }
            entries.append(LeximinLottery.Entry(list: list, tickets: tickets))
            sum += tickets
        }
        guard sum == json["tickets"]?.integer, sum <= TicketPlaces.ticketsMax else { return nil }
        let certificate = LotteryCertificate(
            weights: json["certificate"]?["weights"]?.elements?.compactMap(\.integer) ?? [],
            multipliers: json["certificate"]?["multipliers"]?.elements?.compactMap(\.integer) ?? []
        )
        return LeximinLottery(
            entries: entries,
            certificate: certificate,
            isBoundAttained: json["isBoundAttained"]?.flag ?? false,
            unreachable: []
        )
    }
}
