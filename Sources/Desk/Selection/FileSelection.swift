import EventFiles
import FieldKinds
import FormModel
import Foundation
import Isolation
import ReaderProtocol
public import Selection

/// Selection from files: a pool as CSV, rules as YAML. Needs no workspace.
public enum FileSelection {
    /// Chooses among the pool; the result's record repeats it.
    public static func run(
        pool path: String,
        rules rulesPath: String,
        seed: String?,
        environment: DeskEnvironment
    ) throws(DeskError) -> SelectionResult {
        let loaded = EventFileLoader.selectionRules(path: rulesPath)
        guard let rules = loaded.value, loaded.errors.isEmpty else {
            throw DeskError(
                .fileFaulty,
                "Plik zasad „\(rulesPath)” zawiera błędy; popraw je i powtórz polecenie.",
                "The rules file “\(rulesPath)” has faults; mend them and repeat the command.",
                faults: loaded.faults
            )
        }
        let pool = try pool(path, environment: environment)
        do {
            return try Selector(rules: rules).run(pool: pool, seed: seed.map { Seed(text: $0) })
        } catch {
            let faults = error.faults.map { fault in
                FileFault(
                    code: fault.code,
                    place: SourcePlace(line: 0, column: 0, path: fault.path),
                    message: fault.message,
                    suggestion: fault.suggestion
                )
            }
            throw DeskError(
                .selectionFailed,
                error.message.text(in: .polish),
                error.message.text(in: .english),
                faults: faults
            )
        }
    }

    /// Repeats a record and compares; empty when everything fits.
    public static func verify(
        record path: String,
        pool poolPath: String?,
        environment: DeskEnvironment
    ) throws(DeskError) -> [Difference] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”.",
                "The file “\(path)” cannot be read."
            )
        }
        guard let poolPath else { return RecordVerifier.verify([UInt8](data)) }
        return RecordVerifier.verify([UInt8](data), pool: try pool(poolPath, environment: environment))
    }

    // MARK: Pool

    /// The pool's own columns; every other one is a text attribute.
    private static let ownColumns: Set<String> = [
        "id", "submitted", "score", "organisation", "address", "party", "guaranteed",
    ]

    private static func pool(_ path: String, environment: DeskEnvironment) throws(DeskError) -> [Candidate] {
        let worker: ReaderWorker
        let handle: SourceHandle
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
            handle = try SourceHandle(path: path)
        } catch {
            throw unreadable(path, error.code == .readerMissing ? "nabor-reader" : path)
        }
        var candidates: [Candidate] = []
        var fault: DeskError?
        let outcome = worker.read(handle, job: ReaderJob(hint: ReaderJob.hint(fileName: path) ?? .csv)) { row in
            do throws(DeskError) {
                candidates.append(try candidate(row, path))
                return true
            } catch {
                fault = error
                return false
            }
        }
        if let fault { throw fault }
        guard case .table = outcome else { throw unreadable(path, path) }
        return candidates
    }

    private static func unreadable(_ path: String, _ subject: String) -> DeskError {
        DeskError(
            .fileUnreadable,
            "Nie można odczytać puli „\(path)” (\(subject)). Potrzebny jest CSV z kolumną id.",
            "The pool “\(path)” cannot be read (\(subject)). A CSV with a column id is needed."
        )
    }

    private static func candidate(_ row: TableRow, _ path: String) throws(DeskError) -> Candidate {
        guard let reading = row.reading else { throw bad(path, row.number, "id") }
        var candidate = Candidate(id: "")
        for field in reading.fields where !field.value.isEmpty {
            switch field.name {
            case "id": candidate.id = field.value
            case "submitted":
                guard let moment = moment(field.value) else { throw bad(path, row.number, "submitted") }
                candidate.submittedAt = moment
            case "score":
                guard let score = Int64(field.value) else { throw bad(path, row.number, "score") }
                candidate.score = score
            case "organisation": candidate.organisation = field.value
            case "address": candidate.address = field.value
            case "party": candidate.party = field.value
            case "guaranteed": candidate.guaranteed = isNo(field.value) ? nil : field.value
            default: candidate.attributes[field.name] = field.value
            }
        }
        guard !candidate.id.isEmpty else { throw bad(path, row.number, "id") }
        return candidate
    }

    /// Milliseconds since 1970, or ISO 8601.
    private static func moment(_ text: String) -> Int64? {
        Int64(text) ?? InstantText.instant(iso: text)?.millisecondsSinceEpoch
    }

    private static func isNo(_ text: String) -> Bool {
        ["0", "no", "nie", "false"].contains(text.lowercased())
    }

    private static func bad(_ path: String, _ row: Int, _ column: String) -> DeskError {
        DeskError(
            .valueInvalid,
            "\(path), wiersz \(row): kolumna „\(column)” nie daje się odczytać. Niczego nie rozstrzygnięto.",
            "\(path), row \(row): column “\(column)” cannot be read. Nothing was decided."
        )
    }
}
