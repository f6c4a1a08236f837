import FormModel
import Testing

@Suite struct RegistrationCodeTests {
    @Test func typedCodesAreForgiven() {
        #expect(RegistrationCode(" k7wq3 ")?.text == "K7WQ3")
        #expect(RegistrationCode("K7-WQ3")?.text == "K7WQ3")
    }

    @Test(arguments: ["K7WQ", "K7WQ33", "K7WQO", "K7W13", "", "ŻÓŁĆX"])
    func whatCannotBeACodeIsRefused(typed: String) {
        #expect(RegistrationCode(typed) == nil)
    }

    @Test func everyNumberGivesAnotherCode() {
        let numbers = stride(from: 0, to: RegistrationCode.count, by: 977)
        let codes = Set(numbers.map { RegistrationCode(number: $0).text })
        #expect(codes.count == (RegistrationCode.count + 976) / 977)
        #expect(codes.allSatisfy { RegistrationCode($0)?.text == $0 })
    }
}
