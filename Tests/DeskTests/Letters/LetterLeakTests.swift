import Documents
import FormModel
import Testing

@testable import Desk

/// What must not stand in a document, tried with people whose answers would be noticed.
struct LetterLeakTests {
    typealias F = LetterFixtures

    static let own = [
        RankedApplication(
            code: RegistrationCode(number: 7),
            decision: F.decision(.selected, rank: 1),
            total: 1500,
            points: [CriterionPoints(criterion: "motivation", points: 1000)]
        )
    ]

    /// Every document about one person or organisation.
    static let papers: [(name: String, value: DataValue)] = {
        let setting = F.setting()
        let organisation = F.organisationRegistration
        let finding = Finding(.valueInvalid, field: "diet", parameters: ["value": F.secret])
        return [F.registration(), organisation].flatMap { person in
            [
                ("receipt", ReceiptLetter.values(setting, person)),
                (
                    "incomplete",
                    IncompleteLetter.values(
                        setting,
                        person,
                        findings: [finding],
                        sensitiveForm: F.form
                    ) { $0.parameters["value"] ?? "" }
                ),
                ("qualified", QualifiedLetter(setting, person, confirmBy: setting.today).values()),
                ("visa", VisaLetter.values(setting, person)),
                ("waitlist", WaitlistLetter.values(setting, person, decision: F.decision(.waitlisted, rank: 2))),
                ("refusal", RefusalLetter.values(setting, person, decision: F.decision(.notSelected))),
                ("grant", GrantLetter.values(setting, person, decision: F.decision(.selected))),
                ("certificate", CertificatePaper(setting, person, number: "1", attended: ["dzien-15"]).values()),
                ("statement", SignedPapers.statement(setting, person)),
                ("agreement", SignedPapers.agreement(setting, person)),
                ("counselling", SignedPapers.counselling(setting, person)),
                (
                    "participants",
                    ParticipantList(setting, registrations: [person], columns: ["name_latin", "diet", "delegates"])
                        .values()
                ),
                (
                    "attendance",
                    AttendanceList(setting, names: person.attendees, sessions: F.training.sessions).values()
                ),
            ]
        }
    }()

    @Test(arguments: papers.indices)
    func sensitiveAnswersStandNowhere(_ index: Int) {
        let paper = Self.papers[index]
        #expect(!paper.value.allTexts.contains { $0.contains(F.secret) }, "\(paper.name)")
    }

    @Test func attendanceListHoldsNamesAndNoOtherAnswer() {
        let value = AttendanceList(
            F.setting(),
            names: F.registration().attendees,
            sessions: F.training.sessions
        ).values()
        #expect(value["rows"]?.elements?.map { $0["name"]?.text } == ["Testowa Anna"])
        let texts = value.allTexts.joined(separator: "\n")
        for answer in [F.pesel, F.phone, "990 000 001", F.email, "1902", "Fundacja Przykładowa", "AA000001"] {
            #expect(!texts.contains(answer), "\(answer)")
        }
    }

    @Test func printedParticipantListNamesDelegatesWithoutTheirContacts() {
        let list = ParticipantList(F.setting(), registrations: [F.organisationRegistration], columns: ["delegates"])
        #expect(list.values()["rows"]?.elements?.map(\.allTexts) == [["Żak Ewa; Ćma Jan"]])
    }

    @Test func rankingListHoldsNumbersAndNoName() {
        let value = RankingList(F.setting(), applications: Self.own).values()
        #expect(value["rows"]?.elements?.map { $0["code"]?.text } == [RegistrationCode(number: 7).text])
        #expect(!value.allTexts.contains { $0.contains("Testowa") || $0.contains("Anna") })
    }

    @Test func certificateShowsTheBirthDateOnlyWhenAskedTo() {
        let plain = CertificatePaper(F.setting(), F.registration(), number: "1", attended: [])
        #expect(plain.values()["certificate"]?["birthDate"]?.text == "")
        var asked = plain
        asked.showsBirthDate = true
        #expect(asked.values()["certificate"]?["birthDate"]?.text?.replacing("\u{A0}", with: " ") == "8 lipca 1902 r.")
    }

    @Test func visaLetterHoldsWhatAConsulateAsksForAndNoPesel() {
        let value = VisaLetter.values(F.setting(), F.registration())
        let texts = value.allTexts.joined(separator: "\n").replacing("\u{A0}", with: " ")
        #expect(texts.contains("AA000001, valid until 1 May 2027"))
        #expect(texts.contains("Ukraine"))
        #expect(!texts.contains(F.pesel))
        #expect(!texts.contains(F.email))
    }
}
