import Expressions
import FormModel
import Testing

struct AttributesContextTests {
    let pool = AttributesContext(
        attributes: [
            "stay_months": "5", "share": "3,5", "flag": "tak", "born": "2004-02-29", "empty": "", "level": "A1",
            "attended.seminaria": "2", "big": "10",
        ],
        eventStart: CalendarDate(year: 2022, month: 2, day: 28)
    )

    @Test(arguments: [
        "stay_months < 6", "stay_months < big", "share == 3.5", "flag", "flag == true",
        "age_on(born, event.start) == 18",
        "not has(empty)", "level in [A0, A1]", "attended(seminaria) == 2", "born < 2005-01-01",
        "stay_months * 2 == big",
    ])
    func textAttributesMeanWhatTheyMeet(_ source: String) throws {
        let names = Set(pool.attributes.keys)
        #expect(try Expression(parsing: source, knownNames: names).isTrue(in: pool))
    }

    /// Without known names the word on the left of a comparison is the name, even next to a built-in one.
    @Test(arguments: ["born <= event.start", "level == A1", "stay_months < 6"])
    func aWordOnTheLeftIsAName(_ source: String) throws {
        #expect(try Expression(parsing: source).isTrue(in: pool))
    }

    @Test func namesAndConstantsAreTold() throws {
        let expression = try Expression(
            parsing: "level in [A0, A1] and attended(seminaria) >= 1",
            knownNames: ["level"]
        )
        #expect(expression.names == ["level"])
        #expect(expression.functions == ["attended"])
        #expect(expression.constantUses.map(\.constant) == ["A0", "A1"])
        #expect(expression.constantUses.map(\.offset) == [10, 14])
        #expect(expression.attendedActivities.map(\.constant) == ["seminaria"])
    }
}
