import FormModel
import Testing

@Suite struct FormCodeTests {
    @Test func payloadHasOnlySignsOfTheAlphanumericMode() throws {
        let code = try #require(
            FormCode(event: "restart-dolny-slask", version: "K7WQ3M9T", page: 1, pageCount: 2, language: .polish)
        )
        #expect(code.payload == "NABOR1:RESTART-DOLNY-SLASK:K7WQ3M9T:1/2:PL")
        let alphanumeric = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        #expect(code.payload.allSatisfy(alphanumeric.contains))
        #expect(FormCode(payload: code.payload) == code)
    }

    @Test func longestPayloadFitsVersion4() throws {
        let slug = String(repeating: "a", count: 64)
        let code = try #require(
            FormCode(event: slug, version: "22222222", page: 99, pageCount: 99, language: .ukrainian)
        )
        #expect(code.payload.utf8.count == 89)
    }

    @Test(arguments: [
        "", "NABOR1", "https://example.org/", "NABOR2:A:K7WQ3M9T:1/2:PL", "NABOR1:A:K7WQ3M9T:3/2:PL",
        "NABOR1:A:K7WQ3M9T:0/2:PL", "NABOR1:A:K7WQ3M9T:01/2:PL", "NABOR1:A:K7WQ3M9T:1/100:PL",
        "NABOR1:A:K7WQ3M9:1/2:PL", "NABOR1:A:O0O0O0O0:1/2:PL", "NABOR1:a:K7WQ3M9T:1/2:PL",
        "NABOR1:A_B:K7WQ3M9T:1/2:PL", "NABOR1::K7WQ3M9T:1/2:PL", "NABOR1:A:K7WQ3M9T:1/2:DE",
        "NABOR1:A:K7WQ3M9T:1/2:pl", "NABOR1:A:K7WQ3M9T:1/2:PL:X", "NABOR1:A:K7WQ3M9T:-1/2:PL",
    ])
    func otherPayloadsAreRefused(payload: String) {
        #expect(FormCode(payload: payload) == nil)
    }
}
