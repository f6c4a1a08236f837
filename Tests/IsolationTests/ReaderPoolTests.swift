import FormModel
import Isolation
import ReaderProtocol
import Synchronization
import Testing

struct ReaderPoolTests {
    private static func table(_ number: Int) -> [UInt8] {
        Array("imię;e-mail\nŁucja \(number);osoba\(number)@example.org\n".utf8)
    }

    @Test func fiveHundredJobsOnTwoReadersEachGetTheirOwnAnswer() async throws {
        let pool = try ReaderPool(count: 2, configuration: RealReader.configuration)
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<500 {
                group.addTask {
                    guard let source = try? SourceHandle(bytes: Self.table(number)) else { return false }
                    let outcome = await pool.read(source, job: ReaderJob(hint: .csv))
                    guard case .table(let rows, .csv) = outcome else { return false }
                    return rows.map(\.reading?.fields.last?.value) == ["osoba\(number)@example.org"]
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 500)
    }

    @Test func rowsAreStreamedAndCanBeStopped() async throws {
        let pool = try ReaderPool(count: 1, configuration: RealReader.configuration)
        var text = "a,b\n"
        for number in 1...50_000 { text += "x\(number),y\n" }
        let source = try SourceHandle(bytes: Array(text.utf8))
        let numbers = Mutex<[Int]>([])
        let stopped = await pool.read(source, job: ReaderJob(hint: .csv)) { row in
            numbers.withLock {
                $0.append(row.number)
                return $0.count < 10
            }
        }
        #expect(stopped == .table([], format: .csv))
        #expect(numbers.withLock { $0 } == Array(2...11))
        guard case .table(let rows, .csv) = await pool.read(source, job: ReaderJob(hint: .csv)) else {
            Issue.record("the next job failed")
            return
        }
        #expect(rows.count == 50_000)
    }

    @Test func mailComesWithTheBytesOfItsParts() async throws {
        let pool = try ReaderPool(count: 1, configuration: RealReader.configuration)
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
        let outcome = await pool.read(try SourceHandle(bytes: Array(mail.utf8)))
        guard case .mail(let reading, let parts) = outcome else {
            Issue.record("no mail: \(outcome)")
            return
        }
        #expect(reading.fromName == "Łucja")
        #expect(parts == [0: Array("%PDF-1.4\n".utf8)])
        #expect(reading.body?.blocks.count == 1)
    }

    @Test func aMailInARareCharsetIsReadByTheProgramThatHasAll() async throws {
        let pool = try ReaderPool(count: 1, configuration: RealReader.configuration)
        let mail: [UInt8] =
            Array("From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n".utf8)
            + [0xF0, 0xF2, 0xF7]
        for hint in [SourceFormat.mail, nil] {
            guard
                case .mail(let reading, _) = await pool.read(try SourceHandle(bytes: mail), job: ReaderJob(hint: hint))
            else {
                Issue.record("no mail")
                continue
            }
            #expect(reading.body?.blocks == [.paragraph(Paragraph(place: "body/p[1]", spans: [Span(text: "ПРВ")]))])
        }
    }

    @Test func aDocumentCalledAMailIsReadAllTheSame() async throws {
        let pool = try ReaderPool(count: 1, configuration: RealReader.configuration)
        let source = try SourceHandle(bytes: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01, 0x02])
        let outcome = await pool.read(source, job: ReaderJob(hint: .mail))
        #expect(outcome == .failure(ReadFailure(.sourceUnknownFormat, format: .zip)))
    }

    @Test func sourcesThatCannotBeReadHaveTheirCodes() async throws {
        let pool = try ReaderPool(count: 1, configuration: RealReader.configuration)
        let cases: [([UInt8], FindingCode)] = [
            ([], .sourceEmpty),
            (Array("%PDF-1.4\n".utf8), .sourceDamaged),
            (Array("{\\rtf1 x}".utf8), .sourceNeedsConverter),
            ([0x50, 0x4B, 0x03, 0x04, 0x00, 0x01, 0x02], .sourceUnknownFormat),
            ([0x00, 0x01, 0x02], .sourceUnknownFormat),
        ]
        for (bytes, code) in cases {
            guard case .failure(let failure) = await pool.read(try SourceHandle(bytes: bytes)) else {
                Issue.record("read: \(code)")
                continue
            }
            #expect(failure.code == code)
        }
    }
}
