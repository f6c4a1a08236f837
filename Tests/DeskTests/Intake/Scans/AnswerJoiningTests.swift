import FormModel
import Testing

@testable import Desk

/// Answers of pages that came later beside those that were there.
struct AnswerJoiningTests {
    /// Delegates by their numbers on paper, with a name and perhaps a role.
    private func delegates(_ entries: [(Int, [String: String])], page: Int = 1) -> Answer {
        Answer(
            value: .group(entries.map { $0.1.mapValues(AnswerValue.text) }),
            confidence: 0.9,
            evidence: entries.flatMap { number, entry in
                entry.keys.sorted().map { key in
                    Evidence(kind: .ocr, place: "page[\(page)]/field[delegates[\(number)]/\(key)]", raw: "", score: 0.9)
                }
            }
        )
    }

    private func joined(_ known: Answer, _ later: Answer) -> AnswerJoining {
        AnswerJoining(AnswerSet(["delegates": known]), AnswerSet(["delegates": later]), place: "sheet[2]")
    }

    private func names(_ joining: AnswerJoining) -> [String?] {
        guard case .group(let entries)? = joining.values["delegates"] else { return [] }
        return entries.map { $0["name"]?.plainText }
    }

    @Test func entriesOfALaterPageComeBehindTheirOnes() {
        let joining = joined(
            delegates([(1, ["name": "Anna"]), (2, ["name": "Jan"])]),
            delegates([(3, ["name": "Ewa"]), (4, ["name": "Piotr"])], page: 2)
        )
        #expect(names(joining) == ["Anna", "Jan", "Ewa", "Piotr"])
        #expect(joining.added["delegates"]?.value == joining.values["delegates"])
        #expect(joining.findings.isEmpty)
    }

    /// Pages come in any order, and an entry may go on over the page's end.
    @Test func numbersOnPaperCountAndNotTheOrder() {
        let first = delegates([(3, ["name": "Ewa"]), (4, ["role": "skarbniczka"])], page: 2)
        let second = delegates([(1, ["name": "Anna"]), (4, ["name": "Piotr"])])
        #expect(names(joined(first, second)) == ["Anna", "Ewa", "Piotr"])
        #expect(joined(first, second).findings.isEmpty)
    }

    /// Typed answers have no numbers; as the first entries they are told where paper says something else.
    @Test func typedEntriesStay() {
        let typed = Answer(value: .group([["name": .text("Anna")]]), confidence: 1, evidence: [])
        let joining = joined(typed, delegates([(1, ["name": "Ewa"]), (2, ["name": "Piotr"])]))
        #expect(names(joining) == ["Anna", "Piotr"])
        #expect(joining.findings.map(\.field) == ["delegates"])
    }

    @Test func whatStandsStaysAndTheDifferenceIsTold() {
        func answer(_ text: String) -> Answer { Answer(value: .text(text), confidence: 1, evidence: []) }
        let known = AnswerSet(["city": answer("Toruń"), "role": answer("animator")])
        let later = AnswerSet(["city": answer("Chełmża"), "role": answer("animator"), "diet": answer("wege")])
        let joining = AnswerJoining(known, later, place: "sheet[2]")
        #expect(joining.values.mapValues(\.plainText) == ["city": "Toruń", "role": "animator", "diet": "wege"])
        #expect(joining.added.byField.keys.sorted() == ["diet"])
        #expect(joining.findings.map(\.code) == [.candidatesDiffer] && joining.findings.first?.field == "city")
    }

    @Test func anEntryThatSaysSomethingElseIsTold() {
        let joining = joined(delegates([(1, ["name": "Anna"])]), delegates([(1, ["name": "Ewa"])]))
        #expect(names(joining) == ["Anna"])
        #expect(joining.findings.map(\.field) == ["delegates"])
    }
}
