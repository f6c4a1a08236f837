import FormModel
import ReaderProtocol
import Testing

@testable import PageReaders

@Suite struct HEIFDecoderTests {
    @Test func aPictureOfATelephoneIsOpenedInGrey() throws {
        let bytes = try PageFixture.bytes("blank-photo.heic")
        let other = try PageFixture.bytes("blank-photo.jpg")
        let pictures = try [(bytes, SourceFormat.heic), (other, .jpeg)].map { bytes, format in
            try bytes.withUnsafeBytes { try ImageDecoder.image($0, format: format, page: 0) }
        }
        #expect(pictures[0].width == pictures[1].width && pictures[0].height == pictures[1].height)
        // The same picture packed by other means: no pixel far from its neighbour's shade.
        let differences = zip(pictures[0].pixels, pictures[1].pixels).map { abs(Int($0) - Int($1)) }
        #expect(differences.reduce(0, +) / differences.count < 12)
    }

    @Test func tenBitsForAColourAreOpenedAsWell() throws {
        let bytes = try PageFixture.bytes("scan-ten-bits.heic")
        let picture = try bytes.withUnsafeBytes { try ImageDecoder.image($0, format: .heic, page: 0) }
        #expect(picture.width == 620 && picture.height == 877)
        // Paper is light, print is dark.
        #expect(picture.pixels.count { $0 > 200 } > picture.pixels.count / 2 && picture.pixels.contains { $0 < 60 })
    }

    @Test(arguments: [40, 400, 20_000]) func aPictureThatIsCutOffIsDamaged(count: Int) throws {
        let failure = try PageFixture.failure(of: Array(try PageFixture.bytes("blank-photo.heic").prefix(count)))
        #expect(failure.code == .sourceDamaged && failure.format == .heic)
    }

    @Test func sidesBeyondTheLimitAreNotUnpacked() throws {
        var bytes = try PageFixture.bytes("blank-photo.heic")
        // The property that says the size (ISO/IEC 23008-12, 6.5.3): width and height follow version and flags.
        let name = Array("ispe".utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) }) + 8
        bytes.replaceSubrange(start..<start + 8, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
        let failure = try PageFixture.failure(of: bytes)
        #expect([.sourceLimit, .sourceDamaged].contains(failure.code))
    }
}
