import FormModel

/// What a lottery's record must say about everybody who took part, worked out again from its items, tickets and seed.
struct LotteryDecisions {
    let json: JSONValue
    let items: [JSONValue]
    let columnOfItem: [Int]
    let supply: [Int]
    /// Tickets times places, by column.
    let shares: [Int]
    let seed: Seed
    let ticket: Int
    /// Tickets of the whole draw.
    let tickets: Int
    /// The option of each item on the list drawn.
    let chosen: [Int: Int]

    /// The decisions in their order, with the members this lottery fixes.
    private func expected() -> [[String: JSONValue]] {
        let size = json["rules"]?["reserve"]?["size"]?.integer ?? .max
        var all: [[String: JSONValue]] = []
        for isSelected in [true, false] {
            var rank = 0
            var leftOut: [[String: JSONValue]] = []
            for place in sorted(by: isSelected ? .order : .reserve) where (chosen[place] != nil) == isSelected {
                let ids = items[place]["ids"]?.elements ?? []
                let fits = isSelected || rank + ids.count <= size && columnOfItem[place] >= 0
                for id in ids {
                    var decision = reason(place, isSelected: isSelected)
                    decision["id"] = id
                    let outcome: Decision.Outcome = isSelected ? .selected : fits ? .waitlisted : .notSelected
                    decision["outcome"] = .string(outcome.rawValue)
                    decision["session"] = session(place)
                    guard fits else {
                        leftOut.append(decision)
                        continue
                    }
                    rank += 1
                    decision["rank"] = .number(String(rank))
                    all.append(decision)
                }
            }
            all += leftOut
        }
        return all
    }

    /// The session of somebody chosen; nil where there are none.
    private func session(_ place: Int) -> JSONValue? {
        guard let option = chosen[place], let types = json["types"]?.elements,
            let type = items[place]["type"]?.integer, types.indices.contains(type),
            let options = types[type]["options"]?.elements, options.indices.contains(option),
            let session = options[option]["session"]?.integer, let sessions = json["sessions"]?.elements,
            sessions.indices.contains(session)
        else { return nil }
        return sessions[session]
    }

    private func sorted(by purpose: LotteryNumber.Purpose) -> [Int] {
        let numbers = items.map { item in
            let name = item["party"]?.text.map { "party:" + $0 } ?? item["ids"]?.elements?.first?.text ?? ""
            return LotteryNumber.number(of: name, for: purpose, seed: seed)
        }
        return items.indices.sorted { numbers[$0].lexicographicallyPrecedes(numbers[$1]) }
    }

    private func reason(_ place: Int, isSelected: Bool) -> [String: JSONValue] {
        let column = columnOfItem[place]
        guard column >= 0, supply[column] > 0 else { return ["reason": .string(ReasonCode.noSession.rawValue)] }
        let percent = ChanceText.percent(shares[column], of: tickets * supply[column])
        let types = json["types"]?.elements ?? []
        let type = items[place]["type"]?.integer ?? 0
        let isGuaranteed = types.indices.contains(type) && types[type]["guaranteed"]?.flag == true
        if isSelected, isGuaranteed {
            return ["reason": .string(ReasonCode.selectedGuaranteed.rawValue), "parameters": .object([])]
        }
        if isSelected {
            return [
                "reason": .string(ReasonCode.selectedLottery.rawValue),
                "parameters": .object([.init("p", .string(percent)), .init("t", .string(String(ticket)))]),
            ]
        }
        if shares[column] == 0 { return ["reason": .string(ReasonCode.noList.rawValue)] }
        return [
            "reason": .string(ReasonCode.notDrawn.rawValue), "parameters": .object([.init("p", .string(percent))]),
        ]
    }

    func differences() -> [Difference] {
        let recorded = json["decisions"]?.elements ?? []
        let expected = expected()
        var found: [Difference] = []
        guard recorded.count >= expected.count else {
            return [Difference(path: "decisions", recorded: "\(recorded.count)", expected: "\(expected.count)")]
        }
        for (index, own) in expected.enumerated() {
            if own["session"] == nil, let session = recorded[index]["session"] {
                let path = "decisions[\(index)].session"
                found.append(Difference(path: path, recorded: session.jsonText, expected: "absent"))
            }
            for (key, value) in own.sorted(by: { $0.key < $1.key }) {
                guard let known = recorded[index][key], CanonicalJSON.bytes(of: known) == CanonicalJSON.bytes(of: value)
                else {
                    found.append(
                        Difference(
                            path: "decisions[\(index)].\(key)",
                            recorded: recorded[index][key]?.jsonText ?? "absent",
                            expected: value.jsonText
                        )
                    )
                    continue
                }
            }
        }
        for index in expected.count..<recorded.count {
            if recorded[index]["reason"]?.text == ReasonCode.selectedGuest.rawValue, recorded[index]["rank"] == nil {
                continue
            }
            let outcome = recorded[index]["outcome"]?.text.flatMap(Decision.Outcome.init)
            if outcome != .notSelected && outcome != .ineligible || recorded[index]["rank"] != nil {
                found.append(
                    Difference(
                        path: "decisions[\(index)].outcome",
                        recorded: "a place",
                        expected: "no part in the draw"
                    )
                )
            }
        }
        return found
    }
}

/// The numbers of a problem as one hash: with it in the commitment nothing of them can be changed after the seed.
enum ProblemHash {
    static let keys = [
        "eventStart", "eventEnd", "kept", "rows", "types", "items", "fillsFirst", "softCount", "sessions",
    ]

    static func hash(of record: JSONValue) -> String {
        Digest.sha256(
            CanonicalJSON.bytes(of: .object(keys.map { .init($0, record[$0] ?? .null) }))
        )
    }
}
