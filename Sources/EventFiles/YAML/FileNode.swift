import FormModel

/// A value of a YAML file as plain text, with its place; aliases are expanded, scalars are not interpreted.
///
/// YAML 1.1 reads the country `NO` as false and `2022-01-21` as a moment; here a scalar is the text that stands there, and
/// the shape of its key says what to make of it.
struct FileNode: Sendable {
    indirect enum Content: Sendable {
        /// `isPlain` is false for quoted and block scalars.
        case scalar(String, isPlain: Bool)
        case list([FileNode])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keyPlace: SourcePlace
        var value: FileNode
    }

    var content: Content
    var place: SourcePlace

    /// An empty plain scalar, `~` or `null`.
    var isNull: Bool {
        if case .scalar(let text, isPlain: true) = content { return ["", "~", "null", "Null", "NULL"].contains(text) }
        return false
    }

    var scalar: String? {
        if case .scalar(let text, _) = content { return text }
        return nil
    }

    var entries: [Entry]? {
        if case .mapping(let entries) = content { return entries }
        return nil
    }

    var elements: [FileNode]? {
        if case .list(let elements) = content { return elements }
        return nil
    }
}
