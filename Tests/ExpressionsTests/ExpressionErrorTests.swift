import Expressions
import Testing

/// The place of each fault is marked with ⟦.
struct ExpressionErrorTests {
    typealias Code = ExpressionError.Code

    @Test(arguments: [
        (Code.empty, "⟦"), (.nameUnknown, "⟦cuntry == PL"), (.nameUnknown, "has(⟦emal)"),
        (.functionUnknown, "⟦age_no(country) > 1"), (.endUnexpected, "country in [PL⟦"), (.partUnexpected, "1 + ⟦) 2"),
        (.characterUnexpected, "country ⟦$ 1"), (.textUnterminated, "country == ⟦\"PL"),
        (.dateImpossible, "⟦2022-02-30 > 1"),
        (.comparisonChained, "1 < age ⟦< 5"), (.argumentCountWrong, "⟦year(age, 1) > 1"), (.nameExpected, "has(⟦1)"),
        (.constantExpected, "attended(⟦1 + 1) > 0"), (.numberMalformed, "age > ⟦5x"),
        (.partUnexpected, "age > 5 ⟦country"),
    ])
    func faultHasItsPlace(_ code: Code, _ marked: String) throws {
        let offset = marked.distance(from: marked.startIndex, to: try #require(marked.firstIndex(of: "⟦")))
        let error = #expect(throws: ExpressionError.self) {
            _ = try Expression(parsing: marked.replacing("⟦", with: ""), knownNames: ["country", "age", "email"])
        }
        #expect(error?.code == code)
        #expect(error?.offset == offset)
    }

    @Test func mistypedNameBringsASuggestion() {
        let error = #expect(throws: ExpressionError.self) {
            _ = try Expression(parsing: "has(emial)", knownNames: ["country", "age", "email"])
        }
        #expect(error?.suggestion == "email")
    }

    @Test(arguments: [
        (Code.tooLong, String(repeating: "a", count: 4001)),
        (.tooDeep, String(repeating: "(", count: 100_000 / 32)),
        (.tooDeep, String(repeating: "[", count: 3000)),
        (.tooManyParts, Array(repeating: "1", count: 900).joined(separator: "+") + " > 0"),
    ])
    func boundsHold(_ code: Code, _ source: String) {
        let error = #expect(throws: ExpressionError.self) { _ = try Expression(parsing: source) }
        #expect(error?.code == code)
    }
}
