public import FormModel

/// One fault of a template, with its place as its author sees it in Word.
public struct TemplateFault: Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, CaseIterable, Sendable {
        case packageDamaged = "package.damaged"
        case packageNoDocument = "package.noDocument"
        case packageRefused = "package.refused"
        case partDamaged = "part.damaged"
        case tagUnclosed = "tag.unclosed"
        case tagEmpty = "tag.empty"
        case tagUnknown = "tag.unknown"
        case tagMisplaced = "tag.misplaced"
        case blockUnclosed = "block.unclosed"
        case blockUnopened = "block.unopened"
        case blockCrossed = "block.crossed"
        case syntax = "expression.syntax"
        case filterUnknown = "filter.unknown"
        case testUnknown = "test.unknown"
        case functionUnknown = "function.unknown"
        case nameUnknown = "name.unknown"
        case limit = "template.limit"
    }

    public var code: Code
    /// `word/document.xml`; empty for the package as a whole.
    public var part: String
    /// `paragraph 12`, `table 2, row 3, cell 1, paragraph 1`; counted from 1 within the part. Empty where it has none.
    public var place: String
    /// The tag as it stands in the template.
    public var tag: String
    /// The text around the tag.
    public var surroundings: String
    /// What is wrong and what to do, in Polish and English.
    public var message: LocalizedText
    /// The nearest known name.
    public var suggestion: String?

    /// The place and the message in English, for logs of tests and developers.
    public var description: String {
        let near = suggestion.map { " Did you mean \($0)?" } ?? ""
        return "\(part), \(place): \(tag): \(message.text(in: .english))\(near)"
    }
}

/// All faults of a template, in the order in which they stand in it.
public struct TemplateErrors: Error, Sendable, CustomStringConvertible {
    public let faults: [TemplateFault]

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
