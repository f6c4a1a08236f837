import FormModel
import Testing

@testable import Desk

struct PointColumnsTests {
    typealias F = LetterFixtures

    @Test func conditionOnASensitiveAnswerIsAddedToTheOtherComputedPoints() {
        let columns = PointColumns(F.setting()).columns
        #expect(columns.map(\.label) == ["Motywacja", "Kryteria formalne"])
        #expect(columns.map(\.criteria) == [["motivation"], ["new", "chances"]])
        #expect(columns.map(\.maximum) == [1000, 500])
    }

    @Test func nothingIsShownWhereTheDifferenceToTheTotalWouldTell() {
        var event = F.event
        event.points.removeAll { $0.id == "new" }
        #expect(PointColumns(F.setting(event: event)).columns.isEmpty)
    }

    @Test func criteriaStandAloneWithoutSensitiveOnes() {
        var event = F.event
        event.points.removeAll { $0.id == "chances" }
        #expect(PointColumns(F.setting(event: event)).columns.map(\.label) == ["Motywacja", "Pierwszy udział"])
    }

    @Test func conditionThatCannotBeReadCountsAsSensitive() {
        var event = F.event
        event.points[1].source = .condition(expression: "((", points: DecimalNumber(1))
        #expect(PointColumns(F.setting(event: event)).columns.isEmpty)
    }

    @Test func criteriaOfOtherActivitiesAreLeftOut() {
        var event = F.event
        event.points = [event.points[0]]
        event.points[0].activities = ["inne"]
        #expect(PointColumns(F.setting(event: event)).columns.isEmpty)
    }
}
