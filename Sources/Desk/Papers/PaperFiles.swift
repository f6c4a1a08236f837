import Foundation
import Isolation
import Registry
import Synchronization

/// Files of one batch of documents: counted, told of, and turned into PDF beside themselves.
final class PaperFiles: Sendable {
    private struct State {
        var writtenCount = 0
        var convertedCount = 0
        var failure: DeskError?
        /// SHA-256 of the PDFs, by the document's place.
        var pdfDigests: [Int: String] = [:]
    }

    private let paths: [String]
    private let listener: PaperProgressListener?
    private let state = Mutex(State())

    /// - Parameter paths: where each document lies, with its ending.
    init(_ paths: [String], listener: PaperProgressListener?) {
        self.paths = paths
        self.listener = listener
    }

    /// Writes a document; after a failure no further one is written.
    func write(_ bytes: [UInt8], _ place: Int) {
        guard state.withLock({ $0.failure == nil }) else { return }
        do throws(DeskError) {
            try OutputFile.write(bytes, to: paths[place])
            noteWritten()
        } catch {
            let failure = error
            state.withLock { $0.failure = $0.failure ?? failure }
        }
    }

    /// Counts a document that somebody else wrote.
    func noteWritten() {
        guard let listener else { return }
        let count = state.withLock { state in
            state.writtenCount += 1
            return state.writtenCount
        }
        listener(PaperProgress(step: .writing, doneCount: count, count: paths.count))
    }

    /// Throws the first failure of writing.
    func check() throws(DeskError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Makes a PDF beside each document; gives their SHA-256 by place, without those that LibreOffice could not convert.
    func convert() throws(DeskError) -> [Int: String] {
        let paths = paths
        // LibreOffice takes a second to start; until then the bar says what is awaited.
        listener?(PaperProgress(step: .converting, doneCount: 0, count: paths.count))
        PDFConversion.convert(paths.count, source: { try? SourceHandle(path: paths[$0]) }) { [self] place, pdf in
            do throws(DeskError) {
                if let pdf { try OutputFile.write(pdf, to: Self.pdfPath(paths[place])) }
                noteConverted(place, pdf)
            } catch {
                let failure = error
                state.withLock { $0.failure = $0.failure ?? failure }
            }
        }
        try check()
        return state.withLock { $0.pdfDigests }
    }

    private func noteConverted(_ place: Int, _ pdf: [UInt8]?) {
        let digest = pdf.map { ContentDigest.sha256($0) }
        let count = state.withLock { state in
            state.convertedCount += 1
            state.pdfDigests[place] = digest
            return state.convertedCount
        }
        listener?(PaperProgress(step: .converting, doneCount: count, count: paths.count))
    }

    /// `a/letter.docx` -> `a/letter.pdf`.
    static func pdfPath(_ path: String) -> String {
        (path as NSString).deletingPathExtension + ".pdf"
    }
}
