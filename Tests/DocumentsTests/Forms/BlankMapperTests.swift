import Documents
import FormModel
import Testing

/// Blanks as a page reader reports them: words with boxes, cells as regions.
@Suite struct BlankMapperTests {
    private static func words(_ text: String, x: Double, y: Double) -> [Page.Word] {
        var left = x
        return text.split(separator: " ").map { piece in
            let width = Double(piece.count) * (piece.contains("..") ? 2.8 : 5.5)
            defer { left += width + 3 }
            return Page.Word(
                text: String(piece),
                box: PageBox(x: left, y: y, width: width, height: 12),
                confidence: 1
            )
        }
    }

    private static func map(_ words: [Page.Word], _ regions: [Page.Region] = []) -> FormMap {
        BlankMapper.map(
            of: [Page(width: 595, height: 842, words: words, regions: regions)],
            event: "proba",
            form: FormFixture.form,
            language: .polish,
            version: "22222222"
        )
    }

    private static func cell(_ row: Int, _ column: Int, x: Double, y: Double, width: Double = 200) -> Page.Region {
        Page.Region(
            place: "page[1]/table[1]/row[\(row)]/cell[\(column)]",
            box: PageBox(x: x, y: y, width: width, height: 24)
        )
    }

    @Test func dotsBehindALabelAreItsAnswer() throws {
        let dots = String(repeating: ".", count: 60)
        let map = Self.map(Self.words("1. Telefon: \(dots) Kraj: \(dots)", x: 50, y: 100))
        let phone = try #require(map.field(FormFieldName("phone"))?.places.first)
        let country = try #require(map.field(FormFieldName("country"))?.places.first)
        #expect(phone.box.width == 168)
        #expect(phone.box.x + phone.box.width < country.box.x)
        #expect(map.faults == [])
    }

    @Test func aWordAmidASentenceIsNoLabel() throws {
        let dots = String(repeating: ".", count: 60)
        let sentence = Self.words("Wystarczy list albo telefon. Prosimy o odpowiedź.", x: 50, y: 60)
        let map = Self.map(sentence + Self.words("1. Telefon: \(dots)", x: 50, y: 100))
        let phone = try #require(map.field(FormFieldName("phone")))
        #expect(phone.places.map(\.box.y) == [93])
        #expect(phone.label == "Telefon:")
        #expect(Self.map(sentence).field(FormFieldName("phone")) == nil)
    }

    @Test func linesOfDotsBelowALabelAreItsAnswer() throws {
        let dots = String(repeating: ".", count: 100)
        var words = Self.words("2. Telefon (stacjonarny i komórkowy):", x: 50, y: 100)
        for line in 0..<3 { words += Self.words(dots, x: 50, y: 118 + 16 * Double(line)) }
        words += Self.words("Kraj: \(dots)", x: 50, y: 180)
        let map = Self.map(words)
        let place = try #require(map.field(FormFieldName("phone"))?.places.first)
        #expect(place.box == PageBox(x: 50, y: 111, width: 280, height: 52))
        #expect(place.role == .text(lines: 3))
        #expect(map.field(FormFieldName("country"))?.places.first?.box.y == 173)
        #expect(map.faults == [])
    }

