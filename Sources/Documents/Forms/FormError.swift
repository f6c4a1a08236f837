/// Why a blank form could not be made.
public struct FormError: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// Cairo could not draw the pages.
        case drawingFailed
        /// qpdf could not add the fields.
        case fieldsFailed
        /// More pages than a page code can count.
        case tooLong
        /// The Word file could not be packed.
        case packingFailed
    }

    public let code: Code

    public init(_ code: Code) {
        self.code = code
    }
}
