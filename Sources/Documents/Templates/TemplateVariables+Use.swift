extension TemplateVariables {
    /// One place of a template that asks the data for something.
    public struct Use: Hashable, Sendable {
        /// The whole path from the data on, with `[]` for an element of a list: `event.sessions[].place`.
        public var path: String
        /// Whether the template gets by without: `{% if note %}`, `is defined`, `default(…)`.
        public var isOptional: Bool
        /// Whether a merge field or control stands in a repeated region, where the path may begin at a region's element.
        public var isInRegion: Bool
        /// `word/document.xml`.
        public var part: String
        /// `table 2, row 3, cell 1, paragraph 1`; counted from 1 within the part. Empty where it has none.
        public var place: String
        /// The tag as it stands in the template.
        public var tag: String
    }
}
