import FormModel
import Foundation

/// Rules and contexts as JSON and back. Texts of reasons stay out: the record proves the choice, not the wording.
enum RulesJSON {
    static func json(of rules: SelectionRules) -> JSONValue {
        var plain = rules
        for index in plain.eligible.indices { plain.eligible[index].reason = LocalizedText([:]) }
        return json(encoding: plain)
    }

    static func rules(from json: JSONValue) -> SelectionRules? { decoded(json) }

    static func json(of candidate: Candidate) -> JSONValue { json(encoding: candidate) }

    static func json(of date: CalendarDate?) -> JSONValue { date.map { .string($0.description) } ?? .null }

    private static func json(encoding value: some Encodable) -> JSONValue {
        let encoder = JSONEncoder()
        // Encoding plain values cannot fail; an empty object would be refused by the verifier.
        guard let data = try? encoder.encode(value), let json = try? JSONParser.parse(data) else { return .object([]) }
        return json
    }

    private static func decoded<Value: Decodable>(_ json: JSONValue) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(CanonicalJSON.bytes(of: json)))
    }
}
