import HTTPTypes
import Registry
import Desk
import Foundation
import FormModel
import Testing

@testable import Web

@Suite struct PublicTextTests {
    @Test(arguments: PublicText.allCases)
    func everyTextIsThereInFiveLanguages(text: PublicText) throws {
        let texts = try #require(PublicText.table[text])
        #expect(Set(texts.byLanguage.keys) == Set(InterfaceLanguage.allCases))
        let holes = Set(texts.byLanguage.values.map { $0.components(separatedBy: "{}").count })
        #expect(holes.count == 1, "the languages differ in what is filled in")
        #expect(texts.byLanguage.values.allSatisfy { !$0.isEmpty && !$0.contains("!") })
    }

    @Test func theValueStandsWhereTheBracesAre() {
        #expect(PublicText.applyUntil.text(.polish, "14 grudnia") == "Zgłoszenia do 14 grudnia")
    }

    @Test func aSentenceHasOneFullStop() {
        #expect(
            PublicText.deadlineNote.text(.polish, "8 grudnia 2023 r.") == "Zgłoszenia przyjmujemy do 8 grudnia 2023 r."
        )
        #expect(
            PublicText.deadlineNote.text(.english, "8 December 2023") == "We take applications until 8 December 2023."
        )
    }

    /// A template that asks for a text that does not exist would leave a hole in the page.
    @Test func templatesAskOnlyForTextsThatExist() throws {
        let known = Set(PublicText.allCases.map(\.rawValue))
        for (name, text) in try TestSite.templates() where !name.hasPrefix("desk") {
            for match in text.matches(of: /\{\{[#^]?t\.([A-Za-z]+)\}\}/) {
                #expect(known.contains(String(match.1)), "\(name): \(match.1)")
            }
        }
    }
}
