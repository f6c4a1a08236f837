import OfficePackage
import Testing

@Suite struct ZipWriterTests {
    private static let text = Array(String(repeating: "Zażółć gęślą jaźń. ", count: 9_000).utf8)

    @Test func writtenMembersAreReadBackInOrder() throws {
        let writer = ZipWriter()
        try writer.add("[Content_Types].xml", "<Types/>")
        try writer.add("word/document.xml", Self.text)
        try writer.add("mimetype", Array("x".utf8), isStored: true)
        try writer.add("word/łódź.xml", "")
        let archive = try ZipArchive(writer.finish())
        let names = ["[Content_Types].xml", "word/document.xml", "mimetype", "word/łódź.xml"]
        #expect(archive.members.map(\.name) == names)
        #expect(archive.members.map(\.method) == [8, 8, 0, 8])
        #expect(try archive.part(named: "word/document.xml") == Self.text)
        #expect(try archive.part(named: "WORD/Document.xml") == Self.text)
        #expect(try archive.part(named: "mimetype") == Array("x".utf8))
        #expect(try archive.part(named: "word/łódź.xml") == [])
        #expect(try archive.part(named: "missing.xml") == nil)
    }

    @Test func sameInputGivesSameBytes() throws {
        func archive() throws -> [UInt8] {
            let writer = ZipWriter(level: 9)
            try writer.add("a.xml", Self.text)
            try writer.add("b.xml", Self.text)
            return try writer.finish()
        }
        #expect(try archive() == archive())
    }

    @Test func rawCopiesKeepPackedBytes() throws {
        let writer = ZipWriter()
        try writer.add("a.xml", Self.text)
        let first = try ZipArchive(writer.finish())
        let raw = try first.raw(first.members[0])
        let copier = ZipWriter()
        try copier.add(raw)
        let second = try ZipArchive(copier.finish())
        #expect(try second.raw(second.members[0]) == raw)
        #expect(try second.part(named: "a.xml") == Self.text)
    }

    @Test(arguments: [true, false])
    func piecesMakeOnePart(_ isStreamed: Bool) throws {
        var streamed: [UInt8] = []
        let writer = isStreamed ? ZipWriter(sink: { streamed += $0 }) : ZipWriter()
        try writer.beginPart("long.xml")
        var expected: [UInt8] = []
        for number in 0..<20_000 {
            let piece = Array("\(number &* 2_654_435_761);".utf8)
            expected += piece
            try writer.append(piece)
        }
        try writer.endPart()
        try writer.add("short.xml", "<x/>")
        let bytes = try writer.finish()
        let archive = try ZipArchive(isStreamed ? streamed : bytes)
        #expect(try archive.part(named: "long.xml") == expected)
        #expect(try archive.part(named: "short.xml") == Array("<x/>".utf8))
    }

    @Test func aRefusingSinkIsToldAsSuch() {
        struct Full: Error {}
        let writer = ZipWriter(sink: { _ in throw Full() })
        #expect(throws: PackageError(.sinkFailed)) {
            try writer.add("a.xml", "<x/>")
            try writer.finish()
        }
    }

    @Test func bytesThatAreNoArchiveAreRefused() {
        #expect(throws: PackageError(.notAPackage)) { try ZipArchive(Array("hello, this is no archive".utf8)) }
        #expect(throws: PackageError(.notAPackage)) { try ZipArchive([]) }
    }
}
