import FormModel
import OfficePackage

extension DocxStoryReader {
    /// Tracked insertions are read and deletions left out, as if all had been accepted (ISO 29500-1, 17.13.5).
    func startChange(_ element: XMLElement) {
        builder.warn(.trackedChanges)
        switch element.name {
        case .del, .moveFrom: skip()
        default:
            insertionDepth += 1
            atEnd(.insertion)
        }
    }
}
