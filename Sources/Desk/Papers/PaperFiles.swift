import Foundation
import Isolation
import Synchronization

/// Files of one batch of documents: counted, told of, and turned into PDF beside themselves.
final class PaperFiles: Sendable {
    private struct State {
        var writtenCount = 0
        var convertedCount = 0
        var failure: DeskError?
        /// Places of documents of which there is no PDF.
        var unconverted: Set<Int> = []
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

    /// Makes a PDF beside each document; gives the places of those that LibreOffice could not convert.
    func convert() throws(DeskError) -> Set<Int> {
        let paths = paths
        // LibreOffice takes a second to start; until then the bar says what is awaited.
        listener?(PaperProgress(step: .converting, doneCount: 0, count: paths.count))
        PDFConversion.convert(paths.count, source: { try? SourceHandle(path: paths[$0]) }) { [self] place, pdf in
            do throws(DeskError) {
                if let pdf { try OutputFile.write(pdf, to: Self.pdfPath(paths[place])) }
                noteConverted(place, isConverted: pdf != nil)
            } catch {
                let failure = error
                state.withLock { $0.failure = $0.failure ?? failure }
            }
        }
        try check()
        return state.withLock { $0.unconverted }
    }

    private func noteConverted(_ place: Int, isConverted: Bool) {
        let count = state.withLock { state in
            state.convertedCount += 1
            if !isConverted { state.unconverted.insert(place) }
            return state.convertedCount
        }
        listener?(PaperProgress(step: .converting, doneCount: count, count: paths.count))
    }

    /// `a/letter.docx` -> `a/letter.pdf`.
    static func pdfPath(_ path: String) -> String {
        (path as NSString).deletingPathExtension + ".pdf"
    }
}
