import Documents
import FieldKinds
import FormModel

/// The values every letter to an applicant gets, beside those of the house. All names that some letter uses exist in
/// each of them, empty where they do not apply, so that organisers can combine texts freely.
struct ApplicantValues {
    let setting: LetterSetting
    let registration: LetterRegistration

    func object() -> DataObject {
        var object = HouseValues(setting: setting).object()
        object["recipient"] = .array(recipient.map { .string($0) })
        object["person"] = person
        object["organisation"] = .object([("name", .string(registration.organisation ?? ""))])
        object["registration"] = .object([
            ("code", .string(registration.code.text)),
            ("channel", .string(channel)),
            ("receivedAt", .string(receivedAt)),
            ("form", .string(setting.text(registration.form.title))),
        ])
        object["answers"] = AnswerValues(setting: setting, registration: registration).value
        object["decision"] = .object([("rank", .null), ("reason", ""), ("criteria", [])])
        object["fee"] = .object([("text", ""), ("words", ""), ("dueBy", "")])
        object["grant"] = .object([("isAwarded", false), ("amount", "")])
        for name in ["confirmBy", "answerBy", "offerTime", "group"] { object[name] = "" }
        for name in ["facts", "gaps", "schedule"] { object[name] = [] }
        return object
    }

    /// The lines above the subject: who gets the letter.
    private var recipient: [String] {
        let person = registration.personName.map { NamePrinting.sensible($0.full) }
        var lines: [String] = []
        for line in [person, registration.organisation] {
            if let line, !line.isEmpty, !lines.contains(line) { lines.append(line) }
        }
        return registration.form.applicant == .organisation ? lines.reversed() : lines
    }

    private var person: DataValue {
        let name = registration.personName
        let given = name?.given ?? ""
        let first = given.split(separator: " ").first.map(String.init) ?? ""
        return .object([
            ("name", .string(registration.printedName)),
            ("given", .string(NamePrinting.sensible(given))),
            ("surname", .string(NamePrinting.sensible(name?.surname ?? ""))),
            ("addressForm", .string(registration.addressForm)),
            ("salutation", .string(salutation)),
            ("vocative", .string(Vocative.of(NamePrinting.sensible(first)) ?? "")),
        ])
    }

    /// A salutation without a name is right for everybody; English uses the full name, which has no forms.
    private var salutation: String {
        switch (setting.language, registration.addressForm) {
        case (.polish, "pani"): "Szanowna Pani,"
        case (.polish, "pan"): "Szanowny Panie,"
        case (.polish, _): "Szanowni Państwo,"
        case (.english, _):
            registration.personName.map { "Dear \(NamePrinting.sensible($0.full))," } ?? "Dear Sir or Madam,"
        case (.ukrainian, "pani"): "Шановна пані,"
        case (.ukrainian, "pan"): "Шановний пане,"
        case (.ukrainian, _): "Доброго дня,"
        case (.russian, _): "Здравствуйте,"
        case (.belarusian, "pani"): "Паважаная спадарыня,"
        case (.belarusian, "pan"): "Паважаны спадар,"
        case (.belarusian, _): "Добры дзень,"
        }
    }

    var channel: String {
        switch registration.channel {
        case .web: setting.word(.web)
        case .mail: setting.word(.mail)
        case .paper: setting.word(.paper)
        case .phone: setting.word(.phone)
        case .nomination: setting.word(.nomination)
        }
    }

    var receivedAt: String {
        DateText.moment(registration.receivedAt, timeZone: setting.event.timeZone, in: setting.language)
    }
}
