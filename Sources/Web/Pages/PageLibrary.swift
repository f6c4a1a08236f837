import Foundation
import Logging
import Mustache
import Registry

/// The page templates and the style and script files, read once at the start.
struct PageLibrary: Sendable {
    /// A file that browsers fetch, with the digest that stands in its address.
    struct Asset: Sendable {
        var bytes: [UInt8]
        var contentType: String
        var digest: String
    }

    private let templates: MustacheLibrary
    let assets: [String: Asset]

    /// - Parameter folder: `templates/web` of the shipped files.
    init(folder: String) throws {
        MustacheContentTypes.register(MarkupEscaping(), named: MarkupEscaping.name)
        var templates = MustacheLibrary()
        var assets: [String: Asset] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            if name.hasSuffix(".mustache") {
                let text = MarkupEscaping.pragma + String(decoding: data, as: UTF8.self)
                try templates.register(text, named: String(name.dropLast(".mustache".count)))
            } else if let type = Self.contentTypes[String(name.split(separator: ".").last ?? "")] {
                let bytes = [UInt8](data)
                let digest = String(ContentDigest.sha256(bytes).prefix(12))
                assets[name] = Asset(bytes: bytes, contentType: type, digest: digest)
            }
        }
        self.templates = templates
        self.assets = assets
    }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// The address of a style or script file: it changes when the file does, so browsers may keep it for ever.
    func address(of name: String) -> String {
        "/static/\(assets[name]?.digest ?? "none")/\(name)"
    }

    /// A page; an unknown template is a mistake of ours and gives an empty page.
    func render(_ template: String, _ values: PageValues) -> String {
        templates.render(values.byName, withTemplate: template) ?? ""
    }

    var templateNames: Set<String> { Set(assets.keys) }
}
