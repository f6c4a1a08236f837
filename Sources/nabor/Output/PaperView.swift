import Desk

/// Progress of documents that are being written, and what is said about those without a PDF.
struct PaperView {
    private let bar = ProgressBar()

    /// Nil where nobody would see it.
    var listener: PaperProgressListener? {
        guard Console.isErrorTerminal else { return nil }
        let bar = bar
        return { progress in
            let verb =
                switch progress.step {
                case .writing: say("Piszę dokumenty", "Writing documents")
                case .converting: say("Zamieniam na PDF", "Turning into PDF")
                }
            bar.show(verb, progress.doneCount, of: progress.count)
        }
    }

    func clear() {
        bar.clear()
    }

    /// Documents that LibreOffice could not convert, each by name.
    static func printUnconverted(_ files: [String]) {
        for file in files {
            Console.printError(
                Console.wait("! ")
                    + say(
                        "\(file): LibreOffice nie zdołał zrobić PDF; dokument Worda jest gotowy.",
                        "\(file): LibreOffice could not make the PDF; the Word document is there."
                    )
            )
        }
    }
}
