import FieldKinds
import FormModel
import Testing

@Suite struct NationalNumberTests {
    @Test(arguments: [
        ("44051401359", "1944-05-14", PESEL.Sex.man), ("02070803628", "1902-07-08", .woman),
        ("01020300116", "1901-02-03", .man), ("04022900063", "1904-02-29", .woman),
        ("99211500036", "2099-01-15", .man), ("99923100045", "1899-12-31", .woman),
        ("99713000010", "2299-11-30", .man),
    ])
    func validPESELTellsBirthDateAndSex(digits: String, birthDate: String, sex: PESEL.Sex) throws {
        let pesel = try #require(PESEL(digits))
        #expect(pesel.birthDate == CalendarDate(iso: birthDate))
        #expect(pesel.sex == sex)
        #expect(Sample.summary(digits, as: .pesel) == digits)
    }

    @Test(arguments: [
        ("44051401358", "44051401358!checkDigit.wrong"), ("00022900003", "00022900003!value.invalid"),
        ("01043100012", "01043100012!value.invalid"), ("00130100003", "00130100003!value.invalid"),
        ("00000000000", "00000000000!value.invalid"), ("4405140135", "4405140135!value.invalid"),
        ("\u{664}4051401359", "\u{664}4051401359!digits.notASCII"), ("４４０５１４０１３５９", "４４０５１４０１３５９!digits.notASCII"),
        (" 440514-01359 ", "44051401359"), ("4405140135a", "4405140135a!value.invalid"),
    ])
    func invalidPESELStaysWithItsReason(text: String, expected: String) {
        #expect(Sample.summary(text, as: .pesel) == expected)
        #expect(PESEL(text) == nil)
    }

    @Test(arguments: ["nie posiadam", "Brak", "—", "немає", "n/d", "..........", "nie posiadam PESEL"])
    func absentPESELIsNoAnswer(text: String) {
        #expect(Sample.read(text, as: .pesel) == nil)
    }

    @Test(arguments: [
        ("1234563218", "1234563218"), ("9990000014", "9990000014"), ("9990000020", "9990000020"),
        ("9990000037", "9990000037"), ("PL 123-456-32-18", "1234563218"), ("1234563217", "1234563217!checkDigit.wrong"),
        ("1234567890", "1234567890!checkDigit.wrong"), ("0000000000", "0000000000!value.invalid"),
        ("123456321", "123456321!value.invalid"),
    ])
    func nip(text: String, expected: String) {
        #expect(Sample.summary(text, as: .nip) == expected)
    }

    @Test(arguments: [
        ("123456785", "123456785"), ("990000016", "990000016"), ("990000000", "990000000"),
        ("12345678512347", "12345678512347"), ("99000001600012", "99000001600012"),
        ("123456784", "123456784!checkDigit.wrong"), ("000000000", "000000000!value.invalid"),
        ("12345678512348", "12345678512348!checkDigit.wrong"), ("99000001400004", "99000001400004!checkDigit.wrong"),
    ])
    func regon(text: String, expected: String) {
        #expect(Sample.summary(text, as: .regon) == expected)
    }

    @Test(arguments: [
        ("0009999999", "0009999999"), ("0009999998", "0009999998"), ("0009999990", "0009999990"),
        ("9999999", "0009999999!krs.padded"), ("00099999999", "00099999999!value.invalid"),
        ("KRS000999", "KRS000999!value.invalid"), ("0000000000", "0000000000!value.invalid"),
    ])
    func krs(text: String, expected: String) {
        #expect(Sample.summary(text, as: .krs) == expected)
    }

    @Test func paddedKRSDoesNotBlock() throws {
        #expect(try #require(Sample.read("9999999", as: .krs)).isValid)
    }

    @Test(arguments: [
        ("1759013776", "1759013776"), ("0000100004", "0000100004"), ("0000000017", "0000000017"),
        ("1759013770", "1759013770!checkDigit.wrong"), ("000010000", "000010000!value.invalid"),
        ("0000100005", "0000100005!checkDigit.wrong"),
    ])
    func ukrainianTaxNumber(text: String, expected: String) {
        #expect(Sample.summary(UkrainianTaxNumber.read(text)) == expected)
    }

    @Test(arguments: [
        ("PL61109010140000071219812874", "PL61109010140000071219812874"),
        ("PL41 9999 9999 0000 0000 0000 0000", "PL41999999990000000000000000"),
        ("pl41999999990000000000000000", "PL41999999990000000000000000"),
        ("PL04000000000000000000000000", "PL04000000000000000000000000"),
        ("61109010140000071219812874", "PL61109010140000071219812874"),
        ("PL62109010140000071219812874", "PL62109010140000071219812874!checkDigit.wrong"),
        ("PL6110901014", "PL6110901014!value.invalid"),
        ("XX61109010140000071219812874", "XX61109010140000071219812874!value.invalid"),
    ])
    func iban(text: String, expected: String) {
        #expect(Sample.summary(text, as: .iban) == expected)
    }

    @Test(arguments: [
        ("00-001", "00-001"), ("99-440", "99-440"), ("35001", "35-001"), ("35 001", "35-001"), ("35–001", "35-001"),
        ("35-001 Rzeszów", "35-001"), ("0-0001", "0-0001!value.invalid"), ("350-01", "350-01!value.invalid"),
        ("AB-123", "AB-123!value.invalid"),
    ])
    func postalCode(text: String, expected: String) {
        #expect(Sample.summary(text, as: .postalCode) == expected)
    }
}
