import Dispatch
import FormModel
import Isolation
import ReaderProtocol

/// Word documents of our own turned into PDF by warm converters, for callers that wait.
enum PDFConversion {
    /// Throws when LibreOffice is absent; asked before anything is written.
    static func requireConverter() throws(DeskError) {
        guard OfficeConverterPool().isAvailable else { throw missing }
    }

    /// Converts `count` documents. `take` hears each result, nil for one that could not be converted, on any thread.
    static func convert(
        _ count: Int,
        source: @escaping @Sendable (Int) -> SourceHandle?,
        take: @escaping @Sendable (Int, [UInt8]?) -> Void
    ) {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            await OfficeConverterPool().convert(count: count, source: source) { place, result in
                take(place, try? result.get())
            }
            done.signal()
        }
        done.wait()
    }

    /// One office file by a process of its own: an organiser's blank form, which somebody else made.
    static func pdf(ofDocx bytes: [UInt8]) throws(DeskError) -> [UInt8] {
        guard let handle = try? SourceHandle(bytes: bytes) else { throw failure }
        switch OfficeConversion.convert(handle, from: .docx, to: .pdf) {
        case .success(let pdf): return pdf
        case .failure(let error): throw error.code == .sourceNeedsConverter ? missing : failure
        }
    }

    private static let failure = DeskError(
        .renderFailed,
        "LibreOffice nie zdołał zamienić dokumentu na PDF. Zapisz go jako PDF i powtórz polecenie z tym plikiem.",
        "LibreOffice could not turn the document into a PDF. Save it as PDF and repeat the command with that file."
    )

    private static let missing = DeskError(
        .renderFailed,
        "PDF wymaga LibreOffice. Zainstaluj pakiet libreoffice-writer-nogui albo powtórz polecenie bez --pdf.",
        "PDF needs LibreOffice. Install libreoffice-writer-nogui, or repeat the command without --pdf."
    )
}
