import FieldKinds
import FormModel
import Testing

@Suite struct DocumentNumberTests {
    @Test(arguments: [
        ("ABA300000", "ABA300000"), ("XYZ100001", "XYZ100001"), ("zzz 500000", "ZZZ500000"),
        ("ABA400000", "ABA400000!checkDigit.wrong"), ("XYZ100002", "XYZ100002!checkDigit.wrong"),
        ("AB3000000", "AB3000000!value.invalid"),
    ])
    func polishIDCard(text: String, expected: String) {
        #expect(Sample.summary(DocumentNumber.readPolishIDCard(text)) == expected)
    }

    @Test(arguments: [
        ("ZS0000177", "ZS0000177"), ("XX3000001", "XX3000001"), ("ZZ0000000", "ZZ0000000"),
        ("ZS0000178", "ZS0000178!checkDigit.wrong"), ("XX4000001", "XX4000001!checkDigit.wrong"),
        ("Z00000177", "Z00000177!value.invalid"),
    ])
    func polishPassport(text: String, expected: String) {
        #expect(Sample.summary(DocumentNumber.readPolishPassport(text)) == expected)
    }

    @Test(arguments: [
        ("RX0000001", true), ("RX000001", false), ("12RX00001", false),
    ])
    func residenceCardOfAnotherShapeIsAWarning(text: String, isUsual: Bool) {
        let reading = DocumentNumber.readResidenceCard(text)
        #expect(reading.issues.map(\.code) == (isUsual ? [] : [.documentFormatUnusual]))
        #expect(reading.isValid)
    }

    @Test(arguments: [
        ("L898902C3", 6), ("740812", 2), ("120415", 9), ("D23145890", 7), ("D<<<", 1),
    ])
    func machineReadableZoneCheckDigit(field: String, digit: Int) {
        #expect(MachineReadableZone.checkDigit(of: field) == digit)
    }

    @Test func machineReadableZoneRefusesOtherSigns() {
        #expect(MachineReadableZone.checkDigit(of: "d1") == nil)
    }

    @Test(arguments: [
        (
            "karta pobytu RX0000001 ważna do 2024-05-01",
            IdentityDocument(kind: .residenceCard, number: "RX0000001", validTo: CalendarDate(iso: "2024-05-01"))
        ),
        (
            "Karta pobytu: rx 0000001, ważna do 1 maja 2024 r.",
            IdentityDocument(kind: .residenceCard, number: "RX0000001", validTo: CalendarDate(iso: "2024-05-01"))
        ),
        ("Dowód osobisty ABA 300000", IdentityDocument(kind: .idCard, number: "ABA300000")),
        ("paszport ZS0000177", IdentityDocument(kind: .passport, number: "ZS0000177")),
        ("paszport AA000001", IdentityDocument(kind: .foreignPassport, number: "AA000001")),
        ("паспорт громадянина України AA000001", IdentityDocument(kind: .foreignPassport, number: "AA000001")),
        ("status UKR", IdentityDocument(kind: .ukrStatus)),
        (
            "wiza D nr 012345678 ważna do 31.12.2023",
            IdentityDocument(kind: .visaD, number: "012345678", validTo: CalendarDate(iso: "2023-12-31"))
        ),
        ("Karta Polaka", IdentityDocument(kind: .polesCard)),
        ("RX0000001", IdentityDocument(kind: .residenceCard, number: "RX0000001")),
    ])
    func paperInPeoplesOwnWords(text: String, expected: IdentityDocument) {
        #expect(Sample.read(text, as: .identityDocument)?.value == .identityDocument(expected))
    }

    @Test func wrongCheckDigitOfAnIDCardIsAnIssue() {
        let reading = Sample.read("dowód osobisty ABA400000", as: .identityDocument)
        #expect(reading?.issues.map(\.code) == [.checkDigitWrong])
    }
}
