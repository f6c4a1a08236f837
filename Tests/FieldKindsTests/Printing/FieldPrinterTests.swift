import FieldKinds
import FormModel
import Testing

@Suite struct FieldPrinterTests {
    private func print(_ value: AnswerValue, _ kind: FieldKind, _ language: InterfaceLanguage = .polish) -> String {
        let options = [Option(key: "ngo", label: LocalizedText([.polish: "organizacja", .english: "NGO"]))]
        let inner = [
            FieldDefinition(key: "name", kind: .personName(spelling: .latin, part: .full), label: "Imię i nazwisko"),
            FieldDefinition(key: "email", kind: .email, label: "E-mail"),
        ]
        let field = FieldDefinition(key: "f", kind: kind, label: "F", options: options, fields: inner)
        return FieldPrinter(field).text(value, in: language)
    }

    @Test(arguments: [
        (AnswerValue.text("ngo"), FieldKind.choice, "organizacja"),
        (.choices(["ngo", "old"]), .choices, "organizacja; old"),
        (.flag(true), .yesNo, "tak"), (.text("UA"), .country, "Ukraina"), (.text("uk"), .language, "ukraiński"),
        (.text("pani"), .addressForm, "Pani"), (.text("+48990000001"), .phone, "+48\u{A0}990\u{A0}000\u{A0}001"),
        (.text("1234563218"), .nip, "123-456-32-18"), (.text("14.12.23"), .date, "14.12.23"),
        (.name(PersonName(full: "ANNA TESTOWA")), .personName(spelling: .latin, part: .full), "Anna Testowa"),
        (.number(DecimalNumber(1250)), .number, "1\u{A0}250"),
    ])
    func valueInPolish(value: AnswerValue, kind: FieldKind, expected: String) {
        #expect(print(value, kind) == expected)
    }

    @Test func documentIsPrintedWithItsValidity() {
        let document = IdentityDocument(
            kind: .residenceCard,
            number: "RX0000001",
            validTo: CalendarDate(iso: "2024-05-01")
        )
        #expect(
            print(.identityDocument(document), .identityDocument)
                == "karta pobytu RX0000001, ważny do 1\u{A0}maja 2024\u{A0}r."
        )
    }

    @Test func groupIsOneLineAnEntry() {
        let entries: [[String: AnswerValue]] = [
            ["email": .text("a@example.org"), "name": .name(PersonName(full: "Anna Testowa"))],
            ["email": .text("b@example.org")],
        ]
        #expect(print(.group(entries), .group) == "Anna Testowa, a@example.org\nb@example.org")
    }

    @Test func labelsFollowTheLanguage() {
        #expect(print(.text("ngo"), .choice, .english) == "NGO")
        #expect(print(.text("UA"), .country, .ukrainian) == "Україна")
        #expect(print(.flag(false), .yesNo, .russian) == "нет")
    }
}