    @Test func emptyCellBesideALabelIsItsAnswer() throws {
        let regions = [
            Self.cell(1, 1, x: 50, y: 100), Self.cell(1, 2, x: 250, y: 100), Self.cell(2, 1, x: 50, y: 124),
            Self.cell(2, 2, x: 250, y: 124),
        ]
        let map = Self.map(Self.words("PESEL", x: 55, y: 106) + Self.words("Kod pocztowy", x: 55, y: 130), regions)
        #expect(
            map.field(FormFieldName("pesel"))?.places.first?.box == PageBox(x: 251.5, y: 101.5, width: 197, height: 21)
        )
        #expect(map.field(FormFieldName("postcode"))?.places.first?.box.y == 125.5)
    }

    @Test func emptyCellBelowAHeadIsItsAnswer() throws {
        let regions = [
            Self.cell(1, 1, x: 50, y: 100), Self.cell(1, 2, x: 250, y: 100), Self.cell(2, 1, x: 50, y: 124),
            Self.cell(2, 2, x: 250, y: 124),
        ]
        let map = Self.map(Self.words("PESEL", x: 55, y: 106) + Self.words("NIP", x: 255, y: 106), regions)
        #expect(map.field(FormFieldName("pesel"))?.places.first?.box.y == 125.5)
        #expect(map.field(FormFieldName("nip"))?.places.first?.box.x == 251.5)
    }

    @Test func boxesBelongToTheOptionsBehindThem() throws {
        let words =
            Self.words("Rodzaj podmiotu:", x: 50, y: 100)
            + Self.words("☐ gmina lub jej jednostka", x: 50, y: 116)
            + Self.words("☐ organizacja pozarządowa", x: 50, y: 132)
        let field = try #require(Self.map(words).field(FormFieldName("sector")))
        #expect(field.places.map(\.role) == [.check(option: "ngo"), .check(option: "gmina")])
        #expect(field.places.map { $0.box.y.rounded(.down) } == [134, 118])
        #expect(field.takesOne)
    }

    @Test func boxesBelongToTheOptionsBeforeThem() throws {
        let words =
            Self.words("Rodzaj podmiotu:", x: 50, y: 100)
            + Self.words("organizacja pozarządowa ☐", x: 50, y: 116)
            + Self.words("gmina lub jej jednostka ☐", x: 50, y: 132)
        let field = try #require(Self.map(words).field(FormFieldName("sector")))
        #expect(field.places.map(\.role) == [.check(option: "ngo"), .check(option: "gmina")])
        #expect(field.places.map { $0.box.y.rounded(.down) } == [118, 134])
    }

    /// «niepotrzebne skreślić»: the words themselves are the places.
    @Test(arguments: [
        "Rodzaj podmiotu: organizacja pozarządowa / gmina lub jej jednostka*",
        "Rodzaj podmiotu: organizacja pozarządowa/gmina lub jej jednostka (niepotrzebne skreślić)",
    ])
    func optionsWithoutBoxesAreWords(line: String) throws {
        let field = try #require(Self.map(Self.words(line, x: 50, y: 100)).field(FormFieldName("sector")))
        #expect(field.places.map(\.role) == [.word(option: "ngo"), .word(option: "gmina")])
        #expect(field.takesOne)
        #expect(field.places[0].box.x + field.places[0].box.width <= field.places[1].box.x + 0.01)
        let map = Self.map(Self.words(line, x: 50, y: 100))
        #expect(try FormMap(text: map.text) == map)
        #expect(map.faults == [])
    }

    @Test func oneOptionAmongOtherWordsIsNoChoice() {
        let map = Self.map(Self.words("Rodzaj podmiotu: na przykład organizacja pozarządowa", x: 50, y: 100))
        #expect(map.field(FormFieldName("sector")) == nil)
    }

    @Test func aHintInACellIsWrittenBeside() throws {
        let regions = [Self.cell(1, 1, x: 50, y: 100), Self.cell(1, 2, x: 250, y: 100)]
        let map = Self.map(
            Self.words("Kod pocztowy", x: 55, y: 106) + Self.words("np. 12-345", x: 255, y: 106),
            regions
        )
        #expect(
            map.field(FormFieldName("postcode"))?.places.first?.box
                == PageBox(x: 251.5, y: 101.5, width: 197, height: 21)
        )
    }

    @Test func aChoiceInAnEmptyCellIsWritten() throws {
        let regions = [Self.cell(1, 1, x: 50, y: 100), Self.cell(1, 2, x: 250, y: 100)]
        let map = Self.map(Self.words("Rodzaj podmiotu", x: 55, y: 106), regions)
        #expect(map.field(FormFieldName("sector"))?.places.map(\.role) == [.text(lines: 1)])
    }

    @Test func consentHasTheBoxBeforeItsText() throws {
        let words = Self.words("☐ Administratorem danych jest Fundacja Próbna; dane służą wyłącznie", x: 50, y: 300)
        let field = try #require(Self.map(words).field(FormFieldName("data")))
        #expect(field.places.map(\.role) == [.check(option: "true")])
    }

    @Test func fieldThatIsNotFoundIsLeftOut() {
        #expect(Self.map(Self.words("Zupełnie inny tekst", x: 50, y: 100)).fields == [])
    }

    @Test func signatureIsFoundByItsWord() throws {
        let dots = String(repeating: ".", count: 60)
        let signing = try #require(Self.map(Self.words("Data i podpis \(dots)", x: 50, y: 700)).signings.first)
        #expect(signing.role == .signature)
    }
}
