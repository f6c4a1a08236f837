import FormModel
import Isolation
import ReaderProtocol
import Testing

struct ReaderWorkerTests {
    private static func table(_ number: Int) -> [UInt8] {
        Array("imię;e-mail\nŁucja \(number);osoba\(number)@example.org\n".utf8)
    }

    @Test func twoWorkersSideBySideGiveEachSourceItsOwnAnswer() async {
        let right = await withTaskGroup(of: Int.self) { group in
            for half in 0..<2 { group.addTask { Self.rightAnswers(to: half * 250..<half * 250 + 250) } }
            return await group.reduce(0, +)
        }
        #expect(right == 500)
    }

    private static func rightAnswers(to numbers: Range<Int>) -> Int {
        guard let worker = try? ReaderWorker(configuration: RealReader.configuration) else { return 0 }
        return numbers.count { number in
            guard let source = try? SourceHandle(bytes: table(number)),
                case .table(let rows, .csv) = worker.read(source, job: ReaderJob(hint: .csv))
            else { return false }
            return rows.map(\.reading?.fields.last?.value) == ["osoba\(number)@example.org"]
        }
    }

    @Test func rowsAreStreamedAndCanBeStopped() throws {
        let worker = try ReaderWorker(configuration: RealReader.configuration)
        var text = "a,b\n"
        for number in 1...50_000 { text += "x\(number),y\n" }
        let source = try SourceHandle(bytes: Array(text.utf8))
        var numbers: [Int] = []
        let stopped = worker.read(source, job: ReaderJob(hint: .csv)) { row in
            numbers.append(row.number)
            return numbers.count < 10
        }
        #expect(stopped == .table([], format: .csv))
        #expect(numbers == Array(2...11))
        guard case .table(let rows, .csv) = worker.read(source, job: ReaderJob(hint: .csv)) else {
            Issue.record("the next job failed")
            return
        }
        #expect(rows.count == 50_000)
    }

    @Test func mailComesWithTheBytesOfItsParts() throws {
        let worker = try ReaderWorker(configuration: RealReader.configuration)
        let mail = """
            From: =?iso-8859-2?Q?=A3ucja?= <a@example.org>\r
            To: nabor@example.org\r
            Subject: Formularz\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=x\r
            \r
            --x\r
            Content-Type: text/plain; charset=koi8-u\r
            \r
            Tekst\r
            --x\r
            Content-Type: application/octet-stream; name="f.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r
            JVBERi0xLjQK\r
            --x--\r
            """
        let outcome = worker.read(try SourceHandle(bytes: Array(mail.utf8)))
        guard case .mail(let reading, let parts, nil) = outcome else {
            Issue.record("no mail: \(outcome)")
            return
        }
        #expect(reading.fromName == "Łucja")
        #expect(parts == [0: Array("%PDF-1.4\n".utf8)])
        #expect(reading.body?.blocks.count == 1)
    }

    @Test func aMailInARareCharsetIsReadByTheProgramThatHasAll() throws {
        let worker = try ReaderWorker(configuration: RealReader.configuration)
        let mail: [UInt8] =
            Array("From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n".utf8)
            + [0xF0, 0xF2, 0xF7]
        for hint in [SourceFormat.mail, nil] {
            guard
                case .mail(let reading, _, _) = worker.read(try SourceHandle(bytes: mail), job: ReaderJob(hint: hint))
            else {
                Issue.record("no mail")
                continue
            }
            #expect(reading.body?.blocks == [.paragraph(Paragraph(place: "body/p[1]", spans: [Span(text: "ПРВ")]))])
        }
    }

    @Test func aDocumentCalledAMailIsReadAllTheSame() throws {
        let worker = try ReaderWorker(configuration: RealReader.configuration)
        let source = try SourceHandle(bytes: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01, 0x02])
        let outcome = worker.read(source, job: ReaderJob(hint: .mail))
        #expect(outcome == .failure(ReadFailure(.sourceUnknownFormat, format: .zip)))
    }

    @Test func sourcesThatCannotBeReadHaveTheirCodes() throws {
        let worker = try ReaderWorker(configuration: RealReader.configuration)
        let cases: [([UInt8], FindingCode)] = [
            ([], .sourceEmpty),
            (Array("%PDF-1.4\n".utf8), .sourceDamaged),
            (Array("{\\rtf1 x}".utf8), .sourceNeedsConverter),
            ([0x50, 0x4B, 0x03, 0x04, 0x00, 0x01, 0x02], .sourceUnknownFormat),
            ([0x00, 0x01, 0x02], .sourceUnknownFormat),
        ]
        for (bytes, code) in cases {
            guard case .failure(let failure) = worker.read(try SourceHandle(bytes: bytes)) else {
                Issue.record("read: \(code)")
                continue
            }
            #expect(failure.code == code)
        }
    }
}
