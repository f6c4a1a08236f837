import Foundation

/// Hostile packages, written byte by byte (APPNOTE.TXT 4.3; RFC 1951 for the bomb).
enum ZipFixture {
    struct Member {
        var name: String
        var bytes: [UInt8]
        var isDeflated = false
        /// What the directory claims the member unpacks to.
        var unpackedCount: Int
        var checksum: UInt32

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
            unpackedCount = bytes.count
            checksum = ZipFixture.checksum(bytes)
        }

        /// Spaces without end: a deflate stream of the longest copies, 150 times as much as it takes.
        init(bomb name: String, unpackedCount: Int) {
            self.name = name
            bytes = ZipFixture.deflatedSpaces(copies: unpackedCount / 258)
            isDeflated = true
            self.unpackedCount = 1 + unpackedCount / 258 * 258
            checksum = 0
        }
    }

    private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// A Word document with this body; a prolog goes before the root.
    static func docx(body: String, prolog: String = "") -> [UInt8] {
        package(
            Member(
                "word/document.xml",
                prolog + "<w:document xmlns:w=\"\(namespace)\"><w:body>\(body)</w:body></w:document>"
            )
        )
    }

    /// A Word document whose main part unpacks to 100 MB.
    static func bomb() -> [UInt8] { package(Member(bomb: "word/document.xml", unpackedCount: 100_000_000)) }

    private static func package(_ document: Member) -> [UInt8] {
        let types = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """
        let relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>
            """
        return zip([Member("[Content_Types].xml", types), Member("_rels/.rels", relations), document])
    }

    static func zip(_ members: [Member]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let offset = file.count
            let common =
                little16(member.isDeflated ? 8 : 0) + little32(0x5821_4000) + little32(member.checksum)
                + little32(UInt32(member.bytes.count)) + little32(UInt32(member.unpackedCount))
                + little16(UInt16(member.name.utf8.count)) + little16(0)
            file += little32(0x0403_4B50) + little16(20) + little16(0) + common + Array(member.name.utf8) + member.bytes
            directory += little32(0x0201_4B50) + little16(20) + little16(20) + little16(0) + common
            directory += little16(0) + little16(0) + little16(0) + little32(0) + little32(UInt32(offset))
            directory += Array(member.name.utf8)
        }
        let count = UInt16(members.count)
        return file + directory + little32(0x0605_4B50) + little16(0) + little16(0) + little16(count) + little16(count)
            + little32(UInt32(directory.count)) + little32(UInt32(file.count)) + little16(0)
    }

    /// One fixed block (RFC 1951 3.2.6): a space, then copies of 258 bytes at distance 1.
    private static func deflatedSpaces(copies: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.put(0b1, 1)  // the last block
        bits.put(0b01, 2)  // fixed codes
        bits.putCode(0x30 + 0x20, 8)
        for _ in 0..<copies {
            bits.putCode(0b1100_0101, 8)  // length 258
            bits.putCode(0, 5)  // distance 1
        }
        bits.putCode(0, 7)  // end of block
        return bits.bytes
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func put(_ value: Int, _ count: Int) {
            for bit in 0..<count { putBit(value >> bit & 1) }
        }

        /// Huffman codes begin with their highest bit.
        mutating func putCode(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { putBit(value >> bit & 1) }
        }

        private mutating func putBit(_ bit: Int) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(bit << used)
            used += 1
        }
    }

    private static func little16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func little32(_ value: UInt32) -> [UInt8] {
        little16(UInt16(value & 0xFFFF)) + little16(UInt16(value >> 16))
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
