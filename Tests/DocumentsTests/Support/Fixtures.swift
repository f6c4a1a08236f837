import Documents
import Foundation
import OfficePackage
import Testing

enum Fixtures {
    static func bytes(_ name: String, near file: String = #filePath) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
    }
}

/// Renders and checks that nothing in the file would make Word repair it.
func rendered(
    _ file: WordFile,
    _ data: DataValue,
    _ options: TemplateOptions = TemplateOptions(),
    _ renderOptions: RenderOptions = RenderOptions(),
    location: SourceLocation = #_sourceLocation
) throws -> WordText {
    let document = try Template(bytes: file.bytes(), options: options).render(data, options: renderOptions)
    return try WordText(document.bytes, location: location)
}

/// The paragraphs of a document made of these paragraphs.
func paragraphs(
    _ body: String...,
    with data: DataValue = [:],
    options: TemplateOptions = TemplateOptions(),
    renderOptions: RenderOptions = RenderOptions(),
    location: SourceLocation = #_sourceLocation
) throws -> [String] {
    try rendered(WordFile(body.map { .string($0) }), data, options, renderOptions, location: location).blocks()
}

extension DataValue {
    /// A value from its JSON text.
    static func json(_ text: String) throws -> DataValue { try DataReader.read(Array(text.utf8)) }
}
