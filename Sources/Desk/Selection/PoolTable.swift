import FormModel
import Isolation
import ReaderProtocol

/// A pool as a table: the columns that selection knows by name; every other one is an attribute.
struct PoolTable {
    let path: String
    let environment: DeskEnvironment

    /// `points.motivation.ewa`: hundredths that an assessor gave for a criterion.
    private static let pointsPrefix = "points."

    func candidates() throws(DeskError) -> [Candidate] {
        let worker: ReaderWorker
        let handle: SourceHandle
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
            handle = try SourceHandle(path: path)
        } catch {
            throw unreadable(error.code == .readerMissing ? "nabor-reader" : path)
        }
        var candidates: [Candidate] = []
        var fault: DeskError?
        let outcome = worker.read(handle, job: ReaderJob(hint: ReaderJob.hint(fileName: path) ?? .csv)) { row in
            do throws(DeskError) {
                candidates.append(try candidate(row))
                return true
            } catch {
                fault = error
                return false
            }
        }
        if let fault { throw fault }
        if case .failure(let failure) = outcome, failure.code == .sourceLimit { throw tooLarge }
        guard case .table = outcome else { throw unreadable(path) }
        return candidates
    }

    private var tooLarge: DeskError {
        let rows = ReaderLimits.tableRowCountMax
        let megabytes = ReaderLimits.tableByteCountMax >> 20
        return DeskError(
            .fileUnreadable,
            "Pula „\(path)” jest za duża: najwyżej \(rows) wierszy i \(megabytes) MB. Niczego nie rozstrzygnięto.",
            "The pool “\(path)” is too large: at most \(rows) rows and \(megabytes) MB. Nothing was decided."
        )
    }

    private func unreadable(_ subject: String) -> DeskError {
        DeskError(
            .fileUnreadable,
            "Nie można odczytać puli „\(path)” (\(subject)). Potrzebny jest CSV z kolumną id.",
            "The pool “\(path)” cannot be read (\(subject)). A CSV with a column id is needed."
        )
    }

    private func candidate(_ row: TableRow) throws(DeskError) -> Candidate {
        guard let reading = row.reading else { throw bad(row.number, "id") }
        var candidate = Candidate(id: "")
        for field in reading.fields where !field.value.isEmpty {
            guard take(field.name, field.value, &candidate) else { throw bad(row.number, field.name) }
        }
        guard !candidate.id.isEmpty else { throw bad(row.number, "id") }
        return candidate
    }

    /// False when the value cannot be read.
    private func take(_ name: String, _ value: String, _ candidate: inout Candidate) -> Bool {
        switch name {
        case "id": candidate.id = value
        case "submitted":
            candidate.submittedAt = Self.moment(value)
            return candidate.submittedAt != nil
        case "sequence":
            candidate.sequence = Int64(value)
            return candidate.sequence != nil
        case "score":
            candidate.score = Int64(value)
            return candidate.score != nil
        case "seats":
            guard let seats = Int(value) else { return false }
            candidate.seats = seats
        case "organisation": candidate.organisation = value
        case "address": candidate.address = value
        case "party": candidate.party = value
        case "guaranteed": candidate.guaranteed = Self.isNo(value) ? nil : value
        case "guest": candidate.guest = Self.isNo(value) ? nil : value
        case "wishes": candidate.wishes = Self.words(value)
        default:
            guard name.hasPrefix(Self.pointsPrefix) else {
                candidate.attributes[name] = value
                return true
            }
            return takePoints(name, value, &candidate)
        }
        return true
    }

    private func takePoints(_ name: String, _ value: String, _ candidate: inout Candidate) -> Bool {
        let parts = name.dropFirst(Self.pointsPrefix.count).split(separator: ".", maxSplits: 1).map(String.init)
        // A conflict of interest is written instead of points.
        let hasConflict = ["conflict", "konflikt"].contains(value.lowercased())
        guard parts.count == 2, let points = hasConflict ? 0 : Int64(value) else { return false }
        candidate.reviews.append(
            Candidate.Review(reviewer: parts[1], criterion: parts[0], points: points, hasConflict: hasConflict)
        )
        return true
    }

    /// Most wanted first, separated by `|`, `;`, `>` or spaces.
    private static func words(_ text: String) -> [String] {
        text.split { "|;> ".contains($0) }.map(String.init)
    }

    /// Milliseconds since 1970, or ISO 8601.
    private static func moment(_ text: String) -> Int64? {
        Int64(text) ?? InstantText.instant(iso: text)?.millisecondsSinceEpoch
    }

    private static func isNo(_ text: String) -> Bool {
        ["0", "no", "nie", "false"].contains(text.lowercased())
    }

    private func bad(_ row: Int, _ column: String) -> DeskError {
        DeskError(
            .valueInvalid,
            "\(path), wiersz \(row): kolumna „\(column)” nie daje się odczytać. Niczego nie rozstrzygnięto.",
            "\(path), row \(row): column “\(column)” cannot be read. Nothing was decided."
        )
    }
}
