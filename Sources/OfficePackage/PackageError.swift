/// Why an office package could not be read or written: a code, and the name of the limit or part it is about.
public struct PackageError: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// The archive or a part's XML is broken.
        case damaged
        /// A part that must be there is not.
        case missingPart
        /// A named limit of `PackageLimits` was hit; `subject` is its name.
        case limit
        /// A part holds a document type declaration, which office formats never need (ISO 29500-2, 9.1.3).
        case doctype
        /// The package or a member is encrypted.
        case encrypted
        /// The bytes are no ZIP archive at all.
        case notAPackage
        /// A stream that the caller gave refused the bytes.
        case sinkFailed
    }

    public var code: Code
    /// Name of a limit, of a part or of the step that failed. Part names come from the file: show them to staff, never log them.
    public var subject: String

    public init(_ code: Code, _ subject: String = "") {
        self.code = code
        self.subject = subject
    }
}
