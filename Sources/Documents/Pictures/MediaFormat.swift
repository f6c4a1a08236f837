/// Kinds of pictures a document may hold; the raw value is the ending of the part's name.
enum MediaFormat: String, CaseIterable, Sendable {
    case png, jpeg, svg, gif, bmp, tiff, emf, wmf

    init?(ending: String) {
        switch ending.lowercased() {
        case "jpg": self = .jpeg
        case "tif": self = .tiff
        default: self.init(rawValue: ending.lowercased())
        }
    }

    var contentType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .emf, .wmf: "image/x-\(rawValue)"
        default: "image/\(rawValue)"
        }
    }

    /// Whether packing it once more would gain nothing.
    var isPacked: Bool { self == .png || self == .jpeg || self == .gif }
}
