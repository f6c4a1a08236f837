import Testing

@testable import PageReaders

@Suite struct ContentTokenTests {
    private func tokens(_ text: String) -> [ContentToken] { Array(ContentTokens(Array(text.utf8))) }

    @Test func numbersNamesAndInstructions() {
        #expect(
            tokens("1 0 -.5 +2. /F1 12.25 Tf")
                == [
                    .number(1), .number(0), .number(-0.5), .number(2), .name("F1"), .number(12.25), .instruction("Tf"),
                ]
        )
    }

    @Test func namesMayHoldAnySign() {
        #expect(tokens("/Nie#20wiem") == [.name("Nie wiem")])
    }

    @Test(arguments: [
        ("(abc)", "abc"), ("(a(b)c)", "a(b)c"), ("(a\\)b)", "a)b"), ("(\\101\\n)", "A\n"), ("<4142 43>", "ABC"),
        ("<414>", "A@"), ("(a\\\nb)", "ab"), ("(unfinished", "unfinished"),
    ])
    func strings(source: String, text: String) {
        #expect(tokens(source) == [.string(Array(text.utf8))])
    }

    @Test func inlineImagesAreSteppedOver() {
        #expect(tokens("BI /W 1 ID \u{1}(\u{2}\u{3} EI Q").suffix(2) == [.instruction("ID"), .instruction("Q")])
    }

    @Test func commentsAndStrayBracketsAreNothing() {
        #expect(tokens("% (comment\n) > } q") == [.instruction("q")])
    }
}
