import FieldKinds
import FormModel
import Matching
import Registry

/// Bears e-mail addresses that were read from paper out by a second form of the same person: in the same mail, or among
/// the registrations of any event.
///
/// A second picture of the same sheet is no second form: of the same event's form only an address counts that does not
/// itself rest on a reading of paper alone. Writing by hand, and readings that are doubtful beside, still go to a person,
/// who is told which form has the same address.
struct AddressWitness {
    let checker: FormChecker
    /// Registrations whose names or addresses hold a folded text.
    let registrations: (String) throws -> [RegistrationRow]

    /// Registrations looked at for one address.
    private static let countMax = 100

    /// One form with the same address.
    private struct Witness {
        var place: String
        var form: FormChecker.PreparedForm
        var values: [String: AnswerValue]
        var findings: [Finding]
        var needsReview: [String]
    }

    init(checker: FormChecker, registrations: @escaping (String) throws -> [RegistrationRow]) {
        self.checker = checker
        self.registrations = registrations
    }

    init(checker: FormChecker, reader: RegistryReader) {
        self.init(checker: checker) { text in
            try reader.registrations(RegistrationQuery(searchText: text, limit: Self.countMax))
        }
    }

    /// The form with its crops, once everybody was heard.
    ///
    /// - Parameter others: the other forms of the same mail.
    func heard(_ form: ReadSource.Form, besides others: [ReadSource.Form]) throws -> ReadSource.Form {
        guard let own = prepared(form.checked) else { return form }
        var heard = form
        for field in Self.unconfirmed(form.checked) where own.form.field(field)?.kind == .email {
            guard let address = form.checked.answers[field]?.value.plainText, !address.isEmpty,
                let evidence = try evidence(address, form.checked, own, others)
            else { continue }
            heard.checked.bear(out: field, by: evidence)
        }
        heard.crops.removeAll { !heard.checked.needsReview.contains($0.field) }
        return heard
    }

    private static func unconfirmed(_ checked: CheckedForm) -> [String] {
        checked.findings.filter { $0.code == .emailUnconfirmed }.compactMap(\.field)
    }

    private func prepared(_ checked: CheckedForm) -> FormChecker.PreparedForm? {
        guard let event = checked.event, let form = checked.form else { return nil }
        return checker.prepared(event: event, form: form)
    }

    // MARK: Hearing

    private func evidence(
        _ address: String,
        _ checked: CheckedForm,
        _ own: FormChecker.PreparedForm,
        _ others: [ReadSource.Form]
    ) throws -> Evidence? {
        let person = SamePerson(checked.answers.values, own.form)
        let witnesses = try beside(others) + earlier(address)
        for witness in witnesses where person.isSame(as: SamePerson(witness.values, witness.form.form)) {
            guard let field = field(of: witness, for: address, own) else { continue }
            return Evidence(
                kind: .otherForm,
                place: witness.place + "/" + field,
                raw: address,
                score: SecondSource.confidence
            )
        }
        return nil
    }

    private func beside(_ others: [ReadSource.Form]) -> [Witness] {
        others.compactMap { other in
            guard let form = prepared(other.checked) else { return nil }
            return Witness(
                place: other.place,
                form: form,
                values: other.checked.answers.values,
                findings: other.checked.findings,
                needsReview: other.checked.needsReview
            )
        }
    }

    private func earlier(_ address: String) throws -> [Witness] {
        try registrations(SearchFold.fold(address)).compactMap { row in
            guard let form = checker.prepared(event: row.event, form: row.form) else { return nil }
            return Witness(
                place: "registration[\(row.code)]",
                form: form,
                values: row.values,
                findings: row.findings,
                needsReview: row.reviewFields
            )
        }
    }

    /// The field in which the other form gives the address and may be believed.
    private func field(of witness: Witness, for address: String, _ own: FormChecker.PreparedForm) -> String? {
        witness.form.form.fields.first { field in
            guard field.kind == .email, let theirs = witness.values[field.key]?.plainText,
                theirs.lowercased() == address.lowercased()
            else { return false }
            if !witness.needsReview.contains(field.key) { return true }
            let doubts = Set(witness.findings.filter { $0.field == field.key && $0.code.needsPerson }.map(\.code))
            return doubts == [.emailUnconfirmed] && !isSameForm(witness.form, own)
        }?.key
    }

    private func isSameForm(_ one: FormChecker.PreparedForm, _ other: FormChecker.PreparedForm) -> Bool {
        one.event.definition.slug == other.event.definition.slug && one.form.id == other.form.id
    }
}

extension CheckedForm {
    /// Adds the evidence; where nothing else speaks against the answer, it needs no person any more.
    fileprivate mutating func bear(out field: String, by evidence: Evidence) {
        guard var answer = answers[field] else { return }
        answer.evidence.insert(evidence, at: 0)
        let doubts = findings.filter { $0.field == field && ($0.code.needsPerson || $0.severity == .error) }
        if doubts.allSatisfy({ $0.code == .emailUnconfirmed }) {
            answer.confidence = evidence.score
            findings.removeAll { $0.field == field && $0.code == .emailUnconfirmed }
            needsReview.removeAll { $0 == field }
        }
        answers[field] = answer
    }
}
