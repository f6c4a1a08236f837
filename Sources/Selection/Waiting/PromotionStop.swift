import Expressions
public import FormModel

/// The day after which nobody is promoted any more.
public enum PromotionStop {
    /// Nil where the rules name none, or name what the event does not know.
    public static func day(_ rules: SelectionRules, context: SelectionContext) -> CalendarDate? {
        guard let source = rules.reserve.stop else { return nil }
        if let day = CalendarDate(iso: source) { return day }
        guard let expression = try? Expression(parsing: source) else { return nil }
        let attributes = AttributesContext(
            attributes: [:],
            eventStart: context.eventStart,
            eventEnd: context.eventEnd
        )
        return expression.evaluate(in: attributes).date
    }
}
