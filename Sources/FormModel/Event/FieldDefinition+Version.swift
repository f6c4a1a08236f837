extension FieldDefinition {
    /// The question as it was asked in that version: its label and the options that have gone since.
    ///
    /// Options that still exist keep their present label; the key of an option means the same in every version.
    public func asked(in version: Int) -> FieldDefinition {
        guard version != self.version, let earlier = earlier.first(where: { $0.version == version }) else {
            return self
        }
        var field = self
        field.version = version
        if !earlier.label.isEmpty { field.label = earlier.label }
        let present = Set(options.map(\.key))
        field.options += earlier.options.filter { !present.contains($0.key) }
        return field
    }
}

extension FormDefinition {
    /// The question an answer was given to, even if it is asked otherwise or no longer at all.
    public func question(_ key: String, version: Int) -> FieldDefinition? {
        (field(key) ?? retiredFields.first { $0.key == key })?.asked(in: version)
    }
}
