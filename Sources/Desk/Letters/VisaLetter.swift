import Documents
import FieldKinds
import FormModel

/// Values of the English letter for a visa: who, passport, stay, host, who pays, who signs.
enum VisaLetter {
    static func values(_ setting: LetterSetting, _ registration: LetterRegistration) -> DataValue {
        var setting = setting
        setting.language = .english
        var object = ApplicantValues(setting: setting, registration: registration).object()
        // The letter goes to a consulate, whoever carries it there.
        object["recipient"] = ["To the Consulate of the Republic of Poland"]
        // It holds what a consulate asks for; no template can make it tell more.
        object["answers"] = nil
        if var person = object["person"]?.members {
            person["salutation"] = "Dear Sir or Madam,"
            object["person"] = .object(person)
        }
        var facts = FactRows(setting)
        facts.add("Name", registration.printedName)
        facts.add("Date of birth", birthDate(registration))
        facts.add("Citizenship", first(registration) { $0.kind == .country && isCitizenship($0.key) })
        facts.add("Passport", passport(registration))
        facts.add("Organisation", registration.organisation ?? "")
        addJourney(setting, to: &facts)
        object["facts"] = facts.value
        return .object(object)
    }

    private static func addJourney(_ setting: LetterSetting, to facts: inout FactRows) {
        let schedule = ActivitySchedule(setting.activity, language: .english)
        facts.add("Purpose", ActivityPhrase(setting: setting).fullTitle)
        facts.add("Event", schedule.span)
        let stay = setting.plan?.texts["stay"].map(setting.text) ?? ""
        facts.add("Stay in Poland", stay.isEmpty ? schedule.span : stay)
        let address = setting.activity.map { $0.address.isEmpty ? $0.place : $0.address } ?? ""
        facts.add("Place", address)
        facts.add("Host", setting.organiser.name)
        let covered = setting.activity?.covered.isEmpty == false
        facts.add("Costs", covered ? "covered by the host as listed below" : "")
    }

    private static func birthDate(_ registration: LetterRegistration) -> String {
        ApplicantIdentity.birthDate(registration.values, registration.form).map { DateText.long($0, in: .english) }
            ?? ""
    }

    private static func isCitizenship(_ key: String) -> Bool {
        key.hasPrefix("citizenship") || key.hasPrefix("nationality") || key == "country"
    }

    /// From an identity document that is a passport, or from fields with a passport's number and validity.
    private static func passport(_ registration: LetterRegistration) -> String {
        for field in registration.form.fields where field.kind == .identityDocument {
            guard case .identityDocument(let document)? = registration.values[field.key], let number = document.number,
                document.kind == .passport || document.kind == .foreignPassport
            else { continue }
            return validity(number, document.validTo)
        }
        let number = first(registration) { $0.kind == .text && $0.key.hasPrefix("passport") }
        let until = registration.form.fields.first { $0.kind == .date && $0.key.hasPrefix("passport") }
        guard !number.isEmpty, let until, case .date(let date)? = registration.values[until.key] else { return number }
        return validity(number, date)
    }

    private static func validity(_ number: String, _ date: CalendarDate?) -> String {
        guard let date else { return number }
        return number + ", valid until " + DateText.long(date, in: .english)
    }

    private static func first(_ registration: LetterRegistration, _ fits: (FieldDefinition) -> Bool) -> String {
        registration.form.fields.filter(fits).lazy.map { registration.text($0.key, in: .english) }.first { !$0.isEmpty }
            ?? ""
    }
}
