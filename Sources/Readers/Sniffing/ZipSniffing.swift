import FormModel

/// Tells office packages from other archives by the names of their members, without unpacking anything.
enum ZipSniffing {
    private static let memberCountMax = 512
    /// Enough for the first members' headers of a damaged archive.
    private static let damagedByteCountMax = 64 << 10

    static func format(of bytes: UnsafeRawBufferPointer) -> SourceFormat {
        var isPackage = false
        for name in names(of: bytes) {
            if name.starts(with: "word/".utf8) { return .docx }
            if name.starts(with: "xl/".utf8) { return .xlsx }
            if name.elementsEqual("[Content_Types].xml".utf8) { isPackage = true }
        }
        if isOpenDocumentText(bytes) { return .odt }
        // A package whose main part lies elsewhere is legal: the Word reader finds out by the relationships.
        return isPackage ? .docx : .zip
    }

    /// ODF 1.3 part 2, 3.3: the first member is `mimetype`, stored, without extra field.
    private static func isOpenDocumentText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count > 38 && bytes[30..<38].elementsEqual("mimetype".utf8)
            && bytes.contains(Array("application/vnd.oasis.opendocument.text".utf8), within: 256)
    }

    private static func names(of bytes: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>] {
        let listed = directoryNames(of: bytes)
        return listed.isEmpty ? localNames(of: bytes) : listed
    }

    /// Names from the central directory (APPNOTE 4.3.12), found from the end record.
    private static func directoryNames(of bytes: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>] {
        guard bytes.count >= 22 else { return [] }
        let earliest = max(0, bytes.count - 22 - 0xFFFF)
        guard
            let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: { start in
                bytes.little32(at: start) == 0x0605_4B50
            })
        else { return [] }
        var position = Int(bytes.little32(at: end + 16))
        var names: [Slice<UnsafeRawBufferPointer>] = []
        while names.count < memberCountMax, position + 46 <= end, bytes.little32(at: position) == 0x0201_4B50 {
            let nameCount = Int(bytes.little16(at: position + 28))
            guard position + 46 + nameCount <= end else { break }
            names.append(bytes[position + 46..<position + 46 + nameCount])
            let rest = Int(bytes.little16(at: position + 30)) + Int(bytes.little16(at: position + 32))
            position += 46 + nameCount + rest
        }
        return names
    }

    /// Names from the local headers of an archive whose directory is cut off.
    private static func localNames(of bytes: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>] {
        var names: [Slice<UnsafeRawBufferPointer>] = []
        var position = 0
        let end = min(bytes.count, damagedByteCountMax)
        while position + 30 <= end, names.count < memberCountMax {
            if bytes[position] == 0x50, bytes.little32(at: position) == 0x0403_4B50 {
                let nameCount = Int(bytes.little16(at: position + 26))
                if position + 30 + nameCount <= bytes.count {
                    names.append(bytes[position + 30..<position + 30 + nameCount])
                }
            }
            position += 1
        }
        return names
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func little16(at position: Int) -> UInt16 {
        UInt16(self[position]) | UInt16(self[position + 1]) << 8
    }

    fileprivate func little32(at position: Int) -> UInt32 {
        UInt32(little16(at: position)) | UInt32(little16(at: position + 2)) << 16
    }
}
