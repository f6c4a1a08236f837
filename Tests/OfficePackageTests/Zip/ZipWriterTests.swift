import OfficePackage
import Testing

@Suite struct ZipWriterTests {
    @Test func writtenMembersAreReadBack() throws {
        let writer = ZipWriter()
        try writer.add("[Content_Types].xml", "<Types/>")
        try writer.add("word/document.xml", Array(repeating: 0x41, count: 5000))
        try writer.add("mimetype", Array("x".utf8), isStored: true)
        let archive = try ZipArchive(writer.finish())
        #expect(archive.members.map(\.name) == ["[Content_Types].xml", "word/document.xml", "mimetype"])
        #expect(try archive.part(named: "word/document.xml") == Array(repeating: 0x41, count: 5000))
        #expect(try archive.part(named: "mimetype") == Array("x".utf8))
    }
}
