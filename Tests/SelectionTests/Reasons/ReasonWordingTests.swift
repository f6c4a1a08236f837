import FormModel
import Testing

@testable import Selection

@Suite struct ReasonWordingTests {
    @Test(arguments: ReasonCode.allCases) func everyReasonSpeaksFiveLanguages(code: ReasonCode) {
        let texts = InterfaceLanguage.allCases.map { language in
            ReasonWording.reason(code).text.byLanguage[language] ?? ""
        }
        #expect(Set(texts).count == 5)
        #expect(!texts.contains(""))
        // All languages use the same parameters, so none can be forgotten in one.
        let names = texts.map { text in
            Set(
                text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "}" } }
            )
        }
        #expect(Set(names).count == 1)
    }

    @Test func parametersAreFilledInAndNotReadAgain() {
        let reason = ReasonWording.reason(.selectedCurated, ["reason": "{reason} {r}"])
        #expect(reason.text.text(in: .english) == "Chosen by the organiser: {reason} {r}")
    }
}
