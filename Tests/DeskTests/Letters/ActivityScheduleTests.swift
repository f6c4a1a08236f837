import FormModel
import Testing

@testable import Desk

struct ActivityScheduleTests {
    typealias F = LetterFixtures

    private func activity(_ sessions: [Session]) -> Activity {
        Activity(id: "a", title: "A", kind: .course, place: "Toruń", sessions: sessions)
    }

    @Test func consecutiveDaysWithTheSameHoursNeedNoTable() {
        let schedule = ActivitySchedule(F.training, language: .polish)
        #expect(schedule.summary.replacing("\u{A0}", with: " ") == "15–17 marca 2019 r., 9:00–17:00")
        #expect(schedule.lines == [])
        #expect(schedule.minuteCount == 3 * 480)
    }

    @Test func singleDayNamesItsWeekday() {
        let one = activity([Session(id: "s", date: F.day("2023-12-14"), startMinute: 570, endMinute: 930)])
        let summary = ActivitySchedule(one, language: .polish).summary
        #expect(summary.replacing("\u{A0}", with: " ") == "14 grudnia 2023 r. (czwartek), 9:30–15:30")
    }

    @Test func sessionsWithTitlesStandInATable() {
        let two = activity([
            Session(id: "2", title: "Pieniądze", date: F.day("2021-10-23"), startMinute: 600, endMinute: 960),
            Session(id: "1", title: "Forma prawna", date: F.day("2021-10-09"), startMinute: 600, place: "Łódź"),
        ])
        let lines = ActivitySchedule(two, language: .polish).lines
        #expect(lines.map(\.what) == ["Forma prawna, Łódź", "Pieniądze"])
        #expect(lines.map(\.hours) == ["10:00", "10:00–16:00"])
    }

    @Test func longCourseIsSummedUpByWeekday() {
        let start = F.day("2022-02-01")
        let sessions = (0..<32).map { index in
            Session(
                id: "\(index)",
                date: start.adding(days: index / 2 * 7 + index % 2 * 2),
                startMinute: 1020,
                endMinute: 1110
            )
        }
        let lines = ActivitySchedule(activity(sessions), language: .polish).lines
        #expect(lines.map { $0.what.replacing("\u{A0}", with: " ") } == ["16 spotkań", "16 spotkań"])
        #expect(lines.map { $0.when.hasSuffix("(wtorek)") || $0.when.hasSuffix("(czwartek)") } == [true, true])
    }

    @Test func courseOfManyPatternsIsCountedInTheSummary() {
        let start = F.day("2022-02-07")
        let sessions = (0..<20).map { Session(id: "\($0)", date: start.adding(days: $0 * 3), startMinute: 1020) }
        let schedule = ActivitySchedule(activity(sessions), language: .polish)
        #expect(schedule.lines == [])
        let summary = schedule.summary.replacing("\u{A0}", with: " ")
        #expect(summary == "7 lutego – 5 kwietnia 2022 r., 17:00, 20 spotkań")
    }

    @Test func groupSeesItsOwnSessionsAndThoseOfEverybody() {
        let sessions = [
            Session(id: "1", date: F.day("2022-02-01"), group: "A0"),
            Session(id: "2", date: F.day("2022-02-02"), group: "B1"),
            Session(id: "3", date: F.day("2022-02-03")),
        ]
        let schedule = ActivitySchedule(activity(sessions), group: "A0", language: .polish)
        #expect(schedule.sessions.map(\.id) == ["1", "3"])
    }

    @Test func activityWithoutSessionsSaysNothing() {
        let schedule = ActivitySchedule(activity([]), language: .english)
        #expect(schedule.summary == "")
        #expect(schedule.lines == [])
    }
}
