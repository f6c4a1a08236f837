import Documents
import OfficePackage
import Testing

struct StreamTests {
    private let file = WordFile([["table": [["No"], ["{% for r in rows %}{{ r.n }}", "{{ loop.last }}{% endfor %}"]]]])

    private func rows(_ count: Int) -> DataValue {
        .stream(
            DataStream {
                var number = 0
                return {
                    guard number < count else { return nil }
                    number += 1
                    return ["n": .integer(number)]
                }
            }
        )
    }

    @Test func streamedListGivesTheSameTextAsAList() throws {
        let template = try Template(bytes: file.bytes())
        let list = DataValue.array((1...50).map { ["n": .integer($0)] })
        let bytes = try template.render(["rows": rows(50)]).bytes
        #expect(try bytes == template.render(["rows": list]).bytes)
        #expect(try WordText(bytes).blocks().first?.hasSuffix("[50 | true]") ?? false)
    }

    @Test func longListLeavesInPieces() throws {
        let template = try Template(bytes: file.bytes())
        let collected = CollectedBytes()
        _ = try template.write(["rows": rows(20_000)]) { collected.bytes.append(contentsOf: $0) }
        let text = try WordText(collected.bytes)
        #expect(try text.blocks().first?.hasSuffix("[20000 | true]") ?? false)
    }

    @Test func sinkThatRefusesEndsTheWriting() throws {
        struct Full: Error {}
        let template = try Template(bytes: file.bytes())
        let error = #expect(throws: RenderError.self) {
            try template.write(["rows": rows(5_000)]) { _ in throw Full() }
        }
        #expect(error?.code == .outputFailed)
    }
}
