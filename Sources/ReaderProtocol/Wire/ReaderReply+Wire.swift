import FormModel

/// The byte that tells a record's kind.
enum ReplyTag: UInt8 {
    case reading = 1
    case mail, part, row, rowFault, failure, end, picture, crop

    /// The largest payload of a record of this kind.
    var byteCountMax: Int {
        switch self {
        case .part: ReaderLimits.attachmentByteCountMax + 16
        case .end: 0
        default: ReaderLimits.recordByteCountMax
        }
    }
}

extension ReaderReply {
    var tag: ReplyTag {
        switch self {
        case .reading: .reading
        case .mail: .mail
        case .part: .part
        case .row(let row): row.reading == nil ? .rowFault : .row
        case .picture: .picture
        case .crop: .crop
        case .failure: .failure
        case .end: .end
        }
    }

    /// The record as it crosses the pipe: four bytes of length (little endian), the tag, the payload.
    ///
    /// Fails for a value that the other side would refuse.
    public func encoded() throws(WireFault) -> [UInt8] {
        var writer = ByteWriter()
        for byte in [0, 0, 0, 0, tag.rawValue] as [UInt8] { writer.put(byte: byte) }
        try put(into: &writer)
        var bytes = writer.bytes
        let count = bytes.count - Self.headByteCount
        guard count <= tag.byteCountMax else { throw WireFault(.limit, "recordByteCountMax") }
        for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: count >> (8 * index)) }
        return bytes
    }

    /// Length and tag before each payload.
    static let headByteCount = 5

    private func put(into writer: inout ByteWriter) throws(WireFault) {
        switch self {
        case .reading(let reading): try writer.put(reading)
        case .mail(let mail): try writer.put(mail)
        case .part(let index, let bytes):
            writer.put(count: index)
            writer.put(bytes: bytes)
        case .row(let row):
            writer.put(count: row.number)
            if let reading = row.reading {
                try writer.put(reading)
            } else {
                writer.put(row.fault ?? ReadingWarning(.sourceDamaged))
            }
        case .picture(let picture):
            writer.put(picture)
        case .crop(let crop):
            writer.put(crop.name)
            writer.put(count: crop.sheet)
            writer.put(crop.picture)
        case .failure(let failure):
            writer.put(case: failure.code)
            writer.put(case: failure.format)
            writer.put(texts: failure.parameters)
        case .end: break
        }
    }

    /// Takes a record out of an unchecked payload.
    init(untrusted payload: [UInt8], tag: ReplyTag) throws(WireFault) {
        var reader = ByteReader(payload)
        switch tag {
        case .reading: self = .reading(try reader.reading())
        case .mail: self = .mail(try reader.mail())
        case .part:
            let index = try reader.count(max: ReaderLimits.mailPartCountMax, "part")
            self = .part(index: index, bytes: try reader.byteList(max: ReaderLimits.attachmentByteCountMax, "part"))
        case .row:
            let number = try reader.count(max: ReaderLimits.tableRowNumberMax, "row")
            self = .row(TableRow(number: number, reading: try reader.reading()))
        case .rowFault:
            let number = try reader.count(max: ReaderLimits.tableRowNumberMax, "row")
            self = .row(TableRow(number: number, fault: try reader.warning()))
        case .picture:
            self = .picture(try reader.picture())
        case .crop:
            let name = try reader.text()
            let sheet = try reader.count(max: ReaderLimits.pageCountMax, "sheet")
            self = .crop(FieldCrop(name: name, sheet: sheet, picture: try reader.picture()))
        case .failure:
            let code = try reader.oneCase(of: FindingCode.self, "code")
            let format = try reader.oneCase(of: SourceFormat.self, "format")
            self = .failure(ReadFailure(code, format: format, parameters: try reader.texts("parameters")))
        case .end: self = .end
        }
        try reader.finish()
    }
}

extension ByteWriter {
    fileprivate mutating func put(_ picture: PagePicture) {
        put(count: picture.width)
        put(count: picture.height)
        put(bytes: picture.pixels)
    }
}

extension ByteReader {
    fileprivate mutating func picture() throws(WireFault) -> PagePicture {
        let width = try count(max: PagePicture.sideMax, "width")
        let height = try count(max: PagePicture.sideMax, "height")
        let pixels = try byteList(max: PagePicture.byteCountMax, "pixels")
        guard let picture = PagePicture(width: width, height: height, pixels: pixels) else {
            throw WireFault(.inconsistent, "picture")
        }
        return picture
    }
}
