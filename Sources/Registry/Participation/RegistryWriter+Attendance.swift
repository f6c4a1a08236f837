public import FormModel
import GRDB

/// Whether somebody was at a session.
public struct AttendanceRow: Hashable, Sendable {
    public enum Presence: String, Sendable, CaseIterable {
        case present, absent, excused
    }

    public var registrationID: Int64
    public var activity: String
    public var session: String
    public var presence: Presence

    public init(registrationID: Int64, activity: String, session: String, presence: Presence) {
        self.registrationID = registrationID
        self.activity = activity
        self.session = session
        self.presence = presence
    }
}

/// A fee that was paid.
public struct PaymentRow: Hashable, Sendable {
    public var registrationID: Int64
    public var activity: String
    public var amount: DecimalNumber
    /// ISO 4217.
    public var currency: String
    public var paidOn: CalendarDate

    public init(
        registrationID: Int64,
        activity: String,
        amount: DecimalNumber,
        currency: String,
        paidOn: CalendarDate
    ) {
        self.registrationID = registrationID
        self.activity = activity
        self.amount = amount
        self.currency = currency
        self.paidOn = paidOn
    }
}

extension RegistryReader {
    public func attendance(event: String) throws -> [AttendanceRow] {
        try attendance("WHERE r.event = ?", [event])
    }

    public func attendance(ofRegistration id: Int64) throws -> [AttendanceRow] {
        try attendance("WHERE r.id = ?", [id])
    }

    private func attendance(_ condition: String, _ arguments: StatementArguments) throws -> [AttendanceRow] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT a.registrationId, a.activity, a.session, a.presence
                FROM attendance AS a JOIN registration AS r ON r.id = a.registrationId \(condition)
                ORDER BY a.registrationId, a.activity, a.session
                """,
            arguments: arguments
        )
        return try rows.map { row in
            guard let presence = AttendanceRow.Presence(rawValue: row[3]) else {
                throw RegistryError(.damaged, detail: "attendance")
            }
            return AttendanceRow(registrationID: row[0], activity: row[1], session: row[2], presence: presence)
        }
    }

    public func payments(ofRegistration id: Int64) throws -> [PaymentRow] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT activity, amount, currency, paidOn FROM payment WHERE registrationId = ? ORDER BY id",
            arguments: [id]
        )
        return try rows.map { row in
            guard let amount = DecimalNumber(row[1] as String), let paidOn = CalendarDate(iso: row[3] as String) else {
                throw RegistryError(.damaged, detail: "payment")
            }
            return PaymentRow(registrationID: id, activity: row[0], amount: amount, currency: row[2], paidOn: paidOn)
        }
    }
}

extension RegistryWriter {
    /// Notes presence; noting it again replaces it (the journal keeps both).
    public func setAttendance(_ row: AttendanceRow, actor: String, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO attendance (registrationId, activity, session, presence, actor, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (registrationId, activity, session)
                DO UPDATE SET presence = excluded.presence, actor = excluded.actor, at = excluded.at
                """,
            arguments: [
                row.registrationID, row.activity, row.session, row.presence.rawValue, actor,
                now.millisecondsSinceEpoch,
            ]
        )
    }

    public func addPayment(_ payment: PaymentRow, actor: String, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO payment (registrationId, activity, amount, currency, paidOn, actor, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                payment.registrationID, payment.activity, payment.amount.description, payment.currency,
                payment.paidOn.description, actor, now.millisecondsSinceEpoch,
            ]
        )
    }
}
