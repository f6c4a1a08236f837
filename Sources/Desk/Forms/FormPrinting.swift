public import Documents
public import FormModel
import Foundation

/// Makes the blank forms of an event: sheet, printable form with its map, and the form for Word.
public struct FormPrinting: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case pdf, docx
    }

    /// A form that was made.
    public struct Blank: Sendable {
        public let bytes: [UInt8]
        /// Only the printable form has places.
        public let map: FormMap?
        public let form: String
        public let version: String
        public let pageCount: Int?
    }

    private let event: EventDefinition
    private let organiser: Organiser?

    /// `organiser` is the workspace's, for events that name none.
    public init(event: LoadedEvent, organiser: Organiser? = nil) {
        self.event = event.definition
        self.organiser = organiser
    }

    /// The form named, else the event's first.
    public func form(_ id: String?) throws(DeskError) -> FormDefinition {
        guard let id else { return event.forms[0] }
        if let form = event.form(id) { return form }
        let known = event.forms.map(\.id).joined(separator: ", ")
        throw DeskError(
            .unknownForm,
            "Wydarzenie nie ma formularza „\(id)”. Są: \(known).",
            "The event has no form “\(id)”. There are: \(known)."
        )
    }

    public func sheet(form: FormDefinition, language: InterfaceLanguage) -> FormSheet {
        FormSheetBuilder(event: event, form: form, language: language, organiser: organiser).sheet(logos: logos)
    }

    public func make(
        form: FormDefinition,
        language: InterfaceLanguage,
        format: Format
    ) throws(DeskError) -> Blank {
        let sheet = sheet(form: form, language: language)
        do {
            switch format {
            case .pdf:
                let made = try PrintableForm(sheet)
                return Blank(
                    bytes: made.pdf,
                    map: made.map,
                    form: form.id,
                    version: sheet.version,
                    pageCount: made.map.pages.count
                )
            case .docx:
                let bytes = try WordForm.docx(sheet)
                return Blank(bytes: bytes, map: nil, form: form.id, version: sheet.version, pageCount: nil)
            }
        } catch {
            throw DeskError(
                .renderFailed,
                "Nie udało się złożyć formularza (\(error.code.rawValue)). Skróć teksty w pliku wydarzenia i spróbuj ponownie.",
                "The form could not be made (\(error.code.rawValue)). Shorten the texts in the event file and try again."
            )
        }
    }

    /// Pictures of the marking set; those that are missing or no PNG are left out, as letters do.
    private var logos: [FormLogo] {
        event.marking.logos.compactMap { logo in
            let path = (event.folder as NSString).appendingPathComponent(logo.file)
            guard let data = FileManager.default.contents(atPath: path),
                let picture = LetterLogo(bytes: [UInt8](data), alternativeText: logo.alternativeText)
            else { return nil }
            return FormLogo(
                bytes: picture.bytes,
                alternativeText: picture.alternativeText,
                pixelWidth: picture.pixelWidth,
                pixelHeight: picture.pixelHeight
            )
        }
    }
}
