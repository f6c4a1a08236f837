public import FormModel

/// How a template is compiled.
public struct TemplateOptions: Hashable, Sendable {
    /// Prints and treats undefined values as docxtpl does: undefined is empty, null is `None`, division gives `3.0`.
    public var isCompatible: Bool
    /// Puts non-breaking spaces after one-letter words, in the template's own text and in values. Letters ask for it.
    public var keepsOneLetterWords: Bool
    /// Language of dates, amounts and plurals where a filter names no other.
    public var language: InterfaceLanguage
    /// Names that exist in every record, for "did you mean" and for telling unknown names; nil checks nothing.
    public var knownNames: [String]?

    public init(
        isCompatible: Bool = false,
        keepsOneLetterWords: Bool = false,
        language: InterfaceLanguage = .polish,
        knownNames: [String]? = nil
    ) {
        self.language = language
        self.isCompatible = isCompatible
        self.keepsOneLetterWords = keepsOneLetterWords
        self.knownNames = knownNames
    }
}
