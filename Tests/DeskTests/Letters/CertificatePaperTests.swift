import Documents
import FormModel
import Testing

@testable import Desk

struct CertificatePaperTests {
    typealias F = LetterFixtures

    @Test func summaryNamesDaysPlaceAndHours() {
        let paper = CertificatePaper(
            F.setting(),
            F.registration(),
            number: "1/2019",
            attended: ["dzien-15", "dzien-16"]
        )
        let certificate = paper.values()["certificate"]
        let summary = certificate?["summary"]?.text?.replacing("\u{A0}", with: " ")
        #expect(summary == "15–17 marca 2019 r., Rzeszów, 24 godziny")
        #expect(certificate?["attendance"]?.text == "Obecność: 2/3 spotkań (wymagane co najmniej 80%)")
    }

    @Test(arguments: [
        (Set(["dzien-15", "dzien-16"]), ["teoria"]),
        (Set(["dzien-15"]), []),
        (Set(["dzien-15", "dzien-16", "dzien-17"]), ["teoria", "praktyka"]),
    ])
    func moduleCountsFromItsThreshold(_ attended: Set<String>, _ passed: [String]) {
        #expect(CertificatePaper.modulesPassed(F.training.sessions, attended: attended, percent: 80) == passed)
    }

    @Test func delegateIsNamedInsteadOfTheOrganisation() {
        let paper = CertificatePaper(
            F.setting(),
            F.organisationRegistration,
            number: "2",
            name: PersonName(full: "Ewa Żak"),
            attended: []
        )
        #expect(paper.values()["person"]?["name"]?.text == "Ewa Żak")
        #expect(paper.values()["person"]?["addressForm"]?.text == "neutral")
    }

    @Test(arguments: [
        (60, "1 godzina"), (120, "2 godziny"), (1440, "24 godziny"), (300, "5 godzin"), (90, "1,5 godziny"),
    ])
    func hoursAreCountedInWords(_ minutes: Int, _ wanted: String) {
        #expect(CertificatePaper.hours(minutes, in: .polish).replacing("\u{A0}", with: " ") == wanted)
    }
}
