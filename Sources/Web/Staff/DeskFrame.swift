import Desk
import FormModel
import HTTPTypes
import Registry

/// What stands around every page of the desk.
struct DeskFrame: Sendable {
    let library: PageLibrary
    private let texts: [InterfaceLanguage: [String: String]]

    init(library: PageLibrary) {
        self.library = library
        texts = Dictionary(
            uniqueKeysWithValues: [InterfaceLanguage.polish, .english].map { language in
                (
                    language,
                    Dictionary(uniqueKeysWithValues: StaffText.allCases.map { ($0.rawValue, $0.text(language)) })
                )
            }
        )
    }

    func values(title: String, language: InterfaceLanguage, session: StaffSession?) -> PageValues {
        var values = PageValues()
        values["page-title"] = title
        values["heading"] = title
        values["lang"] = language.rawValue
        values.set("d", PageValues(texts[language] ?? [:]))
        values["style-address"] = library.address(of: "style.css")
        values["desk-style-address"] = library.address(of: "desk.css")
        values["desk-script-address"] = library.address(of: "desk.js")
        guard let session else { return values }
        values.set("isSignedIn", true)
        values["staff-name"] = session.account.name
        values["form-token"] = session.formToken
        values.set("menu", DeskMenu.values(for: session))
        return values
    }
}

extension WebRequest {
    /// The signed-in person; the gate lets nobody else through to the desk's pages.
    func signedIn() throws -> StaffSession {
        guard let staff else { throw WebFault(.notSignedIn) }
        return staff
    }
}

extension Site {
    /// The desk's use cases, done in the name of whoever is signed in.
    func desk(_ session: StaffSession) -> Workspace { intake.workspace.acting(as: session.account.login) }

    /// A page of the desk; `words` are those of its area, under `w.` in the template.
    func deskPage<Words: StaffWords>(
        _ template: String,
        _ title: String,
        _ session: StaffSession,
        words: Words.Type,
        status: HTTPResponse.Status = .ok,
        _ fill: (inout PageValues) throws -> Void
    ) rethrows -> WebReply {
        var values = deskFrame.values(title: title, language: session.language, session: session)
        values.set("w", Words.all(session.language))
        try fill(&values)
        return .page(library.render(template, values), status: status)
    }

    /// The event of a path, as it stands now.
    func event(_ request: WebRequest) throws -> LoadedEvent {
        guard let event = try intake.catalogue.current().event(request.parameters["event"] ?? "") else {
            throw WebFault(.notFound)
        }
        return event
    }
}
