import FieldKinds
import FormModel

/// Whose form it is, as far as another form with the same e-mail address can tell.
///
/// A name alone says nothing, since people share names; an address alone may be a family's. Together they tell, and so do
/// a PESEL number or a telephone number beside the address. Whatever contradicts makes two people of them.
struct SamePerson: Equatable {
    private let name: String?
    private let organisation: String?
    private let pesel: String?
    private let phone: String?
    private let birthDate: CalendarDate?

    init(_ values: [String: AnswerValue], _ form: FormDefinition) {
        let folded = ApplicantIdentity.personName(values, form).map { DuplicateKey.foldedName($0.full) }
        name = folded.flatMap { $0.isEmpty ? nil : $0 }
        organisation = ApplicantIdentity.organisation(values, form).map(SearchFold.fold)
        pesel = Self.first(.pesel, values, form)
        phone = Self.first(.phone, values, form)
        birthDate = ApplicantIdentity.birthDate(values, form)
    }

    private static func first(_ kind: FieldKind, _ values: [String: AnswerValue], _ form: FormDefinition) -> String? {
        form.fields.lazy.filter { $0.kind == kind }.compactMap { values[$0.key]?.plainText }.first { !$0.isEmpty }
    }

    /// Of two forms that give the same address.
    func isSame(as other: SamePerson) -> Bool {
        if let pesel, let theirs = other.pesel { return pesel == theirs }
        if let birthDate, let theirs = other.birthDate, birthDate != theirs { return false }
        let hasSamePhone = phone != nil && phone == other.phone
        guard let name, let theirs = other.name else {
            return hasSamePhone || organisation != nil && organisation == other.organisation
        }
        // One of the names may be left out or misread; a family has another given name and another telephone.
        return name == theirs || hasSamePhone && sharesName(with: theirs)
    }

    private func sharesName(with other: String) -> Bool {
        let words = Set((name ?? "").split(separator: " "))
        return other.split(separator: " ").contains { words.contains($0) }
    }
}
