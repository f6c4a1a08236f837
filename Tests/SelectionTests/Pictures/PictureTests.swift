import FormModel
import Testing

@testable import Selection

@Suite struct PictureTests {
    private func record(seed: Seed? = nil, sensitive: Bool = false) throws -> [UInt8] {
        let pool = (0..<20).map { Candidate(id: "SECRET\($0)", attributes: ["g": $0 < 5 ? "<b>&" : "plain"]) }
        let rules = SelectionRules(
            seats: SeatRange(4),
            method: .lottery,
            fairness: .leximin,
            quotas: [
                Quota(
                    id: "g",
                    subject: .attributes(["g"]),
                    values: [.init(value: "<b>&", bounds: .init(minimum: .count(2), maximum: .count(3)))],
                    isSensitive: sensitive
                )
            ]
        )
        return try Selector(rules: rules).run(pool: pool, seed: Seed(text: "x")).record.bytes
    }

    @Test func pictureHasRulesAndChancesButNobody() throws {
        let picture = try #require(SelectionPicture(record: record(), title: "A & B", language: .english))
        #expect(picture.svg.contains("g:&lt;b&gt;&amp;"))
        #expect(picture.svg.contains("<title>A &amp; B</title>"))
        #expect(picture.svg.contains("Rehearsal"))
        #expect(picture.svg.contains("smallest"))
        #expect(!picture.svg.contains("SECRET"))
        #expect(picture.svg == SelectionPicture(record: try record(), title: "A & B", language: .english)?.svg)
    }

    @Test func sensitiveQuotaIsNotInThePicture() throws {
        let picture = try #require(SelectionPicture(record: record(sensitive: true), language: .polish))
        #expect(!picture.svg.contains("&lt;b"))
    }

    @Test func rubbishGivesNoPicture() {
        #expect(SelectionPicture(record: Array("{}".utf8), language: .polish) == nil)
    }
}
