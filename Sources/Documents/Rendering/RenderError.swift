public import FormModel

/// A document could not be made.
public struct RenderError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, CaseIterable, Sendable {
        /// Names that the data do not hold; see `names`.
        case missingNames = "data.missing"
        /// An operation that its values do not allow, such as adding a text to a number.
        case valueUnsuitable = "value.unsuitable"
        case imageUnreadable = "image.unreadable"
        /// A sub-document that cannot be read or holds what is refused.
        case subdocumentUnsuitable = "subdocument.unsuitable"
        /// A field SKIPIF leaves out the only record there is.
        case recordSkipped = "record.skipped"
        case fileRefused = "file.refused"
        case stepLimit = "limit.steps"
        case depthLimit = "limit.depth"
        case outputLimit = "limit.output"
        /// The template cannot become a book.
        case bookUnsuitable = "book.unsuitable"
        /// The output could not be written.
        case outputFailed = "output.failed"
    }

    public var code: Code
    /// Every missing path, sorted.
    public var names: [String]
    /// Where in the template it happened; empty where it has no one place.
    public var part: String
    public var place: String
    public var tag: String
    /// The record of a batch, counted from 0.
    public var record: Int?
    /// What is wrong and what to do, in Polish and English. Holds names of the template, never values.
    public var message: LocalizedText

    public var description: String {
        let where_ = [part, place, tag].filter { !$0.isEmpty }.joined(separator: ", ")
        let list = names.isEmpty ? "" : ": " + names.joined(separator: ", ")
        return (where_.isEmpty ? "" : where_ + ": ") + message.text(in: .english) + list
    }
}
