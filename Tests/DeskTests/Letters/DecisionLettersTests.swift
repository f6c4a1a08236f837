import Documents
import FormModel
import Testing

@testable import Desk

struct DecisionLettersTests {
    typealias F = LetterFixtures

    @Test func refusalGivesReasonAndOwnPoints() {
        let points = [
            CriterionPoints(criterion: "motivation", points: 850), CriterionPoints(criterion: "new", points: 300),
            CriterionPoints(criterion: "chances", points: 200),
        ]
        let value = RefusalLetter.values(
            F.setting(),
            F.registration(),
            decision: F.decision(.notSelected, reason: "Zabrakło miejsc."),
            points: points
        )
        #expect(value["decision"]?["reason"]?.text == "Zabrakło miejsc.")
        #expect(
            value["decision"]?["criteria"]?.elements?.map(\.allTexts) == [
                ["Motywacja", "8,5", "10"], ["Kryteria formalne", "5", "5"],
            ]
        )
    }

    @Test func refusalOfALateApplicationShowsNoPoints() {
        let value = RefusalLetter.values(
            F.setting(),
            F.registration(),
            decision: Decision(id: "x", outcome: .notSelected, reason: LateReason.reason),
            points: [CriterionPoints(criterion: "motivation", points: 850)]
        )
        #expect(value["decision"]?["reason"]?.text == "Zgłoszenie wpłynęło po terminie.")
        #expect(value["decision"]?["criteria"]?.elements?.count == 0)
    }

    @Test func refusalWithoutReasonSaysThatPlacesWereFew() {
        let decision = F.decision(.notSelected, reason: "")
        let value = RefusalLetter.values(F.setting(.english), F.registration(), decision: decision)
        #expect(value["decision"]?["reason"]?.text == "There were more applications than places.")
    }

    @Test func gapOnASensitiveFieldKeepsTheAnswerOut() {
        let findings = [
            Finding(.requiredMissing, field: "phone"),
            Finding(.valueInvalid, field: "delegates[2].diet"),
            Finding(.labelUnmatched, field: "email"),
        ]
        let value = IncompleteLetter.values(
            F.setting(),
            F.organisationRegistration,
            findings: findings,
            sensitiveForm: F.organisationForm
        ) { "zdanie o \($0.field ?? "")" }
        // The first field is none of this form's; the last finding is a warning.
        #expect(
            value["gaps"]?.elements?.map { $0["label"]?.text } == ["Zgłoszenie organizacji", "Delegaci 2: Dieta"]
        )
        #expect(
            value["gaps"]?.elements?.map { $0["text"]?.text }
                == Array(
                    repeating: "Prosimy uzupełnić albo poprawić tę odpowiedź.",
                    count: 2
                )
        )
    }

    @Test func grantNamesAmountInWordsAndDayOfSettlement() {
        let plan = DocumentPlan(kind: .grant, texts: ["settleBy": "2022-03-31"])
        let value = GrantLetter.values(
            F.setting(plan: plan),
            F.organisationRegistration,
            decision: F.decision(.selected)
        )
        let facts = value.factTexts.map { $0.joined(separator: ": ").replacing("\u{A0}", with: " ") }
        #expect(
            Array(facts.dropFirst()) == [
                "Organizacja: Stowarzyszenie Testowe",
                "Cel: strona internetowa",
                "Kwota: 1 250,00 zł (tysiąc dwieście pięćdziesiąt złotych 00/100)",
                "Rozliczenie do: 31 marca 2022 r.",
            ]
        )
    }

    @Test func grantThatIsRefusedNamesNoAmount() {
        let value = GrantLetter.values(F.setting(), F.organisationRegistration, decision: F.decision(.notSelected))
        #expect(value["grant"]?["amount"]?.text == "")
        // What was asked for stands among the person's own answers and nowhere else.
        var said = value.members ?? DataObject()
        said["answers"] = nil
        #expect(!DataValue.object(said).allTexts.contains { $0.contains("1 250") || $0.contains("1\u{A0}250") })
    }

    @Test func rankingIsInOrderAndPointsOutTies() {
        let applications = [3, 1, 2].map { number in
            RankedApplication(
                code: RegistrationCode(number: number),
                decision: F.decision(.selected, rank: number),
                total: 1450
            )
        }
        let value = RankingList(F.setting(), applications: applications).values()
        #expect(
            value["rows"]?.elements?.map { $0["code"]?.text } == [1, 2, 3].map { RegistrationCode(number: $0).text }
        )
        #expect(value["tieNote"]?.text?.isEmpty == false)
    }

    @Test func protocolListsTiesQuotasAndWhatRepeatsTheRun() {
        let applications = [1, 2].map { number in
            RankedApplication(
                code: RegistrationCode(number: number),
                decision: F.decision(.selected, rank: number),
                total: 1450
            )
        }
        let record = CommitteeProtocol(
            F.setting(),
            applications: applications,
            quotas: [CommitteeProtocol.QuotaRow(label: "Kraj: Polska", minimum: 4, chosen: 4)],
            poolDigest: "abc",
            seed: "ziarno"
        ).values()["protocol"]
        let codes = [1, 2].map { RegistrationCode(number: $0).text }.joined(separator: ", ")
        #expect(record?["ties"]?.allTexts == ["14,5 pkt: " + codes])
        #expect(record?["quotas"]?.allTexts == ["Kraj: Polska", "4", "–", "4"])
        #expect(record?["evidence"]?.allTexts == ["Skrót puli zgłoszeń", "abc", "Ziarno losowania", "ziarno"])
        #expect(record?["members"]?.elements?.count == 3)
    }
}
