import Foundation
import HTTPTypes
import Registry
import FormModel
import Desk
import Mustache
import Testing

@testable import Web

@Suite struct MarkupEscapingTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a&b", "a&amp;b"), ("\"'`", "&quot;&#39;&#96;"), ("Żółć", "Żółć"),
        ("\u{0}\u{1B}", "\u{FFFD}\u{FFFD}"),
    ])
    func signsOfMarkupAreReplaced(text: String, expected: String) {
        #expect(MarkupEscaping.escaped(text) == expected)
    }

    /// One character for Swift, two for a browser: the quote would end the attribute.
    @Test(arguments: ["\"", "<", ">", "'", "&"])
    func aMarkOnTopHidesNothing(sign: String) {
        let escaped = MarkupEscaping.escaped(sign + "\u{0301} onfocus=alert(1)")
        let isEntity =
            Array(escaped.utf8.prefix(2)) != Array((sign + " ").utf8) && escaped.utf8.first == UInt8(ascii: "&")
        #expect(isEntity && escaped.utf8.dropFirst().first != 0xCC)
    }

    @Test func everyTemplateEscapesWithOurOwnRule() throws {
        let library = try PageLibrary(folder: TestSite.shareFolder + "/templates/web")
        var values = PageValues(["heading": "<b>\"\u{0301}"])
        values["page-title"] = "x"
        let page = library.render("message", values)
        #expect(page.contains("&lt;b&gt;&quot;\u{0301}"))
        #expect(!page.contains("<b>\""))
    }

    @Test func noTemplatePrintsAnythingUnescaped() throws {
        for (name, text) in try TestSite.templates() {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
            #expect(!text.contains("style=\"") && !text.contains("onclick"), "\(name): the page's own rules forbid it")
        }
    }
}
