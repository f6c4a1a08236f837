import Documents
import Testing

@testable import Desk

struct ValuePathsTests {
    private let paths = ValuePaths(
        root: [
            "person": ["name": "Anna", "addressForm": "pani"], "event": ["title": "X"],
            "rows": [["code": "K7WQ3", "points": ["1", "2"]]], "gaps": [], "note": "",
        ]
    )

    @Test(
        arguments: [
            "person", "person.name", "rows", "rows[]", "rows[].code", "rows[].points[]", "gaps[].anything", "person[]",
        ]
    )
    func pathThatIsThereIsKnown(_ path: String) {
        #expect(paths.find(path) == .known)
    }

    @Test(
        arguments: [
            ("persn.name", "persn", "person"), ("person.nam", "person.nam", "person.name"),
            ("rows[].kode", "rows[].kode", "rows[].code"), ("addressForm", "addressForm", "person.addressForm"),
            ("title", "title", "event.title"), ("person.name.first", "person.name.first", nil),
            ("somethingElse", "somethingElse", nil), ("note.text", "note.text", nil),
        ]
    )
    func pathThatIsNotThereHasItsNeighbour(_ path: String, name: String, suggestion: String?) {
        #expect(paths.find(path) == .unknown(name: name, suggestion: suggestion))
    }

    @Test func nameInARepeatedRowMayBelongToAnElement() {
        #expect(paths.findInRegion("code") == .known)
        #expect(paths.findInRegion("person.name") == .known)
        #expect(paths.findInRegion("nothing") == .unknown(name: "nothing", suggestion: nil))
    }
}
