public import FormModel

/// What a row of a quota is called: `Kraj: Polska` for `country:PL`.
public struct QuotaWords {
    private let label: QuotaLabel

    public init(event: EventDefinition, activity: Activity, language: InterfaceLanguage) {
        label = QuotaLabel(event: event, activity: activity, language: language)
    }

    public func text(_ rule: String) -> String { label.text(rule) }
}
