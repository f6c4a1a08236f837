import FormModel
import Isolation
import ReaderProtocol

/// Word documents of our own turned into PDF by LibreOffice, under the converter's limits.
enum PDFConversion {
    static func pdf(ofDocx bytes: [UInt8]) throws(DeskError) -> [UInt8] {
        guard let handle = try? SourceHandle(bytes: bytes) else { throw failure }
        switch OfficeConversion.convert(handle, from: .docx, to: .pdf) {
        case .success(let pdf): return pdf
        case .failure(let error): throw error.code == .sourceNeedsConverter ? missing : failure
        }
    }

    private static let missing = DeskError(
        .renderFailed,
        "PDF wymaga LibreOffice. Zainstaluj pakiet libreoffice-writer-nogui albo wygeneruj dokumenty bez --pdf.",
        "PDF needs LibreOffice. Install libreoffice-writer-nogui, or write the documents without --pdf."
    )

    private static let failure = DeskError(
        .renderFailed,
        "LibreOffice nie zdołał zamienić dokumentu na PDF; plik .docx jest gotowy.",
        "LibreOffice could not turn the document into a PDF; the .docx is there."
    )
}
