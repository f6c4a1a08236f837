import FormModel
import OfficePackage
import Readers
import Testing

@Suite struct SniffingTests {
    @Test(arguments: [
        ("%PDF-1.7\n", SourceFormat.pdf),
        ("{\\rtf1\\ansi", .rtf),
        ("Received: from a.example.org\r\nFrom: a@example.org\r\nSubject: x\r\n\r\nx", .mail),
        ("From a@example.org Sat Jan  3 10:00:00 2026\nSubject: x\n", .mail),
        ("<!DOCTYPE html><html></html>", .html),
        ("{\"a\":1}\n{\"a\":2}\n", .jsonl),
        ("imię;nazwisko\nAnna;Nowak\n", .csv),
        ("Imię: Anna\nNazwisko: Nowak\n", .text),
        ("", .unknown),
        ("\u{0}\u{1}\u{2}", .unknown),
    ])
    func textIsToldByItsFirstBytes(_ text: String, _ format: SourceFormat) {
        #expect(Sniffing.format(of: Array(text.utf8)) == format)
    }
}
