import Documents
import FormModel
import Foundation

/// Fills a template with data from a file, without a workspace: the engine alone.
public struct TemplateRendering: Sendable {
    public enum Undefined: String, CaseIterable, Sendable {
        case error, empty, keep, mark
    }

    public var undefined: Undefined
    /// Treats undefined values and prints numbers as docxtpl does.
    public var isCompatible: Bool
    /// One document with a section a record.
    public var makesBook: Bool
    /// Pattern of file names with `{number}` or `{path.to.value}`.
    public var namePattern: String?

    public init(
        undefined: Undefined = .error,
        isCompatible: Bool = false,
        makesBook: Bool = false,
        namePattern: String? = nil
    ) {
        self.undefined = undefined
        self.isCompatible = isCompatible
        self.makesBook = makesBook
        self.namePattern = namePattern
    }

    /// What was written.
    public struct Report: Sendable {
        public var files: [String]
        public var warnings: [String]
    }

    /// - Parameter output: `X.docx` for one record, `X.zip`, else a folder.
    public func render(template path: String, data dataPath: String, output: String) throws(DeskError) -> Report {
        let template = try Self.template(path, isCompatible: isCompatible)
        let (records, isSingle) = try Self.records(dataPath)
        var options = RenderOptions(undefined: RenderOptions.Undefined(rawValue: undefined.rawValue) ?? .error)
        let folder = (dataPath as NSString).deletingLastPathComponent
        options.file = { name in Self.picture(name, beside: folder) }
        let batch = BatchRenderer(template: template, options: options, workerCount: 2)
        let names = try names(records)
        do {
            if makesBook {
                let book = try batch.book(records)
                try OutputFile.write(book.bytes, to: output)
                return Report(files: [output], warnings: book.warnings.map(Self.text))
            }
            if output.lowercased().hasSuffix(".docx") {
                guard isSingle else { throw Self.severalRecords(records.count) }
                let document = try template.render(records[0], options: options)
                try OutputFile.write(document.bytes, to: output)
                return Report(files: [output], warnings: document.warnings.map(Self.text))
            }
            if output.lowercased().hasSuffix(".zip") {
                try OutputFile.write(try batch.zip(records, names: names), to: output)
                return Report(files: [output], warnings: [])
            }
            try OutputFile.makeFolder(output)
            try batch.writeFolder(records, path: output, names: names)
            let written = names ?? records.indices.map { Self.number($0) + ".docx" }
            return Report(files: written.map { output + "/" + $0 }, warnings: [])
        } catch let error as RenderError {
            throw Self.failure(error)
        } catch let error as DeskError {
            throw error
        } catch {
            throw DeskError(.renderFailed, "Nie udało się: \(error).", "Failed: \(error).")
        }
    }

    static func template(
        _ path: String,
        isCompatible: Bool = false,
        keepsOneLetterWords: Bool = false
    ) throws(DeskError) -> Template {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .templateMissing,
                "Nie ma szablonu „\(path)”.",
                "There is no template “\(path)”."
            )
        }
        do {
            let options = TemplateOptions(isCompatible: isCompatible, keepsOneLetterWords: keepsOneLetterWords)
            return try Template.cached(bytes: [UInt8](data), options: options)
        } catch {
            throw DeskError(
                .fileFaulty,
                "Szablon „\(path)” zawiera błędy; popraw je w Wordzie i powtórz polecenie.",
                "The template “\(path)” has faults; mend them in Word and repeat the command.",
                faults: error.faults.map { FileCheck.fault(of: $0, .error) }
            )
        }
    }

    static func failure(_ error: RenderError) -> DeskError {
        let place = [error.part, error.place, error.tag].filter { !$0.isEmpty }.joined(separator: ", ")
        let names = error.names.isEmpty ? "" : " " + error.names.joined(separator: ", ")
        let record = error.record.map { " (rekord \($0 + 1))" } ?? ""
        return DeskError(
            .renderFailed,
            "\(error.message.text(in: .polish))\(names)\(record) \(place)",
            "\(error.message.text(in: .english))\(names)\(record.replacing("rekord", with: "record")) \(place)"
        )
    }

    // MARK: Data

    /// A JSON object, a JSON array of objects, or JSON Lines.
    private static func records(_ path: String) throws(DeskError) -> (records: [DataValue], isSingle: Bool) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”.",
                "The file “\(path)” cannot be read."
            )
        }
        do {
            let records = try DataReader.records([UInt8](data))
            return (records, records.count == 1)
        } catch {
            throw DeskError(
                .fileUnreadable,
                "\(path), wiersz \(error.line), znak \(error.column): to nie jest poprawny JSON.",
                "\(path), line \(error.line), column \(error.column): this is no valid JSON."
            )
        }
    }

    /// Pictures named by the data lie beside it; nothing outside of that folder is opened.
    private static func picture(_ name: String, beside folder: String) -> [UInt8]? {
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
        return FileManager.default.contents(atPath: (folder.isEmpty ? "." : folder) + "/" + name).map { [UInt8]($0) }
    }

    private static func severalRecords(_ count: Int) -> DeskError {
        DeskError(
            .valueInvalid,
            "Danych jest \(count); podaj folder, plik .zip albo --book.",
            "There are \(count) records; give a folder, a .zip file or --book."
        )
    }

    private func names(_ records: [DataValue]) throws(DeskError) -> [String]? {
        guard let namePattern else { return nil }
        var seen: Set<String> = []
        return records.enumerated().map { index, record in
            var name = OutputFile.safeName(Self.filled(namePattern, record, index))
            if !name.hasSuffix(".docx") { name += ".docx" }
            // Two people of one name get two files.
            if !seen.insert(name).inserted { name = Self.number(index) + "-" + name }
            return name
        }
    }

    private static func filled(_ pattern: String, _ record: DataValue, _ index: Int) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let path = rest[rest.index(after: open)..<close]
            result += path == "number" ? number(index) : text(at: path, of: record)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func text(at path: Substring, of record: DataValue) -> String {
        var value: DataValue? = record
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value?.text ?? ""
    }

    private static func number(_ index: Int) -> String {
        let digits = String(index + 1)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func text(_ warning: RenderWarning) -> String { "\(warning.code.rawValue): \(warning.tag)" }
}
