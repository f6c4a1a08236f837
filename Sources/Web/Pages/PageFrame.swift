import FormModel

/// What stands around every public page: title, languages, organiser, funding.
struct PageFrame: Sendable {
    let library: PageLibrary
    let organiser: Organiser
    private let texts: [InterfaceLanguage: [String: String]]

    init(library: PageLibrary, organiser: Organiser) {
        self.library = library
        self.organiser = organiser
        texts = Dictionary(uniqueKeysWithValues: InterfaceLanguage.allCases.map { ($0, PublicText.all($0)) })
    }

    /// How the languages are called by those who speak them.
    static func name(of language: InterfaceLanguage) -> String {
        switch language {
        case .polish: "Polski"
        case .english: "English"
        case .ukrainian: "Українська"
        case .russian: "Русский"
        case .belarusian: "Беларуская"
        }
    }

    /// The values of the frame for a page of an event, or of no event.
    func values(title: String, language: InterfaceLanguage, event: EventDefinition? = nil) -> PageValues {
        var values = PageValues()
        values["page-title"] = title
        values["lang"] = language.rawValue
        values.set("t", PageValues(texts[language] ?? [:]))
        values["style-address"] = library.address(of: "style.css")
        values["script-address"] = library.address(of: "form.js")
        let organiser = event?.organiser ?? organiser
        values["organiser"] = organiser.name
        values["organiser-address"] = organiser.address
        let contact = event?.contact
        values["contact-email"] = contact.map(\.email).flatMap { $0.isEmpty ? nil : $0 } ?? organiser.email
        values["contact-phone"] = contact.map(\.phone).flatMap { $0.isEmpty ? nil : $0 } ?? organiser.phone
        values["data-contact"] = organiser.dataProtectionContact
        if let event {
            values["event-title"] = event.title.text(in: language)
            values["event-address"] = "/e/\(event.slug)?lang=\(language.rawValue)"
            values["funding"] = event.marking.fundingSentence.text(in: language)
            values.set(
                "logos",
                event.marking.logos.enumerated().map { index, logo in
                    PageValues(["address": "/e/\(event.slug)/logo/\(index + 1)", "alt": logo.alternativeText])
                }
            )
        } else {
            values.set("logos", [])
        }
        return values
    }

    /// Links to the same page in the other languages, for pages where nothing is typed.
    func languageLinks(_ offered: [InterfaceLanguage], chosen: InterfaceLanguage, path: String) -> [PageValues] {
        guard offered.count > 1 else { return [] }
        return offered.map { language in
            var link = PageValues(["code": language.rawValue, "name": Self.name(of: language)])
            link["address"] = "\(path)?lang=\(language.rawValue)"
            link.set("isChosen", language == chosen)
            return link
        }
    }
}
