import Expressions
import FormModel
import Testing

struct ExpressionTests {
    static let names: Set<String> = [
        "birth_date", "country", "residence", "stay_months", "level", "members_migrants", "members_count",
        "fewer_opportunities", "email", "phone", "delegates", "delegates.age", "languages", "stay_valid_to",
        "motivation",
        "citizenships",
    ]

    static let context = AnswersContext(
        answers: [
            "birth_date": .date(CalendarDate(year: 2001, month: 3, day: 15)!),
            "country": .text("PL"),
            "residence": .text("UA"),
            "stay_months": .number(DecimalNumber(5)),
            "level": .text("A1"),
            "members_migrants": .number(DecimalNumber(3)),
            "members_count": .number(DecimalNumber(6)),
            "phone": .text("+48990000001"),
            "delegates": .group([["age": .number(DecimalNumber(30))], ["age": .number(DecimalNumber(41))]]),
            "languages": .choices(["pl", "uk"]),
            "stay_valid_to": .date(CalendarDate(year: 2022, month: 6, day: 30)!),
            "motivation": .text("Chcę uczyć"),
            "citizenships": .choices(["UA", "PL"]),
        ],
        eventStart: CalendarDate(year: 2019, month: 3, day: 15),
        eventEnd: CalendarDate(year: 2019, month: 12, day: 9),
        received: CalendarDate(year: 2019, month: 2, day: 1),
        channel: .mail,
        language: .polish,
        attendedByActivity: ["seminaria": 2]
    )

    @Test(arguments: [
        "age_on(event.start) >= 18", "age_on(birth_date, event.start) == 18", "age_on(event.start - 1) == 17",
        "country in [PL, DE, ES]", "country in [\"PL\"]", "residence not in EU", "country in EU", "country in EEA_CH",
        "stay_months < 6 and level in [A0, A1]", "members_migrants / members_count >= 0.5",
        "members_migrants / members_count = 50%", "not fewer_opportunities", "has(email) or has(phone)",
        "count(delegates) >= 2", "attended(\"seminaria\") >= 1", "attended(seminaria) = 2", "attended(other) == 0",
        "stay_valid_to >= event.start", "stay_valid_to >= 2022-01-01", "if(country == PL, 2, 0) == 2",
        "min(3, stay_months, 9) == 3", "max(3, stay_months) == 5", "sum(delegates.age) == 71",
        "max(delegates.age) == 41", "length(motivation) == 10", "lower(motivation) == \"chcę uczyć\"",
        "contains(languages, uk)", "uk in languages", "not contains(languages, ru)", "ru not in languages",
        "matches(motivation, \"chcę*\")", "matches(phone, \"+48?????????\")",
        "days_between(received, event.start) == 42",
        "event.start - received == 42", "event.start - P2D == 2019-03-13", "2019-01-31 + P1M == 2019-02-28",
        "year(birth_date) = 2001", "channel = mail", "form.language == pl", "PL == country", "level <= A1",
        "citizenships in EU", "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9", "-stay_months < 0", "true and not false",
        "1 / 3 + 1 / 3 + 1 / 3 == 1", "0.1 + 0.2 == 0.3", "sum(3, 4) = 7", "has(delegates)",
    ])
    func holds(_ source: String) throws {
        #expect(try Expression(parsing: source, knownNames: Self.names).isTrue(in: Self.context))
    }
}
