import FieldKinds
import FormModel
import Registry

/// A fee somebody paid, as typed.
public struct PaymentEntry: Sendable {
    public var code: String
    public var amount: String
    /// `YYYY-MM-DD`.
    public var date: String
    /// Nil takes the only activity that charges a fee, or the first.
    public var activity: String?

    public init(code: String, amount: String, date: String, activity: String? = nil) {
        self.code = code
        self.amount = amount
        self.date = date
        self.activity = activity
    }
}

extension Workspace {
    /// Records fees that were paid; all entries or none.
    public func pay(_ entries: [PaymentEntry]) throws(DeskError) {
        var payments: [(RegistrationRow, PaymentRow)] = []
        for entry in entries { payments.append(try payment(entry)) }
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                for (row, payment) in payments {
                    try writer.addPayment(payment, actor: actor, at: now)
                    try writer.note(
                        .paid,
                        actor: actor,
                        at: now,
                        event: row.event,
                        code: row.code.text,
                        details: [
                            .init("activity", .string(payment.activity)),
                            .init("amount", .string(payment.amount.description)),
                            .init("paidOn", .string(payment.paidOn.description)),
                        ]
                    )
                }
            }
        }
    }

    private func payment(_ entry: PaymentEntry) throws(DeskError) -> (RegistrationRow, PaymentRow) {
        let row = try row(entry.code)
        let event = try event(row.event)
        let charging = event.definition.activities.filter { $0.fee != nil }
        guard let paid = entry.activity.map({ id in charging.first { $0.id == id } }) ?? charging.first,
            let fee = paid.fee
        else {
            throw DeskError(
                .unknownActivity,
                "To wydarzenie nie pobiera takiej opłaty.",
                "This event charges no such fee."
            )
        }
        guard let number = DecimalNumber(entry.amount.replacing(",", with: ".")), number > DecimalNumber(0) else {
            throw DeskError(
                .valueInvalid,
                "Podaj kwotę, na przykład 200 albo 99,50.",
                "Give an amount, such as 200 or 99.50."
            )
        }
        guard let day = CalendarDate(iso: entry.date) else {
            throw DeskError(.valueInvalid, "Podaj datę w postaci RRRR-MM-DD.", "Give the date as YYYY-MM-DD.")
        }
        let payment = PaymentRow(
            registrationID: row.id,
            activity: paid.id,
            amount: number,
            currency: fee.currency,
            paidOn: day
        )
        return (row, payment)
    }
}
