import Foundation

/// Reads `multipart/form-data` (RFC 7578) out of a body that is wholly in memory and bounded already.
///
/// Handled: texts, files, quoted names with the escapes that browsers use. Ignored: part headers other than
/// Content-Disposition, so a file's claimed type is never believed.
struct MultipartForm {
    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private var position = 0

    static func read(_ untrusted: [UInt8], boundary: String) throws(FormInputError) -> FormInput {
        guard (1...70).contains(boundary.utf8.count) else { throw FormInputError(code: .notAForm) }
        var reader = MultipartForm(bytes: untrusted, delimiter: Array("--\(boundary)".utf8))
        return try reader.parts()
    }

    /// The boundary of a Content-Type header; nil when it is no multipart form.
    static func boundary(_ contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for piece in contentType.split(separator: ";").dropFirst() {
            let trimmed = piece.drop { $0 == " " }
            guard trimmed.lowercased().hasPrefix("boundary=") else { continue }
            return String(trimmed.dropFirst("boundary=".count).filter { $0 != "\"" })
        }
        return nil
    }

    private init(bytes: [UInt8], delimiter: [UInt8]) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    private mutating func parts() throws(FormInputError) -> FormInput {
        guard let first = find(delimiter, from: 0) else { throw FormInputError(code: .notAForm) }
        position = first + delimiter.count
        var input = FormInput()
        var count = 0
        while !startsWith([UInt8(ascii: "-"), UInt8(ascii: "-")], at: position) {
            count += 1
            guard count <= FormInputLimits.fieldCountMax else { throw FormInputError(code: .tooManyFields) }
            guard startsWith(Self.lineEnd, at: position) else { throw FormInputError(code: .damaged) }
            position += Self.lineEnd.count
            try part(into: &input)
        }
        return input
    }

    private mutating func part(into input: inout FormInput) throws(FormInputError) {
        guard let headEnd = find(Self.lineEnd + Self.lineEnd, from: position),
            headEnd - position <= FormInputLimits.partHeaderByteCountMax,
            let bodyEnd = find(Self.lineEnd + delimiter, from: headEnd + 2)
        else { throw FormInputError(code: .damaged) }
        let head = String(decoding: bytes[position..<headEnd], as: UTF8.self)
        let bodyStart = min(headEnd + 4, bodyEnd)
        position = bodyEnd + Self.lineEnd.count + delimiter.count
        guard let disposition = Self.disposition(head), let name = disposition.name,
            name.utf8.count <= FormInputLimits.nameByteCountMax
        else { throw FormInputError(code: .damaged) }
        let body = bytes[bodyStart..<bodyEnd]
        guard let fileName = disposition.fileName else {
            guard body.count <= FormInputLimits.textByteCountMax else { throw FormInputError(code: .tooManyFields) }
            input.texts.append((name, String(decoding: body, as: UTF8.self)))
            return
        }
        // An empty file field comes with an empty name.
        guard !fileName.isEmpty else { return }
        guard input.files.count < FormInputLimits.fileCountMax else { throw FormInputError(code: .tooManyFields) }
        input.files.append(FormInput.File(name: name, untrustedFileName: fileName, bytes: Array(body)))
    }

    // MARK: Headers

    private static func disposition(_ head: String) -> (name: String?, fileName: String?)? {
        for line in head.split(whereSeparator: \.isNewline) {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            return (parameter("name", of: line), parameter("filename", of: line))
        }
        return nil
    }

    /// Browsers write `%22` for a quote and `%0D%0A` for a line end inside of names.
    private static func parameter(_ name: String, of line: some StringProtocol) -> String? {
        let text = String(line)
        guard let start = text.range(of: "; \(name)=\"", options: .caseInsensitive)?.upperBound else { return nil }
        var value = ""
        for character in text[start...] {
            if character == "\"" { break }
            value.append(character)
        }
        return value.replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
    }

    // MARK: Bytes

    private static let lineEnd: [UInt8] = [13, 10]

    private func startsWith(_ pattern: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[index + offset] != pattern[offset] { return false }
        return true
    }

    /// The first place of a pattern; looks for its first byte with the fast search of the array's storage.
    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard start <= bytes.count, let first = pattern.first else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index + pattern.count <= buffer.count {
                guard let next = buffer[index...].firstIndex(of: first) else { return nil }
                if startsWith(pattern, at: next) { return next }
                index = next + 1
            }
            return nil
        }
    }
}
