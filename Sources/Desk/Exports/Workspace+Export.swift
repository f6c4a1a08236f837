import Documents
import FieldKinds
public import FormModel
import Foundation
import Isolation
public import Registry

/// A participant list to be written.
public struct ExportRequest: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case csv, xlsx, json
    }

    public var event: String
    public var format: Format
    /// Keys of columns; empty takes all that are not sensitive.
    public var columns: [String]
    public var query: RegistrationQuery
    /// What the list is for and who gets it; both stand in the journal.
    public var purpose: String
    public var recipient: String
    public var language: InterfaceLanguage

    public init(
        event: String,
        format: Format,
        columns: [String] = [],
        query: RegistrationQuery = RegistrationQuery(limit: Int.max),
        purpose: String = "",
        recipient: String = "",
        language: InterfaceLanguage = .polish
    ) {
        self.event = event
        self.format = format
        self.columns = columns
        self.query = query
        self.purpose = purpose
        self.recipient = recipient
        self.language = language
    }
}

extension Workspace {
    /// Writes a list to a file, or to standard output when `path` is `-`; returns the number of rows. Logged in the
    /// journal with columns, purpose, recipient and operator before the file is handed out.
    public func export(_ request: ExportRequest, to path: String) throws(DeskError) -> Int {
        FreedMemory.keep()
        let event = try event(request.event)
        let columns = try ExportColumns(event: event, chosen: request.columns, language: request.language)
        var query = request.query
        query.event = event.definition.slug
        let rows = ExportRows(registry: registry, query: query, event: event.definition)
        let count = try DeskError.attempt { try registry.read { try $0.registrationCount(query) } }
        let table = TableExport(
            sheet: rows.sheet(columns, name: event.definition.title.text(in: request.language)),
            furtherSheets: columns.groups.map { rows.groupSheet($0, language: request.language) },
            language: request.language
        )
        try noteExport(request, event, columns, count)
        try write(table, request.format, path)
        if let failure = rows.failure { throw failure }
        return min(count, query.limit)
    }

    private func noteExport(
        _ request: ExportRequest,
        _ event: LoadedEvent,
        _ columns: ExportColumns,
        _ count: Int
    ) throws(DeskError) {
        let now = now
        try DeskError.attempt {
            try registry.write { writer in
                try writer.note(
                    .exported,
                    actor: environment.operatorName,
                    at: now,
                    event: event.definition.slug,
                    details: [
                        .init("format", .string(request.format.rawValue)),
                        .init("columns", .array(columns.columns.map { .string($0.column.key) })),
                        .init("rows", .number(String(count))),
                        .init("purpose", .string(request.purpose)),
                        .init("recipient", .string(request.recipient)),
                    ]
                )
            }
        }
    }

    func write(_ table: TableExport, _ format: ExportRequest.Format, _ path: String) throws(DeskError) {
        do {
            switch format {
            case .xlsx:
                guard path != "-" else { return try writeWorkbookToOutput(table) }
                try XLSXExport().write(table, path: path)
            case .csv: try ByteSink.writing(to: path) { sink in try CSVExport().write(table, to: sink) }
            case .json: try ByteSink.writing(to: path) { sink in try JSONExport().write(table, to: sink) }
            }
        } catch let error as DeskError {
            throw error
        } catch {
            throw DeskError(
                .fileUnwritable,
                "Nie można zapisać „\(path)”. Sprawdź uprawnienia i wolne miejsce.",
                "“\(path)” cannot be written. Check permissions and free space."
            )
        }
    }

    /// A workbook cannot be streamed: it is made as a file and then copied out.
    private func writeWorkbookToOutput(_ table: TableExport) throws {
        let temporary = NSTemporaryDirectory() + "nabor-\(environment.randomNumber(Int.max)).xlsx"
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        try XLSXExport().write(table, path: temporary)
        let data = try Data(contentsOf: URL(fileURLWithPath: temporary))
        try ByteSink.writing(to: "-") { sink in try data.withUnsafeBytes(sink) }
    }
}
