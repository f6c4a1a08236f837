import FormModel
import Testing

@testable import Desk

struct QuotaLabelTests {
    private static let event = EventDefinition(
        slug: "x",
        title: "X",
        forms: [
            FormDefinition(
                fields: [
                    FieldDefinition(
                        key: "kind",
                        kind: .choice,
                        label: "Rodzaj organizacji",
                        options: [Option(key: "informal", label: "grupa nieformalna")]
                    ),
                    FieldDefinition(key: "country", kind: .country, label: "Kraj"),
                ]
            )
        ],
        activities: []
    )

    private static let activity: Activity = {
        var activity = Activity(
            id: "a",
            title: "A",
            kind: .call,
            groups: [Group(id: "g1", title: "Grupa 1", capacity: 5)]
        )
        activity.selection = SelectionRules(
            seats: SeatRange(minimum: 5, maximum: 5),
            method: .ranking,
            quotas: [
                Quota(id: "informal", subject: .condition("kind == informal")),
                Quota(id: "formal", subject: .condition("kind != informal")),
                Quota(id: "large_town", subject: .condition("size >= 100000 and kind == informal")),
                Quota(id: "country", subject: .attributes(["country"])),
                Quota(id: "origin", subject: .attributes(["origin"]), isSensitive: true),
            ]
        )
        return activity
    }()

    @Test(
        arguments: [
            ("informal", "Rodzaj organizacji: grupa nieformalna"), ("large_town", "large town"),
            ("formal", "Rodzaj organizacji: inne niż „grupa nieformalna”"),
            ("country:PL", "Kraj: Polska"), ("g1/country:DE", "Grupa 1, Kraj: Niemcy"),
            ("origin:UA", "zasada równowagi"),
            ("unheard-of", "unheard-of"),
        ]
    )
    func ruleIsPutIntoWords(_ rule: String, text: String) {
        let label = QuotaLabel(event: Self.event, activity: Self.activity, language: .polish)
        #expect(label.text(rule) == text)
    }
}
