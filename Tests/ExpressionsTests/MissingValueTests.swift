import Expressions
import FormModel
import Testing

struct MissingValueTests {
    let empty = AnswersContext(answers: [:])
    static let names: Set<String> = ["country", "age", "flag", "group", "birth_date"]

    @Test(arguments: [
        "country == PL", "country != PL", "country in EU", "country not in EU", "age < 5", "age >= 5", "age + 1 > 0",
        "has(country)", "flag", "age_on(event.start) >= 0", "1 / 0 > 0", "attended(x) >= 0", "length(country) >= 0",
        "contains(country, PL)", "matches(country, \"*\")", "max(age) > 0",
    ])
    func missingIsFalse(_ source: String) throws {
        #expect(try !Expression(parsing: source, knownNames: Self.names).isTrue(in: empty))
    }

    @Test(arguments: [
        "not flag", "not has(country)", "count(group) == 0", "sum(age) == 0", "not (country in EU)", "sum(age, 3) == 3",
    ])
    func absenceCanBeAskedFor(_ source: String) throws {
        #expect(try Expression(parsing: source, knownNames: Self.names).isTrue(in: empty))
    }
}
