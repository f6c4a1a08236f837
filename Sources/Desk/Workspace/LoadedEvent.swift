public import FormModel

/// An event with the text it was read from.
public struct LoadedEvent: Sendable {
    public let definition: EventDefinition
    public let yaml: String
    public let path: String
    /// Warnings of the file; an event with errors is never loaded.
    public let warnings: [FileFault]
}
