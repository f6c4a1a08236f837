import FormModel
import OfficePackage
import Readers
import Testing

/// Documents made to do harm or broken on the way: each is refused with its reason, or read with a warning.
@Suite struct HostileDocxTests {
    private func failure(_ bytes: [UInt8]) -> ReadingFailure? {
        do throws(ReadingFailure) {
            _ = try DocxReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func limit(_ name: String) -> ReadingFailure { ReadingFailure(.sourceLimit, parameters: ["limit": name]) }

    @Test func doctypeInAPartIsRefused() throws {
        var fixture = DocxFixture("")
        fixture.document = Array("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>".utf8)
        #expect(try failure(fixture.bytes()) == ReadingFailure(.sourceDoctype))
    }

    @Test func tenThousandNestedTablesHitTheDepthLimit() throws {
        let count = 10_000
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: count)
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: count)
        #expect(try failure(DocxFixture(open + close).bytes()) == limit("depth"))
    }

    @Test func aBombOfOneMemberHitsTheRatioLimit() throws {
        var fixture = DocxFixture("")
        fixture.document = Array(repeating: 0x20, count: 20 << 20)
        #expect(try failure(fixture.bytes()) == limit("ratio"))
    }

    @Test func aBombOfManyMembersHitsTheUnpackedLimit() throws {
        var fixture = DocxFixture("")
        let noise = Self.noise(count: 1 << 20)
        fixture.extraMembers = (0..<65).map { ("word/media/\($0).bin", noise) }
        #expect(try failure(fixture.bytes()) == limit("unpacked"))
    }

    @Test func tooManyMembersAreRefused() throws {
        var fixture = DocxFixture("")
        fixture.extraMembers = (0..<600).map { ("word/x\($0).xml", [0x20]) }
        #expect(try failure(fixture.bytes()) == limit("members"))
    }

    @Test func aTagWithAMillionAttributesIsRefusedAtOnce() throws {
        var fixture = DocxFixture("")
        fixture.document = Array(("<d " + (0..<200_000).map { "a\($0)=\"\" " }.joined() + "/>").utf8)
        #expect(try failure(fixture.bytes()) == limit("attributes"))
    }

    @Test(arguments: ["../evil.xml", "/etc/x", "C:evil", "word\\x.xml", "a/./b"])
    func memberNamesThatArePathsAreRefused(_ name: String) throws {
        var fixture = DocxFixture(paragraph(run("x")))
        fixture.extraMembers = [(name, [0x20])]
        #expect(try failure(fixture.bytes())?.code == .sourceDamaged)
    }

    @Test func twoMembersOfOneNameAreRefused() throws {
        var fixture = DocxFixture(paragraph(run("x")))
        fixture.extraMembers = [("word/document.xml", [0x20])]
        #expect(try failure(fixture.bytes())?.code == .sourceDamaged)
    }

    @Test(arguments: [1, 50, 400, 900])
    func aCutOffArchiveIsDamaged(_ missing: Int) throws {
        let bytes = try DocxFixture(paragraph(run("x"))).bytes()
        #expect(failure(Array(bytes.dropLast(missing)))?.code == .sourceDamaged)
        #expect(Sniffing.format(of: Array(bytes.dropLast(missing))) == .docx)
    }

    @Test func aWrongChecksumIsDamaged() throws {
        let bytes = try DocxFixture(paragraph(run("x"))).bytes()
        let archive = try ZipArchive(bytes)
        let writer = ZipWriter()
        for member in archive.members {
            var raw = try archive.raw(member)
            if member.name == "word/document.xml" { raw.crc ^= 1 }
            try writer.add(raw)
        }
        #expect(try failure(writer.finish())?.code == .sourceDamaged)
    }

    @Test(arguments: ["", "<w:p>", "<w:p></w:q>", "<a/><b/>", "&nbsp;", "\u{1}"])
    func brokenXMLIsDamaged(_ text: String) throws {
        var fixture = DocxFixture("")
        fixture.document = Array(text.utf8)
        #expect(try failure(fixture.bytes())?.code == .sourceDamaged)
    }

    @Test func aPackageWithoutADocumentIsDamaged() throws {
        let writer = ZipWriter()
        try writer.add("word/other.xml", "<x/>")
        #expect(try failure(writer.finish())?.code == .sourceDamaged)
    }

    @Test func anEncryptedContainerIsToldFromAnOldDocument() {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        let name = "EncryptedPackage".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
        #expect(failure(head + name) == ReadingFailure(.sourceEncrypted))
        #expect(failure(head) == ReadingFailure(.sourceNeedsConverter))
    }

    @Test func utf16PartsAreRead() throws {
        var fixture = DocxFixture("")
        let xml =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document \(DocxFixture.transitional)><w:body>\(paragraph(run("Łódź")))</w:body></w:document>"
        fixture.document =
            [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let reading = try DocxReader.read(fixture.bytes())
        #expect(reading.blocks == [.paragraph(Paragraph(place: "body/p[1]", spans: [Span(text: "Łódź")]))])
    }

    @Test func aMegabyteOfTextIsRead() throws {
        let text = (0..<150_000).map { "\($0)ą" }.joined()
        let reading = try DocxReader.read(DocxFixture(paragraph(run(text))).bytes())
        #expect(reading.blocks == [.paragraph(Paragraph(place: "body/p[1]", spans: [Span(text: text)]))])
    }

    /// Bytes that do not pack, the same each time.
    private static func noise(count: Int) -> [UInt8] {
        var state: UInt64 = 42
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}
