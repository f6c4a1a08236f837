import FormModel
import Testing

@testable import PageReaders

@Suite struct WordAlignmentTests {
    /// Twelve words spread over a page, none twice.
    private static let page = FormPage(
        width: 600,
        height: 800,
        words: [
            "Formularz", "zgłoszenia", "Imię", "nazwisko", "Organizacja", "Telefon", "Stanowisko", "Gmina", "Dieta",
            "Klauzula", "informacyjna", "podpis",
        ].enumerated().map { index, text in
            let box = PageBox(x: 40 + Double(index % 3) * 180, y: 60 + Double(index / 3) * 160, width: 90, height: 12)
            return FormPage.Word(text: text, box: box)
        }
    )
    private static let truth = Homography(scale: 2.1, turn: 0.11, shiftX: 35, shiftY: -20)

    private func seen(_ words: [FormPage.Word], by homography: Homography = truth) -> [SeenWord] {
        words.compactMap { word in
            let place = homography.picture(word.box.x + word.box.width / 2, word.box.y + word.box.height / 2)
            return SeenWord(word.text, x: place.x, y: place.y)
        }
    }

    @Test func aTurnedPageIsFoundByItsWords() throws {
        // Among words that somebody wrote, of which one stands on the form as well, elsewhere.
        let written = ["Nowak", "Toruń", "Organizacja", "brak"].enumerated().compactMap { index, text in
            SeenWord(text, x: 900, y: 300 + Double(index) * 200)
        }
        let alignment = try #require(WordAlignment(page: Self.page, words: written + seen(Self.page.words)))
        for point in [(50.0, 70.0), (500, 90), (300, 700)] {
            let (found, right) = (alignment.homography.picture(point.0, point.1), Self.truth.picture(point.0, point.1))
            #expect(abs(found.x - right.x) < 1 && abs(found.y - right.y) < 1)
        }
    }

    @Test func misreadWordsStillSpeak() {
        var words = Self.page.words
        words[0].text = "Formulerz"
        words[1].text = "zgloszenia"
        words[4].text = "Organizacia"
        #expect(WordAlignment(page: Self.page, words: seen(words))?.count == 12)
    }

    @Test func anotherFormIsNotTakenForThisOne() {
        let others = ["Application", "name", "address", "Organizacja", "Telefon", "Dieta", "signature", "country"]
        let words = others.enumerated().compactMap { index, text in
            SeenWord(text, x: 100 + Double(index % 2) * 300, y: 80 + Double(index) * 90)
        }
        #expect(WordAlignment(page: Self.page, words: words) == nil)
    }

    /// What was typed pushed the second half of the page down by lines: boxes and rules are not where the blank has them.
    @Test func aPageWhoseLinesMovedIsAnotherLayout() {
        var words = Self.longPage.words
        for index in words.indices.dropFirst(words.count / 2) { words[index].box.y += 27 }
        #expect(WordAlignment(page: Self.longPage, words: seen(Self.longPage.words)) != nil)
        #expect(WordAlignment(page: Self.longPage, words: seen(words)) == nil)
    }

    /// Forty words, none twice.
    private static let longPage = FormPage(
        width: 600,
        height: 800,
        words: (0..<40).map { index in
            let letters = Array("bcdfghjklmnprstw")
            let number = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
            let text = String((0..<8).map { letters[Int(number >> (4 * UInt64($0 + 3)) & 15)] })
            let box = PageBox(x: 40 + Double(index % 3) * 180, y: 40 + Double(index / 3) * 50, width: 90, height: 12)
            return FormPage.Word(text: text, box: box)
        }
    )

    @Test func wordsOfOneLineDoNotPlaceAPage() {
        #expect(WordAlignment(page: Self.page, words: seen(Array(Self.page.words.prefix(3)))) == nil)
    }

    @Test(arguments: [("Imię", "imie"), ("E-mail:", "email"), ("Łódź", "lodz"), ("Прізвище", "прізвище")])
    func marksOfLettersAreLeftOut(text: String, key: String) {
        #expect(SeenWord.key(of: text) == Array(key.utf8))
    }

    @Test(arguments: 1...3) func aTurnedPictureIsTheSamePage(quarters: Int) {
        // A dark point of the page, found again in the picture before and after it was turned.
        var picture = GrayImage(width: 30, height: 20)
        picture[22, 7] = 0
        let turned = picture.turned(quarters: quarters)
        let at = turned.pixels.firstIndex(of: 0)!
        let upright = Homography(
            scale: 1,
            turn: 0,
            shiftX: Double(at % turned.width) + 0.5 - 100,
            shiftY: Double(at / turned.width) + 0.5 - 100
        )
        let place = upright.turnedBack(quarters: quarters, width: 30, height: 20).picture(100, 100)
        #expect(abs(place.x - 22.5) < 1e-9 && abs(place.y - 7.5) < 1e-9)
    }
}
