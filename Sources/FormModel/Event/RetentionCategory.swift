/// How long answers of a category are kept.
public struct RetentionCategory: Hashable, Sendable, Codable {
    public enum Start: String, CaseIterable, Sendable, Codable {
        /// 31 December of the year of the project's last payment.
        case lastPaymentYearEnd
        case listClosed, lastSession, settlement
    }

    public var id: String
    public var label: LocalizedText
    public var start: Start
    public var years: Int
    public var months: Int
    public var days: Int

    public init(
        id: String,
        label: LocalizedText,
        start: Start,
        years: Int = 0,
        months: Int = 0,
        days: Int = 0
    ) {
        self.id = id
        self.label = label
        self.start = start
        self.years = years
        self.months = months
        self.days = days
    }
}
