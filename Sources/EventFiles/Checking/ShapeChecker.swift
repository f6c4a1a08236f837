import Expressions
import Foundation
import FormModel

/// Holds nodes against shapes and notes everything that does not fit; what fits comes out as `Checked`.
struct ShapeChecker {
    private(set) var faults: [FileFault] = []

    mutating func mapping(_ node: FileNode, _ shape: MappingShape) -> CheckedMapping? {
        guard let nodeEntries = node.entries else {
            addKind(.mapping(shape), at: node.place)
            return nil
        }
        var entries: [String: (keyPlace: SourcePlace, value: Checked)] = [:]
        for entry in nodeEntries {
            guard let key = shape.key(entry.key) else {
                let suggestion = NearestName.of(entry.key, among: shape.keys.map(\.name))
                add(.keyUnknown, at: entry.keyPlace, subject: entry.key, suggestion: suggestion)
                continue
            }
            if entry.value.isNull {
                add(.valueEmpty, at: entry.keyPlace)
            } else if let checked = value(entry.value, key.shape) {
                entries[entry.key] = (entry.keyPlace, checked)
            }
        }
        let present = Set(nodeEntries.map(\.key))
        for key in shape.keys where key.isRequired && !present.contains(key.name) {
            add(.keyMissing, at: node.place, subject: key.name)
        }
        return CheckedMapping(shape: shape, place: node.place, entries: entries)
    }

    mutating func value(_ node: FileNode, _ shape: ValueShape) -> Checked? {
        switch shape {
        case .list(let element): return list(node, of: element)
        case .map(let keyForm, let element): return map(node, keyForm, element)
        case .mapping(let inner): return mapping(node, inner).map { Checked(value: .mapping($0), place: node.place) }
        case .either(let first, let second):
            return value(node, Self.accepts(node, first) || !Self.accepts(node, second) ? first : second)
        case .localized where node.scalar == nil: return texts(node)
        case .seats where node.scalar == nil: return seats(node)
        default: return scalar(node, shape)
        }
    }

    // MARK: Collections

    private mutating func list(_ node: FileNode, of element: ValueShape) -> Checked? {
        guard let nodes = node.elements else {
            addKind(.list(element), at: node.place)
            return nil
        }
        var elements: [Checked] = []
        for node in nodes {
            if node.isNull {
                add(.valueEmpty, at: node.place)
            } else if let checked = value(node, element) {
                elements.append(checked)
            }
        }
        return Checked(value: .list(elements), place: node.place)
    }

    private mutating func map(_ node: FileNode, _ keyForm: ValueShape.KeyForm, _ element: ValueShape) -> Checked? {
        guard let nodeEntries = node.entries else {
            addKind(.map(key: keyForm, element), at: node.place)
            return nil
        }
        var entries: [Checked.MapEntry] = []
        for entry in nodeEntries {
            if keyForm == .identifier, !ScalarReading.isIdentifier(entry.key) {
                addKind(.identifier, at: entry.keyPlace)
            }
            if entry.value.isNull {
                add(.valueEmpty, at: entry.keyPlace)
            } else if let checked = value(entry.value, element) {
                entries.append(Checked.MapEntry(key: entry.key, place: entry.keyPlace, value: checked))
            }
        }
        return Checked(value: .map(entries), place: node.place)
    }

    private mutating func texts(_ node: FileNode) -> Checked? {
        guard let entries = node.entries else {
            addKind(.localized, at: node.place)
            return nil
        }
        var texts: [InterfaceLanguage: String] = [:]
        for entry in entries {
            guard let language = InterfaceLanguage(rawValue: entry.key) else {
                let codes = InterfaceLanguage.allCases.map(\.rawValue)
                add(
                    .valueUnknown,
                    at: entry.keyPlace,
                    subject: entry.key,
                    detail: codes.joined(separator: ", "),
                    suggestion: NearestName.of(entry.key, among: codes)
                )
                continue
            }
            guard let text = entry.value.scalar else {
                addKind(.text, at: entry.value.place)
                continue
            }
            if entry.value.isNull { add(.valueEmpty, at: entry.keyPlace) }
            texts[language] = Self.trimmed(text)
        }
        return Checked(value: .localized(LocalizedText(texts)), place: node.place)
    }

    private mutating func seats(_ node: FileNode) -> Checked? {
        let shape = MappingShape(
            "seats",
            "A range of seats.",
            [
                KeyShape("min", .whole(0...1_000_000), required: true, "At least."),
                KeyShape("max", .whole(1...1_000_000), required: true, "At most."),
            ]
        )
        guard let mapping = mapping(node, shape), let least = mapping.whole("min"), let most = mapping.whole("max")
        else {
            return nil
        }
        guard least <= most else {
            add(.quotaMinOverMax, at: node.place, subject: String(least), detail: String(most))
            return nil
        }
        return Checked(value: .seats(SeatRange(minimum: least, maximum: most)), place: node.place)
    }

    // MARK: Scalars

    private mutating func scalar(_ node: FileNode, _ shape: ValueShape) -> Checked? {
        guard case .scalar(let raw, let isPlain) = node.content else {
            addKind(shape, at: node.place)
            return nil
        }
        let text = Self.trimmed(raw)
        let inset = raw.contains("\n") ? nil : isPlain ? 0 : 1
        switch ScalarShape.value(of: text, shape) {
        case .value(let value): return Checked(value: value, place: node.place, inset: inset, isScalar: true)
        case .malformed: addKind(shape, at: node.place)
        case .impossible(let day): add(.dateImpossible, at: node.place, subject: day)
        case .outside(let range):
            add(.valueRange, at: node.place, subject: text, detail: "\(range.lowerBound)–\(range.upperBound)")
        case .unknownWord(let words):
            add(
                .valueUnknown,
                at: node.place,
                subject: text,
                detail: words.joined(separator: ", "),
                suggestion: NearestName.of(text, among: words)
            )
        case .unknownZone: add(.timeZoneUnknown, at: node.place, subject: text)
        }
        return nil
    }

    /// Block scalars end in a line break that nobody means.
    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }

    /// Which of two notations a node is meant as.
    private static func accepts(_ node: FileNode, _ shape: ValueShape) -> Bool {
        switch shape {
        case .list: return node.elements != nil
        case .mapping(let inner):
            return node.entries.map { $0.isEmpty || $0.contains { inner.key($0.key) != nil } } ?? false
        case .map: return node.entries != nil
        case .localized:
            guard let entries = node.entries else { return node.scalar != nil }
            return entries.contains { InterfaceLanguage(rawValue: $0.key) != nil }
        case .word(let words): return node.scalar.map(words.contains) ?? false
        case .either(let first, let second): return accepts(node, first) || accepts(node, second)
        default: return node.scalar != nil
        }
    }

    // MARK: Faults

    private mutating func addKind(_ shape: ValueShape, at place: SourcePlace) {
        let (polish, english) = shape.expectation
        add(.valueKind, at: place, subject: polish, detail: english)
    }

    private mutating func add(
        _ code: FaultCode,
        at place: SourcePlace,
        subject: String = "",
        detail: String = "",
        suggestion: String? = nil
    ) {
        faults.append(code.fault(at: place, subject: subject, detail: detail, suggestion: suggestion))
    }
}
