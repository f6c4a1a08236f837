import Desk
import FormModel
import Testing

/// Where an answer stood, in words.
@Suite struct EvidenceWordingTests {
    @Test(arguments: [
        ("body/table[2]/row[3]/cell[2]/p[1]", "tabela 2, wiersz 3, komórka 2, akapit 1"),
        ("page[1]/field[name_latin]", "strona 1"), ("row[17]/column[5]", "wiersz 17, kolumna 5"),
        ("row[2]/consent_data", "wiersz 2"), ("mail/text/line[4]", "treść, linia 4"),
        ("sheet[5]", "kartka 5"), ("desk", ""), ("strange[7]", "strange[7]"), ("row[", "wiersz"), ("", ""),
    ])
    func aPlaceIsToldInWords(path: String, words: String) {
        #expect(EvidenceWording.place(path, .polish) == words)
    }

    @Test func whoEnteredItIsSaid() {
        let evidence = Evidence(kind: .staff, place: "desk", raw: "Anna", score: 1, operatorName: "ewa")
        #expect(EvidenceWording.text(evidence, .polish) == "wpisano ręcznie (ewa)")
        let scan = Evidence(kind: .ocr, place: "page[2]/field[email]", raw: "a@example.org", score: 0.9)
        #expect(EvidenceWording.text(scan, .english) == "read from the scan: page 2")
    }
}
