import FormModel
import ReaderProtocol
import Testing

struct ReaderProgramTests {
    @Test(
        arguments: [
            (nil, .documents), (.docx, .documents), (.csv, .documents), (.unknown, .documents), (.mail, .mails),
            (.pdf, .pages), (.png, .pages),
        ] as [(SourceFormat?, ReaderProgram)]
    )
    func theHintChoosesTheFirstProgram(hint: SourceFormat?, program: ReaderProgram) {
        #expect(ReaderProgram.first(for: hint) == program)
    }

    @Test(
        arguments: [
            (.documents, .mail, .mails), (.documents, .pdf, .pages), (.mails, .mail, .mailsInAnyCharset),
            (.mails, .docx, .documents), (.pages, .mail, .mails), (.pages, .pdf, .scans), (.scans, .pdf, nil),
            (.scans, .docx, nil), (.documents, .docx, nil),
            (.mailsInAnyCharset, .mail, nil), (.mailsInAnyCharset, .docx, nil),
        ] as [(ReaderProgram, SourceFormat, ReaderProgram?)]
    )
    func theFormatChoosesTheNext(program: ReaderProgram, format: SourceFormat, next: ReaderProgram?) {
        #expect(program.next(for: format) == next)
    }
}
