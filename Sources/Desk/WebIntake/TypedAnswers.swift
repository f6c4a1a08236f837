import FieldKinds
import FormModel

/// Reads what was typed into a web form: each text by its field's kind. Nothing is matched by label, since the form is
/// our own and every text comes under its field's name.
struct TypedAnswers {
    private(set) var answers = AnswerSet()
    /// What the kinds say about the texts, by path.
    private(set) var issues: [String: [KindIssue]] = [:]

    private let typed: TypedForm
    private let context: ReadingContext

    init(_ typed: TypedForm, readers: [FieldReader], context: ReadingContext) {
        self.typed = typed
        self.context = context
        for reader in readers {
            let field = reader.field
            if field.kind == .group {
                readGroup(reader)
            } else if let (value, raw) = read(reader, path: field.key) {
                answers[field.key] = answer(value, field, [evidence(field.key, raw)])
            }
        }
    }

    private mutating func readGroup(_ reader: FieldReader) {
        var entries: [[String: AnswerValue]] = []
        var evidence: [Evidence] = []
        for number in 1...max(1, typed.entryCount(of: reader.field)) {
            var entry: [String: AnswerValue] = [:]
            for inner in reader.inner {
                let path = FieldPath.inner(reader.field.key, number, inner.field.key)
                guard let (value, raw) = read(inner, path: path) else { continue }
                entry[inner.field.key] = value
                evidence.append(self.evidence(path, raw))
            }
            entries.append(entry)
        }
        while entries.last?.isEmpty == true { entries.removeLast() }
        guard !entries.isEmpty else { return }
        answers[reader.field.key] = answer(.group(entries), reader.field, evidence)
    }

    private mutating func read(_ reader: FieldReader, path: String) -> (AnswerValue, raw: String)? {
        switch reader.field.kind {
        case .file:
            guard let upload = typed.uploads[path] else { return nil }
            let name = reader.read(upload.name, in: context)?.value ?? .text(upload.sha256)
            return (name, "sha256:" + upload.sha256)
        case .consent:
            // A box left empty says no just as clearly as one that is ticked says yes.
            let isGiven = typed.text(path) == Self.consentGiven
            return (.flag(isGiven), isGiven ? "true" : "false")
        case .identityDocument: return readDocument(reader, path: path)
        default: break
        }
        let texts = typed.texts[path] ?? []
        guard let reading = reader.read(all: texts, in: context) else { return nil }
        if !reading.issues.isEmpty { issues[path] = reading.issues }
        return (reading.value, texts.joined(separator: "; "))
    }

    private mutating func readDocument(_ reader: FieldReader, path: String) -> (AnswerValue, raw: String)? {
        let parts = FieldPath.parts(of: reader.field).map { typed.text(path + $0) }
        guard !parts[1].allSatisfy(\.isWhitespace) || !parts[2].isEmpty else { return nil }
        var document = IdentityDocument(kind: IdentityDocument.Kind(rawValue: parts[0]))
        document.number = parts[1].allSatisfy(\.isWhitespace) ? nil : parts[1]
        var dateIssues: [KindIssue] = []
        let day = FieldReader(FieldDefinition(key: "validTo", kind: .date, label: "")).read(parts[2], in: context)
        if case .date(let date)? = day?.value { document.validTo = date } else { dateIssues = day?.issues ?? [] }
        let checked = reader.check(.identityDocument(document), in: context)
        if !(checked.issues + dateIssues).isEmpty { issues[path] = checked.issues + dateIssues }
        return (checked.value, parts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The value of a ticked consent box.
    static let consentGiven = "true"

    private func answer(_ value: AnswerValue, _ field: FieldDefinition, _ evidence: [Evidence]) -> Answer {
        Answer(value: value, confidence: 1, evidence: evidence, fieldVersion: field.version)
    }

    private func evidence(_ path: String, _ raw: String) -> Evidence {
        Evidence(kind: .web, place: "form/" + path, raw: raw, score: 1)
    }
}
