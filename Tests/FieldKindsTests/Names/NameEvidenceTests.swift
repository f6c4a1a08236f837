import FormModel
import Testing

@testable import FieldKinds

@Suite struct NameEvidenceTests {
    @Test(
        arguments: [
            ("Łukasz Próbny", .known), ("PRÓBNA Żaneta", .known), ("Anna Maria Testowa", .known),
            ("Андрій Тестенко", .known),
            ("Nataliia Probna-Testowska", .known),
            // A mark, a letter, a capital letter beside a listed name.
            ("Lukasz Próbny", .nearlyKnown), ("Zaneta Próbna", .nearlyKnown), ("Kazimicrz Próbny", .nearlyKnown),
            ("wojciech Próbny", .nearlyKnown), ("Anna próbna", .nearlyKnown), ("wojciech", .nearlyKnown),
            ("Андрий Тестенко", .nearlyKnown),
            // What is in no list says nothing, nor does a surname that ends in an unusual way.
            ("Nguyen Thi Hoa", .unknown), ("Anna de la Cruz", .unknown), ("Jan Foo", .unknown), ("", .unknown),
        ] as [(String, NameEvidence)]
    )
    func ofAWholeName(name: String, evidence: NameEvidence) {
        #expect(NameEvidence(name, part: .full) == evidence)
    }

    @Test(
        arguments: [
            ("Zofia", .given, .known), ("Zofia Anna", .given, .known), ("Zolia", .given, .nearlyKnown),
            ("Zofia Testowa", .given, .unknown), ("Testowska", .surname, .known),
            ("Testowska-Próbna", .surname, .known),
            ("Zolia", .surname, .unknown), ("Testowska-próbna", .surname, .nearlyKnown),
        ] as [(String, FieldKind.NamePart, NameEvidence)]
    )
    func ofAPart(name: String, part: FieldKind.NamePart, evidence: NameEvidence) {
        #expect(NameEvidence(name, part: part) == evidence)
    }
}
