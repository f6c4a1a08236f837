import FieldKinds
import FormModel

/// Answers as JSON text in the database: readable without this program, and quick to read with it.
///
/// A text is a string, a consent `true`, several choices an array; the other kinds are objects with one telling key:
/// `{"date":"2023-12-14"}`, `{"number":"12.5"}`, `{"name":{…}}`, `{"document":{…}}`, `{"group":[…]}`.
enum StoredAnswers {
    static func json(of values: [String: AnswerValue]) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, json(of: $0.value)) })
    }

    static func json(of value: AnswerValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        case .choices(let keys): .array(keys.map(JSONValue.string))
        case .number(let number): .object([.init("number", .string(number.description))])
        case .date(let date): .object([.init("date", .string(date.description))])
        case .name(let name): .object([.init("name", json(of: name))])
        case .identityDocument(let document): .object([.init("document", json(of: document))])
        case .group(let entries): .object([.init("group", .array(entries.map(json(of:))))])
        }
    }

    private static func json(of name: PersonName) -> JSONValue {
        var members = [JSONValue.Member("full", .string(name.full))]
        if let given = name.given { members.append(.init("given", .string(given))) }
        if let surname = name.surname { members.append(.init("surname", .string(surname))) }
        if name.isSplitProposed { members.append(.init("proposed", .bool(true))) }
        return .object(members)
    }

    private static func json(of document: IdentityDocument) -> JSONValue {
        var members: [JSONValue.Member] = []
        if let kind = document.kind { members.append(.init("kind", .string(kind.rawValue))) }
        if let number = document.number { members.append(.init("number", .string(number))) }
        if let validTo = document.validTo { members.append(.init("validTo", .string(validTo.description))) }
        return .object(members)
    }

    static func values(from text: String) throws(RegistryError) -> [String: AnswerValue] {
        guard let members = try parse(text).members else { throw RegistryError(.damaged, detail: "answers") }
        return try values(from: members)
    }

    private static func values(from members: [JSONValue.Member]) throws(RegistryError) -> [String: AnswerValue] {
        var values: [String: AnswerValue] = [:]
        values.reserveCapacity(members.count)
        for member in members { values[member.key] = try value(from: member.value) }
        return values
    }

    static func value(from json: JSONValue) throws(RegistryError) -> AnswerValue {
        switch json {
        case .string(let text): return .text(text)
        case .bool(let flag): return .flag(flag)
        case .array(let elements): return .choices(elements.compactMap(\.text))
        case .object(let members):
            if members.count == 1, let value = try taggedValue(members[0]) { return value }
        default: break
        }
        throw RegistryError(.damaged, detail: "answer value")
    }

    private static func taggedValue(_ member: JSONValue.Member) throws(RegistryError) -> AnswerValue? {
        switch member.key {
        case "number": return member.value.text.flatMap { DecimalNumber($0) }.map(AnswerValue.number)
        case "date": return member.value.text.flatMap { CalendarDate(iso: $0) }.map(AnswerValue.date)
        case "name": return .name(name(from: member.value))
        case "document": return .identityDocument(document(from: member.value))
        case "group":
            var entries: [[String: AnswerValue]] = []
            for entry in member.value.elements ?? [] { entries.append(try values(from: entry.members ?? [])) }
            return .group(entries)
        default: return nil
        }
    }

    private static func name(from json: JSONValue) -> PersonName {
        PersonName(
            full: json["full"]?.text ?? "",
            given: json["given"]?.text,
            surname: json["surname"]?.text,
            isSplitProposed: json["proposed"]?.flag ?? false
        )
    }

    private static func document(from json: JSONValue) -> IdentityDocument {
        IdentityDocument(
            kind: json["kind"]?.text.flatMap(IdentityDocument.Kind.init(rawValue:)),
            number: json["number"]?.text,
            validTo: json["validTo"]?.text.flatMap { CalendarDate(iso: $0) }
        )
    }

    static func parse(_ text: String) throws(RegistryError) -> JSONValue {
        do {
            return try JSONParser.parse(text)
        } catch {
            throw RegistryError(.damaged, detail: "stored JSON", cause: error)
        }
    }
}
