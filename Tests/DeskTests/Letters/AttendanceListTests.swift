import Documents
import FormModel
import Testing

@testable import Desk

struct AttendanceListTests {
    typealias F = LetterFixtures

    private func person(_ given: String, _ surname: String) -> PersonName {
        PersonName(full: given + " " + surname, given: given, surname: surname)
    }

    @Test func namesStandInPolishOrderAndBlankRowsAreNumberedOn() {
        let names = ["Żak", "Ćma", "Zając", "Adamska", "Ąkowska", "Cebula"].map { person("Ewa", $0) }
        let value = AttendanceList(F.setting(), names: names, sessions: F.training.sessions, blankRows: 2).values()
        let rows = value["rows"]?.elements?.map { $0["name"]?.text ?? "?" }
        #expect(
            rows == ["Adamska Ewa", "Ąkowska Ewa", "Cebula Ewa", "Ćma Ewa", "Zając Ewa", "Żak Ewa", "", ""]
        )
    }

    @Test func delegatesSignForTheirOrganisation() {
        let names = AttendanceList.names(of: [F.organisationRegistration, F.registration()])
        #expect(names.map(AttendanceList.listName) == ["Żak Ewa", "Ćma Jan", "Testowa Anna"])
    }

    @Test func nameWithUnknownPartsStaysWhole() {
        #expect(AttendanceList.listName(PersonName(full: "Nguyen Thi Test")) == "Nguyen Thi Test")
    }

    @Test func sessionsAreSplitIntoSheetsThatFitAPage() {
        var activity = F.training
        activity.sessions = (0..<12).map { Session(id: "\($0)", date: F.day("2022-01-03").adding(days: $0)) }
        #expect(AttendanceList.sheets(activity, plan: nil).map(\.count) == [5, 5, 2])
        let perSession = DocumentPlan(kind: .attendance, perSession: true)
        #expect(AttendanceList.sheets(activity, plan: perSession).map(\.count) == Array(repeating: 1, count: 12))
    }

    @Test func factsOfAListForOneDaySayOnlyThatDay() {
        let value = AttendanceList(F.setting(), names: [], sessions: [F.training.sessions[1]]).values()
        let facts = value.factTexts.map { $0.joined(separator: ": ").replacing("\u{A0}", with: " ") }
        #expect(facts.first == "Termin: 16 marca 2019 r. (sobota), 9:00–17:00")
        #expect(value["days"]?.elements?.count == 1)
    }
}
