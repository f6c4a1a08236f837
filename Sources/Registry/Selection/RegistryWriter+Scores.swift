public import FormModel
import GRDB

/// Points that one assessor gave one registration for one criterion.
public struct ScoreRow: Hashable, Sendable {
    public var registrationID: Int64
    public var criterion: String
    public var assessor: String
    /// Hundredths of a point.
    public var points: Int64
    public var hasConflict: Bool

    public init(registrationID: Int64, criterion: String, assessor: String, points: Int64, hasConflict: Bool = false) {
        self.registrationID = registrationID
        self.criterion = criterion
        self.assessor = assessor
        self.points = points
        self.hasConflict = hasConflict
    }
}

extension RegistryReader {
    public func scores(ofRegistration id: Int64) throws -> [ScoreRow] {
        try scores("WHERE registrationId = ? ORDER BY criterion, assessor", [id])
    }

    /// The scores of a whole event, by registration.
    public func scores(event: String) throws -> [Int64: [ScoreRow]] {
        let all = try scores(
            """
            WHERE registrationId IN (SELECT id FROM registration WHERE event = ?)
            ORDER BY registrationId, criterion, assessor
            """,
            [event]
        )
        return Dictionary(grouping: all, by: \.registrationID)
    }

    private func scores(_ condition: String, _ arguments: StatementArguments) throws -> [ScoreRow] {
        let sql = "SELECT registrationId, criterion, assessor, points, hasConflict FROM score \(condition)"
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map {
            ScoreRow(registrationID: $0[0], criterion: $0[1], assessor: $0[2], points: $0[3], hasConflict: $0[4])
        }
    }
}

extension RegistryWriter {
    /// Sets an assessor's points; giving them again replaces them (the journal keeps both).
    public func setScore(_ score: ScoreRow, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO score (registrationId, criterion, assessor, points, hasConflict, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (registrationId, criterion, assessor)
                DO UPDATE SET points = excluded.points, hasConflict = excluded.hasConflict, at = excluded.at
                """,
            arguments: [
                score.registrationID, score.criterion, score.assessor, score.points, score.hasConflict,
                now.millisecondsSinceEpoch,
            ]
        )
    }
}
