import FormModel

/// The tables of keys in `docs/event-file.md` and `docs/selection-rules.md`, made from the shapes that read the files.
public enum EventReference {
    /// One section for every mapping of the event file and of the workspace's settings.
    public static var eventFile: String {
        let own = ShapeWalk.mappings(from: EventShape.event).filter { !selectionNames.contains($0.name) }
        let settings = ShapeWalk.mappings(from: SettingsShape.settings).filter { shape in
            !own.contains { $0.name == shape.name }
        }
        return (own + settings).map(section).joined(separator: "\n")
    }

    /// One section for every mapping of selection rules.
    public static var selectionRules: String {
        ShapeWalk.mappings(from: SelectionShape.file).map(section).joined(separator: "\n")
    }

    /// Every fault by code and severity, with its English wording.
    public static var faults: String {
        var lines = ["| code | severity | meaning |", "|---|---|---|"]
        for code in FaultCode.allCases {
            let text =
                code == .expressionFaulty
                ? "An expression cannot be read; the message says where and why."
                : code.wording(subject: "…", detail: "…").text(in: .english)
            lines.append("| `\(code.rawValue)` | \(code.severity.rawValue) | \(text) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let selectionNames = Set(ShapeWalk.mappings(from: SelectionShape.block).map(\.name))

    private static func section(_ shape: MappingShape) -> String {
        var lines = ["### \(shape.name)", "", shape.about, "", "| key | value | | meaning |", "|---|---|---|---|"]
        for key in shape.keys {
            let value = kind(key.shape).replacing("|", with: "\\|")
            lines.append("| `\(key.name)` | \(value) | \(key.isRequired ? "required" : "") | \(key.about) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func kind(_ shape: ValueShape) -> String {
        switch shape {
        case .mapping(let inner): "[\(inner.name)](#\(inner.name.lowercased()))"
        case .list(let element): "list of " + kind(element)
        case .map(_, let element): "keys with " + kind(element)
        case .either(let first, let second): kind(first) + ", or " + kind(second)
        case .word(let words): words.map { "`\($0)`" }.joined(separator: " ")
        default: shape.expectation.english
        }
    }
}
