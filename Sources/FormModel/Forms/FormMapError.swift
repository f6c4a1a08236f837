/// A map file that cannot be used, with the place in it.
public struct FormMapError: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// Not JSON at all.
        case malformed
        /// A member is missing or of the wrong type.
        case member
        /// A number, name or word outside of what is possible.
        case value
        /// More pages, fields, places or words than a form can have.
        case tooMany
    }

    public let code: Code
    /// `fields[3].places[0].box`, counted from 0; the byte offset for `malformed`.
    public let place: String

    public init(_ code: Code, _ place: String) {
        self.code = code
        self.place = place
    }
}
