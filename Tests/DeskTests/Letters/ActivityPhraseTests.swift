import FormModel
import Testing

@testable import Desk

struct ActivityPhraseTests {
    typealias F = LetterFixtures

    @Test func polishPhrasesHaveTheRightCase() {
        let phrase = ActivityPhrase(setting: F.setting())
        #expect(phrase.toward == "na szkolenie „Kompetentni w dialogu – Szkolenie z dialogu”")
        #expect(phrase.inside == "w szkoleniu „Kompetentni w dialogu – Szkolenie z dialogu”")
    }

    @Test func titleInsideTheOtherIsSaidOnce() {
        var event = F.event
        event.title = "Szkolenie z dialogu w Rzeszowie"
        #expect(ActivityPhrase(setting: F.setting(event: event)).fullTitle == "Szkolenie z dialogu w Rzeszowie")
    }

    @Test func quotationMarksInATitleAreNested() {
        var event = F.event
        event.title = "Nabór „Most”"
        #expect(
            ActivityPhrase(setting: F.setting(activity: nil, event: event)).toward == "na wydarzenie „Nabór «Most»”"
        )
    }

    @Test(arguments: InterfaceLanguage.allCases, Activity.Kind.allCases)
    func everyKindHasAPhraseInEveryLanguage(_ language: InterfaceLanguage, _ kind: Activity.Kind) {
        var activity = F.training
        activity.kind = kind
        let phrase = ActivityPhrase(setting: F.setting(language, activity: activity))
        #expect(phrase.toward.split(separator: " ").count > 2)
        #expect(phrase.inside.split(separator: " ").count > 2)
    }

    @Test(arguments: LetterWord.allCases)
    func everyWordExistsInEveryLanguage(_ word: LetterWord) {
        #expect(word.text.all.map(\.language) == InterfaceLanguage.allCases)
        #expect(word.text.all.allSatisfy { !$0.text.isEmpty })
    }
}
