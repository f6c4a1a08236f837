import Dispatch
import Documents
import FieldKinds
import FormModel
import Foundation
import Registry

/// The rows of an export, read from the registry in pages so that any number fits into memory.
///
/// Sound: the pages are read by one exporting thread; the lock only guards the note of a failure.
final class ExportRows: @unchecked Sendable {
    /// Registrations read at once.
    static let pageCount = 2000
    /// Pages read while another one is written.
    static let pagesAhead = 2

    private let registry: Registry
    private let query: RegistrationQuery
    private let event: EventDefinition
    private let lock = NSLock()
    private var firstFailure: DeskError?

    init(registry: Registry, query: RegistrationQuery, event: EventDefinition) {
        self.registry = registry
        self.query = query
        self.event = event
    }

    /// Why the rows ended early, if they did.
    var failure: DeskError? { lock.withLock { firstFailure } }

    func sheet(_ columns: ExportColumns, name: String) -> TableExport.Sheet {
        TableExport.Sheet(name: name, columns: columns.columns.map(\.column)) { [self] in
            let pages = pageReader { row, participations in
                [columns.columns.map { $0.cell(row, participations) }]
            }
            return Self.oneByOne(pages)
        }
    }

    /// Unpacks pages; an empty page is the end.
    private static func oneByOne(_ pages: @escaping () -> [[TableExport.Cell]]) -> () -> [TableExport.Cell]? {
        var page: [[TableExport.Cell]] = []
        var position = 0
        return {
            if position == page.count {
                page = pages()
                position = 0
                if page.isEmpty { return nil }
            }
            defer { position += 1 }
            return page[position]
        }
    }

    /// A repeating group as rows of its own, each with the code of its registration.
    func groupSheet(_ field: FieldDefinition, language: InterfaceLanguage) -> TableExport.Sheet {
        let inner = field.fields.filter { !$0.isSensitive }
        let printers = inner.map { FieldPrinter($0) }
        let columns =
            [TableExport.Column(key: "code", title: language == .polish ? "Kod" : "Code")]
            + inner.map { TableExport.Column(key: $0.key, title: $0.label.text(in: language)) }
        return TableExport.Sheet(name: field.label.text(in: language), columns: columns) { [self] in
            let pages = pageReader { row, _ -> [[TableExport.Cell]] in
                guard case .group(let entries)? = row.values[field.key] else { return [] }
                return entries.map { entry in
                    let cells = printers.map { ExportColumns.cell(entry[$0.field.key], $0, language) }
                    return [.text(row.code.text)] + cells
                }
            }
            return Self.oneByOne(pages)
        }
    }

    /// Gives page after page; while one is being written, the next ones are read on other threads.
    private func pageReader<Row: Sendable>(
        _ row: @escaping @Sendable (RegistrationRow, [ParticipationRow]) -> [Row]
    ) -> () -> [Row] {
        var offset = query.offset
        let end = query.limit == Int.max ? Int.max : query.offset + query.limit
        func following() -> PageAhead<Row>? {
            guard offset < end else { return nil }
            var page = query
            page.offset = offset
            page.limit = min(Self.pageCount, end - offset)
            offset += page.limit
            let wanted = page
            return PageAhead { [self] in
                let registrations = read(wanted)
                return (registrations.flatMap { row($0.0, $0.1) }, registrations.isEmpty)
            }
        }
        var ahead = (0..<Self.pagesAhead).compactMap { _ in following() }
        return {
            // A page may hold no rows of a group; only a page without registrations is the last.
            while !ahead.isEmpty {
                let page = ahead.removeFirst()
                let rows = page.rows()
                if page.isLast { ahead = [] } else if let next = following() { ahead.append(next) }
                if !rows.isEmpty { return rows }
            }
            return []
        }
    }

    private func read(_ page: RegistrationQuery) -> [(RegistrationRow, [ParticipationRow])] {
        do {
            return try registry.read { reader in
                let rows = try reader.registrations(page)
                let byID = try reader.participations(ofRegistrations: rows.map(\.id))
                return rows.map { ($0, byID[$0.id] ?? []) }
            }
        } catch {
            lock.withLock { firstFailure = firstFailure ?? DeskError(error) }
            return []
        }
    }
}

/// A page being read on another thread.
///
/// Sound without a lock: written once before the group is left, read after it was waited for.
private final class PageAhead<Row: Sendable>: @unchecked Sendable {
    private var result: [Row] = []
    private var isEmpty = false
    private let group = DispatchGroup()

    init(_ read: @escaping @Sendable () -> (rows: [Row], isEmpty: Bool)) {
        DispatchQueue.global().async(group: group) { [self] in (result, isEmpty) = read() }
    }

    func rows() -> [Row] {
        group.wait()
        return result
    }

    /// Whether there were no registrations left.
    var isLast: Bool {
        group.wait()
        return isEmpty
    }
}
