import FormModel
import Foundation
import Testing

@Suite struct FindingCodeDocumentTests {
    @Test func everyCodeIsDocumented() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(contentsOf: root.appending(path: "docs/findings.md"), encoding: .utf8)
        let missing = FindingCode.allCases.map(\.rawValue).filter { !document.contains("`\($0)`") }
        #expect(missing.isEmpty)
    }
}
