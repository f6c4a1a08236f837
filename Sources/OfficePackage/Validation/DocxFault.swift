/// One thing in a Word package that would make Word repair or refuse it.
public struct DocxFault: Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, CaseIterable, Sendable {
        /// The archive cannot be read.
        case archive
        /// A part's XML is broken.
        case xml
        /// A part has no content type, or one is declared for a part that is not there.
        case contentType
        /// A relationship leads to a part that is not there, or an id is used that no relationship has.
        case relationship
        /// An id that must be unique occurs twice.
        case duplicateID
        /// A bookmark, comment range or field begins and never ends, or the other way round.
        case unpaired
        /// A table cell does not end with a paragraph (ISO 29500-1, 17.4.65).
        case cellEnd
        /// A row has more columns than the table's grid, or a row no cell.
        case grid
        /// A required attribute is missing.
        case attribute
        /// An element stands where the schema allows none of its kind.
        case structure
    }

    public var code: Code
    public var part: String
    /// What and where, in English, for developers.
    public var detail: String

    public init(_ code: Code, part: String, _ detail: String) {
        self.code = code
        self.part = part
        self.detail = detail
    }

    public var description: String { "\(code.rawValue) \(part): \(detail)" }
}
