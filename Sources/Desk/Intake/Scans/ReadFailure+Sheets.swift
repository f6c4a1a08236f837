import FormModel
import ReaderProtocol

extension ReadFailure {
    /// Sheets of a file that could not be read without a map, as the reader counted them. What a reader says is foreign:
    /// nothing is below one or above what may be read at all. Nil where it says nothing about sheets.
    var sheetCount: Int? {
        guard code == .sourceNotYetReadable, let count = parameters["pages"].flatMap({ Int($0) }) else { return nil }
        return min(max(1, count), ReaderLimits.pageCountMax)
    }
}
