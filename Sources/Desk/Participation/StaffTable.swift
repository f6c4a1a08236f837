import FormModel
import Isolation
import ReaderProtocol
import Registry

/// Small tables that staff bring: scores, attendance. Read by the reader process like everything from outside.
enum StaffTable {
    struct Row {
        var number: Int
        var values: [String: String]
    }

    static func rows(of path: String, readerPath: String?) throws(DeskError) -> [Row] {
        guard let worker = try? ReaderWorker(configuration: ReaderConfiguration(executable: readerPath)) else {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        guard let handle = try? SourceHandle(path: path),
            case .table(let rows, _) = worker.read(handle, job: ReaderJob(hint: ReaderJob.hint(fileName: path) ?? .csv))
        else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać tabeli „\(path)”. Potrzebny jest CSV albo XLSX z nagłówkami w pierwszym wierszu.",
                "The table “\(path)” cannot be read. A CSV or XLSX with heads in the first row is needed."
            )
        }
        return rows.compactMap { row in
            row.reading.map { reading in
                let values = reading.fields.map { ($0.name.lowercased(), $0.value) }
                return Row(number: row.number, values: Dictionary(values) { first, _ in first })
            }
        }
    }

    /// The value under a head that the table must have.
    static func value(_ row: Row, _ head: String, _ path: String) throws(DeskError) -> String {
        if let value = row.values[head], !value.isEmpty { return value }
        throw DeskError(
            .valueInvalid,
            "\(path), wiersz \(row.number): brakuje wartości w kolumnie „\(head)”. Niczego nie zapisano.",
            "\(path), row \(row.number): column “\(head)” has no value. Nothing was recorded."
        )
    }
}

extension Workspace {
    /// Scores from a table with the heads code, criterion, points, assessor.
    public func scoreEntries(csv path: String) throws(DeskError) -> [ScoreEntry] {
        var entries: [ScoreEntry] = []
        for row in try StaffTable.rows(of: path, readerPath: environment.readerPath) {
            entries.append(
                ScoreEntry(
                    code: try StaffTable.value(row, "code", path),
                    criterion: try StaffTable.value(row, "criterion", path),
                    points: try StaffTable.value(row, "points", path),
                    assessor: try StaffTable.value(row, "assessor", path),
                    hasConflict: Self.isYes(row.values["conflict"])
                )
            )
        }
        return entries
    }

    /// Presence from a table with the heads code, session, present (yes, no or excused).
    public func attendanceEntries(csv path: String) throws(DeskError) -> [AttendanceEntry] {
        var entries: [AttendanceEntry] = []
        for row in try StaffTable.rows(of: path, readerPath: environment.readerPath) {
            let present = row.values["present"] ?? "yes"
            let isExcused = ["excused", "usprawiedliwiona", "u"].contains(present.lowercased())
            entries.append(
                AttendanceEntry(
                    code: try StaffTable.value(row, "code", path),
                    session: try StaffTable.value(row, "session", path),
                    presence: isExcused ? .excused : Self.isYes(present) ? .present : .absent
                )
            )
        }
        return entries
    }

    /// Payments from a table with the heads code, amount, date and, where several activities charge, activity.
    public func paymentEntries(csv path: String) throws(DeskError) -> [PaymentEntry] {
        var entries: [PaymentEntry] = []
        for row in try StaffTable.rows(of: path, readerPath: environment.readerPath) {
            entries.append(
                PaymentEntry(
                    code: try StaffTable.value(row, "code", path),
                    amount: try StaffTable.value(row, "amount", path),
                    date: try StaffTable.value(row, "date", path),
                    activity: row.values["activity"]
                )
            )
        }
        return entries
    }

    private static func isYes(_ text: String?) -> Bool {
        ["yes", "tak", "1", "true", "x", "present", "obecny", "obecna", "+"].contains(text?.lowercased() ?? "")
    }
}
