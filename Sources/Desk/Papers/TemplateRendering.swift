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
    /// A PDF beside each document.
    public var makesPDF: Bool
    /// Pattern of file names with `{number}` or `{path.to.value}`.
    public var namePattern: String?

    public init(
        undefined: Undefined = .error,
        isCompatible: Bool = false,
        makesBook: Bool = false,
        makesPDF: Bool = false,
        namePattern: String? = nil
    ) {
        self.undefined = undefined
        self.isCompatible = isCompatible
        self.makesBook = makesBook
        self.makesPDF = makesPDF
        self.namePattern = namePattern
    }

    /// What was written.
    public struct Report: Sendable {
        public var files: [String]
        public var warnings: [String]
        /// Documents of which LibreOffice could not make a PDF.
        public var unconverted: [String] = []
    }

    /// Threads that render; a letter takes so little that more would wait for the disk.
    private static let workerCount = 2

    /// - Parameter output: `X.docx` for one record, `X.zip`, else a folder.
    public func render(
        template path: String,
        data dataPath: String,
        output untrimmedOutput: String,
        progress: PaperProgressListener? = nil
    ) throws(DeskError) -> Report {
        if makesPDF { try PDFConversion.requireConverter() }
        let output =
            untrimmedOutput.count > 1 && untrimmedOutput.hasSuffix("/")
            ? String(untrimmedOutput.dropLast()) : untrimmedOutput
        let template = try Self.template(path, isCompatible: isCompatible)
        let (records, isSingle) = try Self.records(dataPath)
        var options = RenderOptions(undefined: RenderOptions.Undefined(rawValue: undefined.rawValue) ?? .error)
        let folder = (dataPath as NSString).deletingLastPathComponent
        options.file = { name in Self.picture(name, beside: folder) }
        let batch = BatchRenderer(template: template, options: options, workerCount: Self.workerCount)
        do {
            if makesBook { return try single(batch.book(records), output) }
            if output.lowercased().hasSuffix(".docx") {
                guard isSingle else { throw Self.severalRecords(records.count) }
                return try single(template.render(records[0], options: options), output)
            }
            let names = try names(records)
            if output.lowercased().hasSuffix(".zip") { return try zip(batch, records, names, output, progress) }
            return try self.folder(batch, records, names, output, progress)
        } catch let error as RenderError {
            throw Self.failure(error)
        } catch let error as DeskError {
            throw error
        } catch {
            throw DeskError(.renderFailed, "Nie udało się: \(error).", "Failed: \(error).")
        }
    }

    // MARK: Kinds of output

    private func single(_ document: RenderedDocument, _ output: String) throws(DeskError) -> Report {
        try OutputFile.write(document.bytes, to: output)
        var report = Report(files: [output], warnings: document.warnings.map(Self.text))
        if makesPDF { try addPDFs(&report, PaperFiles([output], listener: nil)) }
        return report
    }

    private func folder(
        _ batch: BatchRenderer,
        _ records: [DataValue],
        _ names: [String]?,
        _ output: String,
        _ progress: PaperProgressListener?
    ) throws -> Report {
        let names = names ?? BatchRenderer.names(count: records.count)
        // The fields NEXT and SKIPIF leave records without a file of their own.
        let paths = try batch.documentPositions(in: records).map { output + "/" + names[$0] }
        let isNew = !FileManager.default.fileExists(atPath: output)
        try OutputFile.makeFolder(output)
        let files = PaperFiles(paths, listener: progress)
        let warnings: [Int: [RenderWarning]]
        do {
            warnings = try batch.writeFolder(records, path: output, names: names) { files.noteWritten() }
        } catch {
            // A refused batch leaves nothing behind; a folder that holds anything stays.
            if isNew { rmdir(output) }
            throw error
        }
        var report = Report(files: paths, warnings: Self.lines(warnings))
        if makesPDF { try addPDFs(&report, files) }
        return report
    }

    private func addPDFs(_ report: inout Report, _ files: PaperFiles) throws(DeskError) {
        let converted = try files.convert()
        let documents = report.files
        report.unconverted = documents.indices.filter { converted[$0] == nil }.map { documents[$0] }
        report.files = documents.enumerated().flatMap { place, path in
            converted[place] == nil ? [path] : [path, PaperFiles.pdfPath(path)]
        }
    }

    /// With PDFs the ZIP holds each document and, behind it, its PDF.
    private func zip(
        _ batch: BatchRenderer,
        _ records: [DataValue],
        _ names: [String]?,
        _ output: String,
        _ progress: PaperProgressListener?
    ) throws -> Report {
        guard makesPDF else {
            try OutputFile.write(try batch.zip(records, names: names), to: output)
            return Report(files: [output], warnings: [])
        }
        let folder = try ScratchPapers()
        defer { folder.remove() }
        let inner = try self.folder(batch, records, names, folder.path, progress)
        let members = inner.files.map { path in
            (name: (path as NSString).lastPathComponent, bytes: FileManager.default.contents(atPath: path) ?? Data())
        }
        try OutputFile.write(try ZipBundle.bytes(members.map { ($0.name, [UInt8]($0.bytes)) }), to: output)
        let unconverted = inner.unconverted.map { ($0 as NSString).lastPathComponent }
        return Report(files: [output], warnings: inner.warnings, unconverted: unconverted)
    }

    static func template(
        _ path: String,
        isCompatible: Bool = false,
        keepsOneLetterWords: Bool = false
    ) throws(DeskError) -> Template {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .templateMissing,
                "Nie ma szablonu „\(path)”. Sprawdź nazwę i folder.",
                "There is no template “\(path)”. Check its name and folder."
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

    /// What is wrong, then the names that lack, the record and the place, as far as they are known.
    static func failure(_ error: RenderError) -> DeskError {
        func sentence(_ language: InterfaceLanguage, missing: String, record: String) -> String {
            let place = FileCheck.place(error.part, error.place, error.tag)
            var parts = [place.isEmpty ? "" : place + ":", error.message.text(in: language)]
            if !error.names.isEmpty { parts.append("\(missing): \(error.names.joined(separator: ", ")).") }
            if let number = error.record { parts.append("\(record): \(number + 1).") }
            return parts.filter { !$0.isEmpty }.joined(separator: " ")
        }
        return DeskError(
            .renderFailed,
            sentence(.polish, missing: "Brakuje", record: "Pierwszy taki rekord"),
            sentence(.english, missing: "Missing", record: "First record concerned")
        )
    }

    // MARK: Data

    /// A JSON object, a JSON array of objects, or JSON Lines.
    private static func records(_ path: String) throws(DeskError) -> (records: [DataValue], isSingle: Bool) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”. Sprawdź nazwę i uprawnienia.",
                "The file “\(path)” cannot be read. Check its name and permissions."
            )
        }
        do {
            let records = try DataReader.records([UInt8](data))
            return (records, records.count == 1)
        } catch {
            throw DeskError(
                .fileUnreadable,
                "\(path), wiersz \(error.line), znak \(error.column): tu kończy się poprawny JSON. Popraw dane i powtórz polecenie.",
                "\(path), line \(error.line), column \(error.column): valid JSON ends here. Correct the data and repeat the command."
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
            "Rekordów jest \(count): podaj folder albo plik .zip, albo dodaj --book.",
            "There are \(count) records: name a folder or a .zip file, or add --book."
        )
    }

    private func names(_ records: [DataValue]) throws(DeskError) -> [String]? {
        guard let namePattern else { return nil }
        var seen: Set<String> = []
        return records.enumerated().map { index, record in
            var name = OutputFile.safeName(Self.filled(namePattern, record, index, records.count))
            if !name.hasSuffix(".docx") { name += ".docx" }
            // Two people of one name get two files.
            if !seen.insert(name).inserted { name = Self.number(index, records.count) + "-" + name }
            return name
        }
    }

    private static func filled(_ pattern: String, _ record: DataValue, _ index: Int, _ count: Int) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let path = rest[rest.index(after: open)..<close]
            result += path == "number" ? number(index, count) : text(at: path, of: record)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func text(at path: Substring, of record: DataValue) -> String {
        var value: DataValue? = record
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value?.text ?? ""
    }

    /// The number that `0001.docx` has in its name, with as many digits as the count needs.
    private static func number(_ index: Int, _ count: Int) -> String {
        let digits = String(index + 1)
        return String(repeating: "0", count: max(0, max(4, String(count).count) - digits.count)) + digits
    }

    private static func text(_ warning: RenderWarning) -> String { "\(warning.code.rawValue): \(warning.tag)" }

    /// Warnings of a batch, each with its record's number.
    private static func lines(_ warnings: [Int: [RenderWarning]]) -> [String] {
        warnings.sorted { $0.key < $1.key }.flatMap { place, list in list.map { "\(place + 1): " + text($0) } }
    }
}
