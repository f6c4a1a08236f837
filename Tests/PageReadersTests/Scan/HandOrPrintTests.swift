import FormModel
import Testing

@testable import PageReaders

@Suite struct HandOrPrintTests {
    private static func written(
        _ text: String,
        _ look: PrintSigns.Look,
        _ heights: [Int],
        confidence: Double = 0.95
    ) -> FieldReading.Written {
        let text = PageAnswer.Text(text: text, otherText: text, confidence: confidence, isPrint: true)
        return FieldReading.Written(text: text, look: look, heights: heights)
    }

    /// What is held for print on a page of two printed answers, one of digits, and another one.
    private static func judged(_ last: FieldReading.Written, _ name: PrintSigns.Look = .print) -> [Bool?] {
        let writings = [written("Nowy Sącz", name, [34, 25, 25]), written("990000499", .print, [33, 33, 34]), last]
        let box = PageBox(x: 0, y: 0, width: 9, height: 9)
        let answers = writings.indices.map {
            PageAnswer(name: "a\($0)", page: 1, sheet: 1, box: box, text: writings[$0].text)
        }
        let numbered = Dictionary(uniqueKeysWithValues: writings.enumerated().map { ($0, $1) })
        return HandOrPrint.judged(answers, numbered).map { $0.text?.isPrint }
    }

    @Test(arguments: [
        (HandOrPrintTests.written("3", .short, [33]), true), (HandOrPrintTests.written("57", .short, [33, 35]), true),
        // Higher or lower than the digits of the page; as high as its small letters; nothing to measure.
        (HandOrPrintTests.written("3", .short, [39]), false),
        (HandOrPrintTests.written("57", .short, [33, 27]), false),
        (HandOrPrintTests.written("x", .short, [25]), false),
        (HandOrPrintTests.written("-", .short, []), false),
        (HandOrPrintTests.written("trzy", .hand, [33, 33, 33]), false),
    ])
    func aShortAnswerIsPrintOnlyWhereItIsAsHighAsTheDigitsOfThePage(last: FieldReading.Written, isPrint: Bool) {
        #expect(Self.judged(last) == [true, true, isPrint])
    }

    @Test func amongWritingAShortAnswerIsWriting() {
        #expect(Self.judged(Self.written("3", .short, [33]), .hand) == [false, true, false])
    }

    @Test func onAPageThatIsReadBadlyNothingIsPrint() {
        let unsure = Self.written("3", .short, [33], confidence: 0.3)
        let box = PageBox(x: 0, y: 0, width: 9, height: 9)
        let answer = PageAnswer(name: "a", page: 1, sheet: 1, box: box, text: unsure.text)
        let other = Self.written("990000499", .print, [33], confidence: 0.4)
        let second = PageAnswer(name: "b", page: 1, sheet: 1, box: box, text: other.text)
        let judged = HandOrPrint.judged([answer, second], [0: unsure, 1: other])
        #expect(judged.map { $0.text?.isPrint } == [false, false])
    }
}
