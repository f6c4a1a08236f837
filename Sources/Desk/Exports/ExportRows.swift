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
            let pages = pageReader()
            var page: [(RegistrationRow, [ParticipationRow])] = []
            var position = 0
            return {
                if position == page.count {
                    page = pages()
                    position = 0
                    if page.isEmpty { return nil }
                }
                defer { position += 1 }
                let (row, participations) = page[position]
                return columns.columns.map { $0.cell(row, participations) }
            }
        }
    }

    /// A repeating group as rows of its own, each with the code of its registration.
    func groupSheet(_ field: FieldDefinition, language: InterfaceLanguage) -> TableExport.Sheet {
        let inner = field.fields.filter { !$0.isSensitive }
        let columns =
            [TableExport.Column(key: "code", title: language == .polish ? "Kod" : "Code")]
            + inner.map { TableExport.Column(key: $0.key, title: $0.label.text(in: language)) }
        return TableExport.Sheet(name: field.label.text(in: language), columns: columns) { [self] in
            let pages = pageReader()
            var waiting: [[TableExport.Cell]] = []
            var isOver = false
            return {
                while waiting.isEmpty, !isOver {
                    let page = pages()
                    isOver = page.isEmpty
                    for (row, _) in page.reversed() {
                        guard case .group(let entries)? = row.values[field.key] else { continue }
                        for entry in entries.reversed() {
                            let cells = inner.map { ExportColumns.cell(entry[$0.key], $0, language) }
                            waiting.append([.text(row.code.text)] + cells)
                        }
                    }
                }
                return waiting.popLast()
            }
        }
    }

    private func pageReader() -> () -> [(RegistrationRow, [ParticipationRow])] {
        var offset = query.offset
        let end = query.limit == Int.max ? Int.max : query.offset + query.limit
        return { [self] in
            guard offset < end else { return [] }
            var page = query
            page.offset = offset
            page.limit = min(Self.pageCount, end - offset)
            offset += page.limit
            return read(page)
        }
    }

    private func read(_ page: RegistrationQuery) -> [(RegistrationRow, [ParticipationRow])] {
        do {
            return try registry.read { reader in
                try reader.registrations(page).map { ($0, try reader.participations(ofRegistration: $0.id)) }
            }
        } catch {
            lock.withLock { firstFailure = firstFailure ?? DeskError(error) }
            return []
        }
    }
}
