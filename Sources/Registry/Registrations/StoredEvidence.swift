import FieldKinds
import FormModel

/// Answers with all their evidence as JSON text: one row of `answerVersion` holds what one act of reading or
/// correcting added.
enum StoredEvidence {
    static func text(of answers: AnswerSet) -> String {
        let members = answers.byField.sorted { $0.key < $1.key }.map { key, answer in
            JSONValue.Member(key, json(of: answer))
        }
        return JSONValue.object(members).jsonText
    }

    private static func json(of answer: Answer) -> JSONValue {
        var members = [
            JSONValue.Member("value", StoredAnswers.json(of: answer.value)),
            JSONValue.Member("confidence", .number(short(answer.confidence))),
            JSONValue.Member("evidence", .array(answer.evidence.map(json(of:)))),
        ]
        if answer.fieldVersion != 1 { members.append(.init("fieldVersion", .number(String(answer.fieldVersion)))) }
        return .object(members)
    }

    private static func json(of evidence: Evidence) -> JSONValue {
        var members = [
            JSONValue.Member("kind", .string(evidence.kind.rawValue)),
            JSONValue.Member("place", .string(evidence.place)),
            JSONValue.Member("raw", .string(evidence.raw)),
            JSONValue.Member("score", .number(short(evidence.score))),
        ]
        if let page = evidence.page { members.append(.init("page", .number(String(page)))) }
        if let box = evidence.box {
            members.append(.init("box", .array([box.x, box.y, box.width, box.height].map { .number(short($0)) })))
        }
        if let name = evidence.operatorName { members.append(.init("operator", .string(name))) }
        return .object(members)
    }

    /// Three decimals are more than any score is worth.
    private static func short(_ value: Double) -> String {
        let thousandths = Int64((value * 1000).rounded())
        return DecimalNumber(unscaled: thousandths, scale: 3)?.description ?? "0"
    }

    static func answers(from text: String) throws(RegistryError) -> AnswerSet {
        var answers = AnswerSet()
        for member in try StoredAnswers.parse(text).members ?? [] {
            guard let value = member.value["value"] else { throw RegistryError(.damaged, detail: "evidence") }
            answers[member.key] = Answer(
                value: try StoredAnswers.value(from: value),
                confidence: member.value["confidence"]?.double ?? 0,
                evidence: (member.value["evidence"]?.elements ?? []).compactMap(evidence(from:)),
                fieldVersion: member.value["fieldVersion"]?.integer ?? 1
            )
        }
        return answers
    }

    private static func evidence(from json: JSONValue) -> Evidence? {
        guard let kind = json["kind"]?.text.flatMap(Evidence.Kind.init(rawValue:)) else { return nil }
        let sides = (json["box"]?.elements ?? []).compactMap(\.double)
        return Evidence(
            kind: kind,
            place: json["place"]?.text ?? "",
            page: json["page"]?.integer,
            box: sides.count == 4 ? PageBox(x: sides[0], y: sides[1], width: sides[2], height: sides[3]) : nil,
            raw: json["raw"]?.text ?? "",
            score: json["score"]?.double ?? 0,
            operatorName: json["operator"]?.text
        )
    }
}
