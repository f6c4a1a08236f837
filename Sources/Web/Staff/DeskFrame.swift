import Desk
import FormModel
import Registry

/// What stands around every page of the desk.
struct DeskFrame: Sendable {
    let library: PageLibrary
    private let texts: [InterfaceLanguage: [String: String]]

    init(library: PageLibrary) {
        self.library = library
        texts = [.polish: StaffText.all(.polish), .english: StaffText.all(.english)]
    }

    func values(title: String, language: InterfaceLanguage, session: StaffSession?) -> PageValues {
        var values = PageValues()
        values["page-title"] = title
        values["heading"] = title
        values["lang"] = language.rawValue
        values.set("d", PageValues(texts[language] ?? [:]))
        values["style-address"] = library.address(of: "style.css")
        values["desk-style-address"] = library.address(of: "desk.css")
        guard let session else { return values }
        values.set("isSignedIn", true)
        values["staff-name"] = session.account.name
        values["form-token"] = session.formToken
        values.set("isAdministrator", session.account.role == .administrator)
        return values
    }
}
