import Documents
import OfficePackage
import Testing

struct LinkTargetTests {
    private func file(_ target: String) -> WordFile {
        var file = WordFile([
            .object([("xml", "<w:p><w:hyperlink r:id=\"rId30\"><w:r><w:t>see {{ x }}</w:t></w:r></w:hyperlink></w:p>")])
        ])
        file.links = [("rId30", target)]
        return file
    }

    private func targets(_ text: WordText) throws -> [String] {
        try Relationships(of: "word/document.xml", in: text.archive).targets.filter(\.isExternal).map(\.target)
    }

    @Test(arguments: [
        ("https://example.org/%7B%7B%20x%20%7D%7D", "K7 W", "https://example.org/K7%20W"),
        ("https://example.org/?a=%7B%7Bx%7D%7D&b=1", "q&c=2#x", "https://example.org/?a=q%26c%3D2%23x&b=1"),
        ("mailto:%7B%7Bx%7D%7D?subject=a", "a+b@example.org?cc=x", "mailto:a%2Bb@example.org%3Fcc%3Dx?subject=a"),
        ("{{ x }}", "https://example.org/ż?a=1&b=2", "https://example.org/%C5%BC?a=1&b=2"),
    ])
    func addressIsFilledIn(_ target: String, _ value: String, _ expected: String) throws {
        let text = try rendered(file(target), ["x": .string(value)])
        #expect(try targets(text) == [expected])
        #expect(try text.blocks() == ["see " + value])
    }

    @Test(arguments: HostileValueTests.values)
    func hostileValueLeadsNowhereElse(_ value: String) throws {
        let text = try rendered(file("https://example.org/%7B%7Bx%7D%7D"), ["x": .string(value)])
        for target in try targets(text) {
            #expect(target.hasPrefix("https://example.org/"))
            #expect(target.utf8.dropFirst(20).allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"'&/?#:".utf8.contains($0) })
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "x", "", "vbscript:x", " https://a",
    ])
    func otherSchemeIsNoLink(_ value: String) throws {
        let document = try Template(bytes: file("{{x}}").bytes()).render(["x": .string(value)])
        let text = try WordText(document.bytes)
        #expect(try targets(text) == [])
        #expect(try text.part("word/document.xml").contains("<w:hyperlink>"))
        #expect(document.warnings.map(\.code) == [.linkDropped])
    }

    @Test func loopMakesALinkForEach() throws {
        let link = "<w:p><w:hyperlink r:id=\"rId30\"><w:r><w:t>{{ r }}</w:t></w:r></w:hyperlink></w:p>"
        var file = WordFile(["{% for r in rows %}", .object([("xml", .string(link))]), "{% endfor %}"])
        file.links = [("rId30", "https://example.org/%7B%7B%20r%20%7D%7D")]
        let text = try rendered(file, ["rows": ["a", "b", "a"]])
        #expect(try targets(text) == ["https://example.org/a", "https://example.org/b"])
    }

    @Test func faultInAnAddressIsTold() throws {
        #expect(throws: TemplateErrors.self) { try Template(bytes: file("https://x/{{ a b }}").bytes()) }
        #expect(throws: TemplateErrors.self) { try Template(bytes: file("https://x/{{ a }}{% if %}").bytes()) }
    }
}
