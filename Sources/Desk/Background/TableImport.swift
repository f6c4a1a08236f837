import FieldKinds
public import FormModel
import Foundation
import Isolation
import ReaderProtocol
import Registry

/// A table of another form tool: its columns, and its rows once somebody said which column is which question.
public struct TableImport: Sendable {
    public struct Column: Sendable {
        public var head: String
        /// What stands in the first rows that have something there.
        public var samples: [String]
        /// The field it is taken for; nil when none fits.
        public var guess: String?
    }

    public let path: String
    let readerPath: String?

    /// Columns beyond which nobody's table goes.
    static let columnCountMax = 500
    static let sampleCountMax = 3
    /// Columns about the submission itself, offered beside the form's questions.
    public static let ownColumns = ["received", "submission_id", "language"]

    public init(path: String, workspace: Workspace) {
        self.path = path
        readerPath = workspace.environment.readerPath
    }

    /// The columns in their order with a proposal each, and the number of rows.
    public func columns(for form: FormDefinition) throws(DeskError) -> (columns: [Column], rowCount: Int) {
        var columns: [Column] = []
        var places: [String: Int] = [:]
        let rows = try rows()
        for row in rows {
            for field in row.reading?.fields ?? [] {
                if places[field.name] == nil, columns.count < Self.columnCountMax {
                    places[field.name] = columns.count
                    columns.append(Column(head: field.name, samples: [], guess: Self.guess(field.name, form)))
                }
                guard let place = places[field.name], columns[place].samples.count < Self.sampleCountMax,
                    !field.value.isEmpty
                else { continue }
                columns[place].samples.append(String(field.value.prefix(80)))
            }
        }
        return (columns, rows.count)
    }

    /// The table again as lines of JSON under the names of the form's fields, which is what the intake reads.
    ///
    /// - Parameter mapping: field or own column by head; heads that are not named are left out.
    public func lines(
        _ mapping: [String: String],
        event slug: String,
        form id: String
    ) throws(DeskError) -> [UInt8] {
        var bytes: [UInt8] = []
        // Somebody said which form it is; a few columns alone would not tell.
        let form = [JSONValue.Member("event", .string(slug)), JSONValue.Member("form", .string(id))]
        for row in try rows() {
            guard let fields = row.reading?.fields else { continue }
            let members = fields.compactMap { field -> JSONValue.Member? in
                guard let name = mapping[field.name], !field.value.isEmpty else { return nil }
                return JSONValue.Member(name, .string(field.value))
            }
            guard !members.isEmpty else { continue }
            bytes += Array(JSONValue.object(form + members).jsonText.utf8) + [0x0A]
        }
        return bytes
    }

    private func rows() throws(DeskError) -> [TableRow] {
        guard let worker = try? ReaderWorker(configuration: ReaderConfiguration(executable: readerPath)) else {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        let job = ReaderJob(hint: ReaderJob.hint(fileName: path) ?? .csv, budget: .table)
        guard let handle = try? SourceHandle(path: path), case .table(let rows, _) = worker.read(handle, job: job)
        else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać tabeli. Potrzebny jest CSV albo XLSX z nagłówkami w pierwszym wierszu.",
                "The table cannot be read. A CSV or XLSX with heads in the first row is needed."
            )
        }
        return rows
    }

    /// The field whose key, label or alias is the head, letters folded.
    private static func guess(_ head: String, _ form: FormDefinition) -> String? {
        let folded = SearchFold.fold(head)
        guard !folded.isEmpty else { return nil }
        for field in form.fields {
            let names = [field.key] + field.label.all.map(\.text) + field.aliases
            if names.contains(where: { SearchFold.fold($0) == folded }) { return field.key }
        }
        let times = ["sygnatura czasowa", "timestamp", "received", "data wplywu", "позначка часу"]
        if times.contains(where: { SearchFold.fold($0) == folded }) { return "received" }
        return form.fields.first { field in
            field.label.all.contains { label in
                let label = SearchFold.fold(label.text)
                return label.utf8.count > 4 && folded.utf8.count > 4
                    && (label.hasPrefix(folded) || folded.hasPrefix(label))
            }
        }?.key
    }
}
