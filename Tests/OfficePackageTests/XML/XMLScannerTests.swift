import OfficePackage
import Testing

@Suite struct XMLScannerTests {
    private final class Recorder: XMLHandler {
        var events: [String] = []
        var ranges: [Range<Int>] = []

        override func start(_ element: XMLElement) {
            let attributes = element.attributes.map { " \($0.name)=\($0.value)" }.joined()
            events.append("<\(element.name) \(element.space) \(element.localName)\(attributes)>")
            ranges.append(cursor.startTagRange)
        }

        override func end(_ name: XMLName, _ space: XMLSpace) {
            events.append("</\(name)>")
            ranges.append(cursor.endTagRange)
        }

        override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            events.append(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    @Test(arguments: [word, strict])
    func bothNamespacesAreOneAndPrefixesDoNotMatter(_ uri: String) throws {
        let recorder = Recorder()
        let text = "<x:p xmlns:x=\"\(uri)\" x:val=\"a&amp;b\"><zzz/>t&#322;o</x:p>"
        try XMLScanner.scan(Array(text.utf8), handler: recorder)
        let expected = ["<p word p x:val=a&b>", "<unknown none zzz>", "</unknown>", "t", "ł", "o", "</p>"]
        #expect(recorder.events == expected)
    }

    @Test func tagRangesFitTheBytes() throws {
        let text = "<?xml version=\"1.0\"?>\n<p a='x'>ł<b /></p >"
        let recorder = Recorder()
        try XMLScanner.scan(Array(text.utf8), handler: recorder)
        let found = recorder.ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        #expect(found == ["<p a='x'>", "<b />", "<b />", "</p >"])
    }

    @Test(arguments: [
        ("<!DOCTYPE a><a/>", PackageError.Code.doctype), ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .doctype),
        ("<a>", .damaged), ("<a></b>", .damaged), ("", .damaged), ("<a/>x", .damaged), ("<a>&nbsp;</a>", .damaged),
        ("<x:a/>", .damaged), ("<a b='1' b='2'/>", .damaged), ("not xml", .damaged),
    ])
    func whatIsNotPlainXMLIsRefused(_ text: String, _ code: PackageError.Code) {
        let error = #expect(throws: PackageError.self) { try XMLScanner.scan(Array(text.utf8), handler: Recorder()) }
        #expect(error?.code == code)
    }

    @Test func depthAttributesAndTextAreBounded() throws {
        var limits = PackageLimits()
        limits.depthMax = 3
        limits.attributeCountMax = 2
        limits.textByteCountMax = 4
        func scan(_ text: String) throws { try XMLScanner.scan(Array(text.utf8), handler: Recorder(), limits: limits) }
        try scan("<a><b><c d='' e=''>1234</c>5678</b></a>")
        #expect(throws: PackageError(.limit, "depth")) { try scan("<a><b><c><d/></c></b></a>") }
        #expect(throws: PackageError(.limit, "attributes")) { try scan("<a b='' c='' d=''/>") }
        #expect(throws: PackageError(.limit, "text")) { try scan("<a>12345</a>") }
    }

    @Test(arguments: [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'"), ("\u{1}\u{1F}\tx\n", "\tx\n"), ("]]>", "]]&gt;"), ("a\rb", "a&#13;b"),
        ("\u{FFFE}ł", "ł"),
    ])
    func escapedTextHoldsNoMarkup(_ text: String, _ escaped: String) {
        #expect(XMLEscape.text(text) == escaped)
    }

    @Test(arguments: [
        ("<p>A <b>b</b>\n c</p><p>d<br>e</p>", "A b c\nd\ne"),
        ("<style>x</style><script>y</script><table><tr><td>Imię:<td>Anna</table>", "Imię:\tAnna"),
        ("<div>za &lt;x&gt; łódź", "za <x> łódź"), ("", ""), ("plain", "plain"),
    ])
    func htmlGivesTheTextAPersonReads(_ html: String, _ text: String) {
        #expect(HTMLText.plainText(of: Array(html.utf8)) == text)
    }
}
