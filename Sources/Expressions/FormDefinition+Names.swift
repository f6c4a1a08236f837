public import FormModel

extension FormDefinition {
    /// The names that expressions over this form's answers may use: its fields and, with a dot, the fields inside of
    /// groups and the parts of papers and names.
    public var expressionNames: Set<String> {
        var names: Set<String> = []
        for field in fields {
            names.insert(field.key)
            for inner in field.fields { names.insert(field.key + "." + inner.key) }
            switch field.kind {
            case .identityDocument: names.formUnion(["kind", "number", "valid_to"].map { field.key + "." + $0 })
            case .personName: names.formUnion(["given", "surname"].map { field.key + "." + $0 })
            default: break
            }
        }
        return names
    }
}
