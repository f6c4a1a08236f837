import Testing

@testable import PageReaders

/// What two readers and a second look make of one picture; the readers themselves are measured by the labelled set.
@Suite struct PictureReaderTests {
    private static func outcome(_ text: String, _ confidence: Double = 0.8) -> Recogniser.Outcome {
        Recogniser.Outcome(text: text, confidence: confidence)
    }

    @Test(arguments: [
        // The second look sides with either, with neither, or is much surer than both.
        ("i kurs", "i Kurs", "i kurs", 0.8, ["i kurs", "i Kurs"]),
        ("Qd roku", "Od roku", "Od roku", 0.1, ["Od roku", "Qd roku"]),
        ("kurs...", "kurs..", "kurs.", 0.8, ["kurs...", "kurs.."]),
        ("kurs...", "kurs..", "kurs.", 0.99, ["kurs.", "kurs.."]),
    ])
    func aSecondLookSettlesWhatTwoReadersSeeDifferently(
        polish: String,
        latin: String,
        again: String,
        confidence: Double,
        expected: [String]
    ) {
        let pair = PictureReader.settled(
            Self.outcome(polish, 0.7),
            Self.outcome(latin, 0.7),
            by: Self.outcome(again, confidence)
        )
        #expect([pair.0.text, pair.1.text] == expected)
        #expect(pair.0.text != pair.1.text, "a doubt stays a doubt")
    }

    @Test(arguments: [
        // Of two possible addresses the first one; the possible one; of none the first one without what none has.
        ("a.b@example.org", "a.h©example.org", "a.b@example.org"),
        ("a7/@example.org", "a7©example.org", "a7@example.org"),
        ("a.b7/8@example.org", "a.b7I8Gexample.org", "a.b78@example.org"),
        ("ab7/8@example.org", "a.b78©example.org", "a.b78@example.org"),
    ])
    func anAddressIsTakenFromTheReaderThatSaysAPossibleOne(latin: String, polish: String, expected: String) {
        #expect(PictureReader.address(Self.outcome(latin), Self.outcome(polish)).0.text == expected)
    }

    @Test(arguments: [
        ("a.b@example.org", 0.8, ["a.b@example.org", "a.b@example.orq"]),
        ("a.b@example.org", 0.6, ["a.b@example.orq", "a.h@example.orq"]),
        ("a.b/@example.org", 0.9, ["a.b@example.orq", "a.h@example.orq"]),
    ])
    func aCertainSecondLookAtAnAddressIsHeardFirst(again: String, confidence: Double, expected: [String]) {
        let pair = (Self.outcome("a.b@example.orq", 0.6), Self.outcome("a.h@example.orq", 0.5))
        let (first, second) = PictureReader.surer(pair, Self.outcome(again, confidence))
        #expect([first.text, second.text] == expected)
    }

    @Test(arguments: [
        ("anna.test@example.org", 2, "anna.test@example.org"),
        ("anna . test Q example . org", 2, "anna.test@example.org"),
        // More points than the ink shows, other letters, no address.
        ("an.na.test@example.org", 2, "annatest@example.org"),
        ("anma.test@example.org", 2, "annatest@example.org"),
        ("anna.test©@example.org..", 9, "annatest@example.org"),
    ])
    func pointsThatTheInkShowsArePutIn(again: String, count: Int, expected: String) {
        let first = Self.outcome("annatest@example.org")
        let read = PictureReader.pointed(first, by: Self.outcome(again), pointCountMax: count)
        #expect(read.text == expected)
        #expect(read.confidence == first.confidence)
    }
}
