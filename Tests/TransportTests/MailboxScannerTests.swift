import FormModel
import Foundation
import Testing
import Transport

struct MailboxScannerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func items(_ names: [String] = [""], limits: MailboxScanner.Limits = MailboxScanner.Limits()) throws
        -> [MailboxItem]
    {
        var items: [MailboxItem] = []
        try MailboxScanner(limits: limits).scan(names.map { $0.isEmpty ? folder.path : folder.path + "/" + $0 }) {
            item in
            items.append(item)
            return true
        }
        return items
    }

    private static func texts(_ items: [MailboxItem]) -> [String] {
        items.map { item in
            if case .bytes(let bytes) = item.content { String(decoding: bytes, as: UTF8.self) } else { "no bytes" }
        }
    }

    private static let from = "From a@example.org Sun Mar  1 12:00:00 2026\n"

    @Test func foldersAreWalkedInTheOrderOfNames() throws {
        try folder.write("b.eml", "Subject: x\n\n")
        try folder.write("a/c.docx", "PK")
        try folder.write(".hidden", "x")
        let items = try items()
        #expect(items.map(\.displayName) == ["\(folder.path)/a/c.docx", "\(folder.path)/b.eml"])
        #expect(items.map(\.isMail) == [false, true])
    }

    @Test func linksInsideOfFoldersAreNotFollowed() throws {
        try folder.write("a.eml", "x")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/round", withDestinationPath: folder.path)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/out.eml",
            withDestinationPath: "/etc/hostname"
        )
        #expect(try items().map(\.displayName) == ["\(folder.path)/a.eml"])
    }

    @Test func maildirGivesNewAndCurWithTheirTimes() throws {
        try folder.write("box/new/1772362800.M1P2.host", "Subject: a\n\n")
        try folder.write("box/cur/1772362801.M1P2.host:2,S", "Subject: b\n\n")
        try folder.write("box/tmp/1772362802.M1P2.host", "Subject: c\n\n")
        try folder.write("box/.Sent/cur/1772362803.M1P2.host", "Subject: d\n\n")
        try folder.write("box/dovecot-uidlist", "x")
        let items = try items()
        #expect(
            items.map(\.receipt) == [
                .maildirName(Instant(millisecondsSinceEpoch: 1_772_362_800_000)),
                .maildirName(Instant(millisecondsSinceEpoch: 1_772_362_801_000)),
            ]
        )
        #expect(items.map(\.isMail) == [true, true])
    }

    @Test(arguments: ["box/cur", "box/cur/1772362801.M1P2.host:2,S"])
    func partOfAMaildirIsMailToo(name: String) throws {
        try folder.write("box/cur/1772362801.M1P2.host:2,S", "Subject: b\n\n")
        let items = try items([name])
        #expect(items.map(\.isMail) == [true])
        #expect(items.map(\.receipt) == [.maildirName(Instant(millisecondsSinceEpoch: 1_772_362_801_000))])
    }

    @Test func mboxIsSplitAndUnescaped() throws {
        let text =
            Self.from + "Subject: a\n\nFrom here on\n>From Anna\n>>From b\n\n" + Self.from + "Subject: b\n\nx\n\n"
        try folder.write("in.mbox", text)
        let items = try items()
        #expect(Self.texts(items) == ["Subject: a\n\nFrom here on\nFrom Anna\n>From b\n", "Subject: b\n\nx\n"])
        #expect(
            items.map(\.receipt)
                == Array(repeating: .fromLine(Instant(millisecondsSinceEpoch: 1_772_366_400_000)), count: 2)
        )
        #expect(items.map(\.displayName) == ["\(folder.path)/in.mbox#1", "\(folder.path)/in.mbox#2"])
    }

    @Test func fromInTheMiddleOfATextPartsNothing() throws {
        let text = Self.from + "Subject: a\n\nhello\n" + Self.from + "more\n\nFrom now on 12:00 we meet\n"
        try folder.write("in.mbox", text)
        #expect(try items().count == 1)
    }

    @Test func messageAboveTheLimitKeepsItsPlace() throws {
        let big = String(repeating: "x", count: 3000) + "\n"
        try folder.write("in.mbox", Self.from + big + "\n" + Self.from + "small\n")
        var limits = MailboxScanner.Limits()
        limits.messageByteCountMax = 1000
        let items = try items(limits: limits)
        #expect(
            items.first?.content
                == .range(
                    path: folder.path + "/in.mbox",
                    offset: Int64(Self.from.utf8.count),
                    byteCount: 3002
                )
        )
        #expect(Self.texts(items).last == "small\n")
    }

    @Test(arguments: [63_000, 65_536, 200_000])
    func longLinesCrossTheBlocks(count: Int) throws {
        let line = String(repeating: "y", count: count)
        try folder.write("in.mbox", Self.from + line + "\n>From z\n\n" + Self.from + "end")
        #expect(Self.texts(try items()) == [line + "\nFrom z\n", "end"])
    }

    @Test func missingPathAndTooDeepFoldersAreErrors() throws {
        #expect(throws: TransportError(.unreadable, subject: folder.path + "/none", errorNumber: ENOENT)) {
            try items(["none"])
        }
        try folder.write("a/b/c/d/e.eml", "x")
        var limits = MailboxScanner.Limits()
        limits.folderDepthMax = 3
        #expect(throws: TransportError.self) { try items(limits: limits) }
    }

    @Test func walkEndsWhenTheCallerHasEnough() throws {
        for number in 0..<5 { try folder.write("\(number).eml", "x") }
        var count = 0
        try MailboxScanner().scan([folder.path]) { _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }
}
