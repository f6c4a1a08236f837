public import FormModel
import Foundation

/// The maps of an event's blank forms, beside the blanks themselves: `forms/<event>/<form>-<language>-<version>.json`.
///
/// Files stay for ever, since paper printed from an older event file still comes in. A file that a person corrected is
/// taken as it is.
public struct FormMapStore: Sendable {
    private let folder: String

    /// Maps of the event in this workspace.
    public init(workspace: Workspace, event: String) {
        folder = workspace.folder + "/forms/" + event
    }

    /// Where the map of a blank lies.
    public func path(form: String, language: InterfaceLanguage, version: String) -> String {
        "\(folder)/\(stem(form: form, language: language, version: version)).json"
    }

    /// Where the blank itself lies, as a PDF to compare scans with.
    public func blankPath(form: String, language: InterfaceLanguage, version: String) -> String {
        "\(folder)/\(stem(form: form, language: language, version: version)).pdf"
    }

    private func stem(form: String, language: InterfaceLanguage, version: String) -> String {
        OutputFile.safeName("\(form)-\(language.rawValue)-\(version)")
    }

    /// Every map of the event, with the path of its file, in the order of their names.
    public func all() throws(DeskError) -> [(path: String, map: FormMap)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var maps: [(String, FormMap)] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            let path = folder + "/" + name
            maps.append((path, try FormMapFile.read(path)))
        }
        return maps
    }

    /// The map with that version, if it was ever made here.
    public func map(version: String) throws(DeskError) -> FormMap? {
        try all().first { $0.map.version == version }?.map
    }

    /// Keeps a map and its blank. A map file that is there already may hold a person's corrections and stays.
    @discardableResult
    public func keep(_ map: FormMap, blank: [UInt8]) throws(DeskError) -> String {
        let path = path(form: map.form, language: map.language, version: map.version)
        let blankPath = blankPath(form: map.form, language: map.language, version: map.version)
        if !FileManager.default.fileExists(atPath: blankPath) { try OutputFile.write(blank, to: blankPath) }
        if !FileManager.default.fileExists(atPath: path) { try OutputFile.write(Array(map.text.utf8), to: path) }
        return path
    }
}

/// One map file.
public enum FormMapFile {
    private static let byteCountMax = 16 << 20

    /// Reads and checks a map; what is wrong with it is said with its place.
    public static func read(_ path: String) throws(DeskError) -> FormMap {
        guard let data = FileManager.default.contents(atPath: path), data.count <= byteCountMax else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać mapy formularza „\(path)”.",
                "The form map “\(path)” cannot be read."
            )
        }
        let map: FormMap
        do throws(FormMapError) {
            map = try FormMap(bytes: [UInt8](data))
        } catch {
            let place = place(of: error, in: data)
            throw DeskError(
                .fileFaulty,
                "Mapa formularza „\(path)” ma błąd (\(place.polish)): \(polish(error.code)). Popraw plik albo usuń go, a powstanie na nowo.",
                "The form map “\(path)” has a fault (\(place.english)): \(english(error.code)). Mend the file, or remove it to have it made again."
            )
        }
        guard let fault = map.faults.first else { return map }
        throw DeskError(
            .fileFaulty,
            "Mapa formularza „\(path)”: \(polish(fault)). Popraw plik albo usuń go, a powstanie na nowo.",
            "The form map “\(path)”: \(english(fault)). Mend the file, or remove it to have it made again."
        )
    }

    /// Refuses a map of another print: its places would be read where today's form asks something else.
    static func check(_ map: FormMap, at path: String, is version: String) throws(DeskError) {
        guard map.version != version else { return }
        throw DeskError(
            .fileFaulty,
            "Mapa „\(path)” należy do innego wydania formularza (\(map.version)), dzisiejsze to \(version). Podaj inną nazwę rysunku (-o) albo usuń mapę, a powstanie na nowo.",
            "The map “\(path)” belongs to another edition of the form (\(map.version)), today's is \(version). Name another drawing (-o), or remove the map to have it made again."
        )
    }

    /// Line and column of a fault in the JSON itself, else the member.
    private static func place(of error: FormMapError, in data: Data) -> (polish: String, english: String) {
        guard error.code == .malformed, let offset = Int(error.place.filter(\.isNumber)) else {
            return (error.place, error.place)
        }
        let before = data.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count + 1
        return ("wiersz \(line), kolumna \(column)", "line \(line), column \(column)")
    }

    private static func polish(_ code: FormMapError.Code) -> String {
        switch code {
        case .malformed: "tu kończy się poprawny JSON; sprawdź przecinki, cudzysłowy i nawiasy"
        case .member: "brakuje tego elementu albo jest innego rodzaju"
        case .value: "takiej wartości tu być nie może"
        case .tooMany: "za dużo elementów"
        }
    }

    private static func english(_ code: FormMapError.Code) -> String {
        switch code {
        case .malformed: "the JSON is right up to here; check commas, quotation marks and brackets"
        case .member: "this member is missing or of another kind"
        case .value: "there can be no such value here"
        case .tooMany: "too many elements"
        }
    }

    private static func polish(_ fault: FormMapFault) -> String {
        let names = fault.names.joined(separator: ", ")
        return switch fault.code {
        case .page: "\(names) leży na stronie, której formularz nie ma"
        case .outside: "\(names) wystaje poza stronę"
        case .overlap: "\(names) zachodzą na siebie"
        case .repeatedName: "\(names) występuje dwa razy"
        case .noPlace: "\(names) nie ma miejsca na odpowiedź"
        }
    }

    private static func english(_ fault: FormMapFault) -> String {
        let names = fault.names.joined(separator: ", ")
        return switch fault.code {
        case .page: "\(names) lies on a page that the form has not"
        case .outside: "\(names) reaches over the edge of the page"
        case .overlap: "\(names) overlap"
        case .repeatedName: "\(names) stands twice"
        case .noPlace: "\(names) has no place for an answer"
        }
    }
}
