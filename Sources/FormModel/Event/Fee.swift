/// What a participant pays.
public struct Fee: Hashable, Sendable, Codable {
    /// In the currency's unit, `200`.
    public var amount: DecimalNumber
    /// ISO 4217.
    public var currency: String
    /// Days after the announcement.
    public var dueDays: Int

    public init(amount: DecimalNumber, currency: String = "PLN", dueDays: Int) {
        self.amount = amount
        self.currency = currency
        self.dueDays = dueDays
    }
}
