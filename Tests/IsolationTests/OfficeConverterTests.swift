import FormModel
import Isolation
import ReaderProtocol
import Testing

struct OfficeConverterTests {
    private static let rtf = Array("{\\rtf1\\ansi Imie: Anna\\par}".utf8)

    @Test func absentConverterIsSaid() async throws {
        var converter = OfficeConverter()
        converter.executable = nil
        let result = await converter.convert(try SourceHandle(bytes: Self.rtf), from: .rtf, to: .docx)
        #expect(result == .failure(ReadFailure(.sourceNeedsConverter, format: .rtf)))
    }

    @Test(.enabled(if: OfficeConverter().executable != nil, "LibreOffice is not installed"))
    func rtfBecomesWordAndPDF() async throws {
        let converter = OfficeConverter()
        for (target, head) in [(OfficeConverter.Target.docx, "PK"), (.pdf, "%PDF-")] {
            let source = try SourceHandle(bytes: Self.rtf)
            let bytes = try await converter.convert(source, from: .rtf, to: target).get()
            #expect(bytes.starts(with: head.utf8))
        }
    }

    @Test func converterThatMakesNoFileIsNoted() async throws {
        var converter = OfficeConverter()
        converter.executable = "/bin/true"
        let refused = await converter.convert(try SourceHandle(bytes: Self.rtf), from: .rtf, to: .docx)
        #expect(refused == .failure(ReadFailure(.sourceDamaged, format: .rtf, parameters: ["reason": "converter"])))
    }
}
