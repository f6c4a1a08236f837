/// The names that a template needs from its data.
public struct TemplateVariables: Hashable, Sendable {
    /// A loop and what it needs of each element.
    public struct Loop: Hashable, Sendable {
        /// The path that is looped over, such as `program.rows`; empty where it is no plain path.
        public var path: String
        /// The loop's variable.
        public var variable: String
        /// Paths used of the variable, without it: `name`, `address.city`; empty text for the element itself.
        public var members: [String]
    }

    /// Paths used from the data itself, sorted: `event.title`, `person.address_form`.
    public var paths: [String]
    public var loops: [Loop]
    /// Every place that asks for something, in the order of the parts and of their text.
    public var uses: [Use] = []

    /// The first parts of the paths, sorted: what a record must hold at least.
    public var names: [String] {
        Set(paths.compactMap { $0.split(whereSeparator: { $0 == "." || $0 == "[" }).first.map(String.init) }).sorted()
    }
}
