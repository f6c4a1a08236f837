/// A value that a template is filled with: a tree like JSON whose numbers keep their digits and whose objects keep
/// the order of their keys.
///
/// Pictures, rich text, links, QR codes and sub-documents are objects with one key that begins with `$`; their forms
/// stand in `docs/templates.md`.
public struct DataValue: Sendable {
    enum Storage: Sendable {
        /// Nothing was given under this name; the text is the path that was asked for.
        case undefined(String)
        case null
        case bool(Bool)
        case integer(Int)
        /// A number exactly as it was written; see `DataValue.number(_:)`.
        case number(String)
        case double(Double)
        case string(String)
        case array([DataValue])
        case object(DataObject)
        /// Bytes of a picture or a sub-document, only inside of a rich value.
        case bytes([UInt8])
        /// A variable that `{% set ns.x = … %}` may change from inside a loop.
        case namespace(NamespaceBox)
        /// Elements made one by one while a loop asks for them.
        case stream(DataStream)
    }

    var storage: Storage

    init(_ storage: Storage) {
        self.storage = storage
    }

    public static let null = DataValue(.null)

    public static func bool(_ flag: Bool) -> DataValue { DataValue(.bool(flag)) }

    public static func integer(_ number: Int) -> DataValue { DataValue(.integer(number)) }

    /// A number by its digits as JSON writes them, such as `1250.00`; it is printed exactly so.
    public static func number(_ digits: String) -> DataValue {
        if digits.utf8.count < 19, let integer = Int(digits), digits.utf8.first != UInt8(ascii: "+") {
            return String(integer) == digits ? DataValue(.integer(integer)) : DataValue(.number(digits))
        }
        return DataValue(.number(digits))
    }

    public static func string(_ text: String) -> DataValue { DataValue(.string(text)) }

    public static func array(_ elements: [DataValue]) -> DataValue { DataValue(.array(elements)) }

    public static func object(_ members: [(String, DataValue)]) -> DataValue {
        DataValue(.object(DataObject(members)))
    }

    public static func object(_ object: DataObject) -> DataValue { DataValue(.object(object)) }

    /// A list whose elements are read only when a loop reaches them; may be looped over as often as `makeIterator` allows.
    public static func stream(_ stream: DataStream) -> DataValue { DataValue(.stream(stream)) }

    /// The value of this key; nil for everything that is no object or has no such key.
    public subscript(key: String) -> DataValue? {
        guard case .object(let object) = storage else { return nil }
        return object[key]
    }

    /// The text of a string; nil for everything else.
    public var text: String? {
        guard case .string(let text) = storage else { return nil }
        return text
    }

    /// The elements of a list; nil for everything else.
    public var elements: [DataValue]? {
        guard case .array(let elements) = storage else { return nil }
        return elements
    }

    /// The members of an object; nil for everything else.
    public var members: DataObject? {
        guard case .object(let object) = storage else { return nil }
        return object
    }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: DataValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, DataValue)...) { self = .object(elements) }
}

/// The members of an object in the order in which they were given.
public struct DataObject: Sendable {
    public private(set) var keys: [String]
    public private(set) var values: [DataValue]
    /// Positions by key, kept only for objects too large to be searched one by one.
    private var index: [String: Int]

    private static let scannedMax = 12

    public init(_ members: [(String, DataValue)] = []) {
        keys = []
        values = []
        index = [:]
        keys.reserveCapacity(members.count)
        values.reserveCapacity(members.count)
        for (key, value) in members { append(value, under: key) }
    }

    public var count: Int { keys.count }

    public subscript(key: String) -> DataValue? {
        get { position(of: key).map { values[$0] } }
        set {
            if let position = position(of: key) {
                if let newValue { values[position] = newValue } else { remove(at: position) }
            } else if let newValue {
                append(newValue, under: key)
            }
        }
    }

    private func position(of key: String) -> Int? {
        if !index.isEmpty { return index[key] }
        for position in 0..<keys.count where keys[position] == key { return position }
        return nil
    }

    /// The last of several members with one key wins, as in most JSON readers.
    private mutating func append(_ value: DataValue, under key: String) {
        if let position = position(of: key) {
            values[position] = value
            return
        }
        keys.append(key)
        values.append(value)
        if !index.isEmpty {
            index[key] = keys.count - 1
        } else if keys.count > Self.scannedMax {
            for (position, key) in keys.enumerated() { index[key] = position }
        }
    }

    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        index = [:]
        if keys.count > Self.scannedMax {
            for (position, key) in keys.enumerated() { index[key] = position }
        }
    }
}

/// A list that is made while it is read, for lists too long for memory.
public struct DataStream: Sendable {
    let makeNext: @Sendable () -> () -> DataValue?

    /// `makeNext` starts the list from its beginning and returns the function that gives one element after the other.
    public init(_ makeNext: @escaping @Sendable () -> () -> DataValue?) {
        self.makeNext = makeNext
    }
}

/// What `namespace()` makes. Only the renderer that made it ever touches it, on one thread.
final class NamespaceBox: @unchecked Sendable {
    var members: DataObject

    init(_ members: DataObject) {
        self.members = members
    }
}
