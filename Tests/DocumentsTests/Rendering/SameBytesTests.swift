import Documents
import OfficePackage
import Synchronization
import Testing

/// The same template and data give the same bytes, however they are made.
struct SameBytesTests {
    private static let cases = ConformanceTests.cases.filter { $0.value["expected"] != nil }

    /// Compiled twice, rendered twice, streamed once.
    @Test(arguments: cases) func documentIsTheSame(_ testCase: ConformanceTests.Case) throws {
        let bytes = try testCase.file.bytes()
        #expect(try testCase.file.bytes() == bytes)
        let data = testCase.value["data"] ?? [:]
        let template = try Template(bytes: bytes)
        let first = try template.render(data).bytes
        #expect(try template.render(data).bytes == first)
        #expect(try Template(bytes: bytes).render(data).bytes == first)
    }

    /// In each way of putting out many documents, by one worker and by two.
    @Test(arguments: cases) func workersDoNotMatter(_ testCase: ConformanceTests.Case) throws {
        let template = try Template(bytes: testCase.file.bytes())
        let records = Array(repeating: testCase.value["data"] ?? [:], count: 6)
        let one = BatchRenderer(template: template, workerCount: 1)
        let two = BatchRenderer(template: template, workerCount: 2)
        #expect(try one.zip(records) == two.zip(records))
        #expect(try one.book(records).bytes == two.book(records).bytes)
        let single = try template.render(records[0]).bytes
        let others = Mutex(0)
        try two.forEach(records) { _, document in
            if document.bytes != single { others.withLock { $0 += 1 } }
        }
        #expect(others.withLock { $0 } == 0)
    }

    /// Every book of the suite is sound, and no letter of it lacks anything.
    @Test(arguments: cases) func bookHoldsEveryLetter(_ testCase: ConformanceTests.Case) throws {
        let template = try Template(bytes: testCase.file.bytes())
        let data = testCase.value["data"] ?? [:]
        let letter = try WordText(template.render(data).bytes).words()
        let book = try WordText(BatchRenderer(template: template).book([data, data, data]).bytes).words()
        #expect(book == letter + letter + letter)
    }
}
