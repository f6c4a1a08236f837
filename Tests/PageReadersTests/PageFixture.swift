import FormModel
import Foundation
import PageReaders
import ReaderProtocol

/// The files of `Tests/Fixtures/pages`, written by the programs of `scripts/pages`, and what came of reading one.
enum PageFixture {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/pages")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The one reading of a file that can be read.
    static func reading(_ name: String) throws -> Reading {
        try reading(of: try bytes(name))
    }

    static func reading(of bytes: [UInt8]) throws -> Reading {
        let replies = try replies(bytes)
        guard replies.count == 2, case .reading(let reading) = replies[0], replies[1] == .end else {
            throw Unexpected(replies: replies)
        }
        return reading
    }

    /// The failure that a file ends in.
    static func failure(of bytes: [UInt8]) throws -> ReadFailure {
        let replies = try replies(bytes)
        guard replies.count == 1, case .failure(let failure) = replies[0] else { throw Unexpected(replies: replies) }
        return failure
    }

    private static func replies(_ bytes: [UInt8]) throws -> [ReaderReply] {
        var replies: [ReaderReply] = []
        try bytes.withUnsafeBytes { try PageReader.read($0, job: ReaderJob()) { replies.append($0) } }
        return replies
    }

    struct Unexpected: Error {
        var replies: [ReaderReply]
    }

    /// What another reader of PDF says of a field's box.
    struct Field: Decodable {
        var name: String
        var kind: String
        var value: String?
        var values: [String]?
        var states: [String]?
        var shown: String?
        var signed: Bool?
    }

    static func fields(_ name: String) throws -> [Field] {
        let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
        return try JSONDecoder().decode([Field].self, from: data)
    }
}
