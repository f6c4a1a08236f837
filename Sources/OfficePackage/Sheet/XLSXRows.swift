/// Hands the rows of one worksheet over as they pass by (ISO 29500-1, 18.3.1.73).
final class XLSXRows: XMLHandler {
    /// Set when the caller had enough.
    private(set) var endedEarly = false
    private let reader: XLSXReader
    private let body: (Int, [XLSXReader.Value]) -> Bool
    private var cells: [XLSXReader.Value] = []
    private var row = 0
    private var rowCount = 0
    private var column = 0
    private var kind = Kind.number
    private var style = 0
    private var content: [UInt8] = []
    private var isInValue = false
    private var phoneticDepth = 0

    /// XFD: the last column a sheet can have.
    private static let columnCountMax = 16_384

    private enum Kind { case number, shared, inline, boolean, error, date, formulaText }

    init(reader: XLSXReader, body: @escaping (Int, [XLSXReader.Value]) -> Bool) {
        self.reader = reader
        self.body = body
    }

    override func start(_ element: XMLElement) {
        switch element.name {
        case .row:
            row = element.integer(.r) ?? row + 1
            cells.removeAll(keepingCapacity: true)
            column = 0
        case .c: startCell(element)
        case .v, .t: isInValue = phoneticDepth == 0
        case .rPh: phoneticDepth += 1
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        switch name {
        case .v, .t: isInValue = false
        case .rPh: phoneticDepth -= 1
        case .c: endCell()
        case .row: endRow()
        default: break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue { content.append(contentsOf: bytes) }
    }

    private func startCell(_ element: XMLElement) {
        content.removeAll(keepingCapacity: true)
        style = element.integer(.s) ?? 0
        if let reference = element.bytes(.r), let named = Self.column(of: reference) { column = named }
        guard let type = element.bytes(.t) else {
            kind = .number
            return
        }
        kind =
            type.matches("s")
            ? .shared
            : type.matches("inlineStr")
                ? .inline
                : type.matches("b")
                    ? .boolean
                    : type.matches("e")
                        ? .error
                        : type.matches("d") ? .date : type.matches("str") ? .formulaText : .number
    }

    private func endCell() {
        defer { column += 1 }
        guard !content.isEmpty, column < Self.columnCountMax else { return }
        let value = value()
        if value == .empty { return }
        while cells.count < column { cells.append(.empty) }
        if cells.count == column { cells.append(value) } else { cells[column] = value }
    }

    private func endRow() {
        rowCount += 1
        guard rowCount <= limits.rowCountMax else { return stop(PackageError(.limit, "rows")) }
        if !body(row, cells) {
            endedEarly = true
            stop(PackageError(.damaged, "ended"))
        }
    }

    private func value() -> XLSXReader.Value {
        let text = String(decoding: content, as: UTF8.self)
        switch kind {
        case .shared:
            guard let index = Int(text), reader.strings.indices.contains(index) else { return .error("#REF!") }
            return .text(reader.strings[index])
        case .inline, .formulaText: return .text(XLSXText.unescaped(content))
        case .boolean: return .boolean(text == "1" || text == "true")
        case .error: return .error(text)
        case .date: return .date(text)
        case .number: return number(text)
        }
    }

    private func number(_ text: String) -> XLSXReader.Value {
        guard reader.dateStyles.indices.contains(style), reader.dateStyles[style], let serial = Double(text),
            let date = XLSXDate.text(serial: serial, usesDate1904: reader.usesDate1904)
        else { return .number(text) }
        return .date(date)
    }

    /// `BC17` -> 54: the column counted from 0.
    private static func column(of reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference.prefix(4) {
            let letter = Int(byte & 0xDF) - 0x40
            guard byte >= 0x41, letter >= 1, letter <= 26 else { break }
            column = column * 26 + letter
        }
        return column == 0 ? nil : column - 1
    }
}
