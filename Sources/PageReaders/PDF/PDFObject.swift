import CQPDF

/// One object of a PDF file; an absent or null object is nil wherever one is asked for.
struct PDFObject {
    let file: PDFFile
    let handle: qpdf_oh

    private static let itemCountMax = 100_000
    private static let keyCountMax = 10_000

    private var data: qpdf_data { file.data }

    // MARK: Dictionaries

    var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
    var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }

    /// The object itself, or the dictionary of a stream.
    private var dictionary: PDFObject? {
        if isDictionary { return self }
        return isStream ? PDFObject(file: file, handle: qpdf_oh_get_dict(data, handle)) : nil
    }

    /// The value of a key, written without its slash.
    subscript(key: String) -> PDFObject? {
        guard let dictionary else { return nil }
        let value = qpdf_oh_get_key(data, dictionary.handle, "/" + key)
        return qpdf_oh_is_null(data, value) != 0 ? nil : PDFObject(file: file, handle: value)
    }

    /// Names of all keys, without slashes.
    var keys: [String] {
        guard let dictionary else { return [] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
        while qpdf_oh_dict_more_keys(data) != 0, keys.count < Self.keyCountMax {
            guard let key = qpdf_oh_dict_next_key(data) else { break }
            keys.append(String(String(cString: key).dropFirst()))
        }
        return keys
    }

    // MARK: Arrays

    var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }

    /// The items of an array; of anything else none.
    var items: [PDFObject] {
        guard isArray else { return [] }
        let count = min(Int(qpdf_oh_get_array_n_items(data, handle)), Self.itemCountMax)
        return (0..<max(0, count)).map {
            PDFObject(file: file, handle: qpdf_oh_get_array_item(data, handle, Int32($0)))
        }
    }

    // MARK: Plain values

    var number: Double? {
        var value = 0.0
        guard qpdf_oh_get_value_as_number(data, handle, &value) != 0, value.isFinite else { return nil }
        return value
    }

    var integer: Int? {
        var value: Int64 = 0
        return qpdf_oh_get_value_as_longlong(data, handle, &value) != 0 ? Int(value) : nil
    }

    var flag: Bool? {
        var value: QPDF_BOOL = 0
        return qpdf_oh_get_value_as_bool(data, handle, &value) != 0 ? value != 0 : nil
    }

    /// A name without its slash.
    var name: String? {
        var start: UnsafePointer<CChar>?
        var count = 0
        guard qpdf_oh_get_value_as_name(data, handle, &start, &count) != 0, let start, count > 0 else { return nil }
        return Self.text(start, count).map { String($0.dropFirst()) }
    }

    /// A text string (ISO 32000-1, 7.9.2.2), or the text of a stream, as long values may be written.
    var text: String? {
        var start: UnsafePointer<CChar>?
        var count = 0
        if qpdf_oh_get_value_as_utf8(data, handle, &start, &count) != 0, let start { return Self.text(start, count) }
        guard isStream, let bytes = file.streamData(of: self) else { return nil }
        return Self.text(ofStream: bytes)
    }

    private static func text(_ start: UnsafePointer<CChar>, _ count: Int) -> String? {
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func text(ofStream bytes: [UInt8]) -> String {
        guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }

    /// Number of an indirect object; nil for a direct one.
    var objectNumber: Int? {
        let number = Int(qpdf_oh_get_object_id(data, handle))
        return number > 0 ? number : nil
    }

    /// Four numbers as a rectangle.
    var rectangle: PageRect? {
        let numbers = items.prefix(5).compactMap(\.number)
        guard numbers.count == 4 else { return nil }
        return PageRect(corners: numbers[0], numbers[1], numbers[2], numbers[3])
    }
}
