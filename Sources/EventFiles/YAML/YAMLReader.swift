import FormModel
import Yams

/// Text of a file to nodes, within the bounds of `FileLimits`.
struct YAMLReader {
    private(set) var faults: [FileFault] = []
    private var nodeCount = 0

    /// The root, nil when the text is no YAML or too large; `faults` says why.
    mutating func root(of text: String) -> FileNode? {
        guard text.utf8.count <= FileLimits.byteCountMax else {
            add(.fileTooLarge, line: 1, column: 1, subject: String(FileLimits.byteCountMax / 1000))
            return nil
        }
        guard !AliasGuard.isSuspicious(text) else {
            add(.yamlAliasKey, line: 1, column: 1)
            return nil
        }
        guard let composed = composed(text) else { return nil }
        return node(from: composed, path: "", depth: 0)
    }

    // MARK: Composing

    /// The parser stops at the first key that stands twice. Here each such key is noted, renamed in a copy of the text
    /// and the copy parsed again, so that the rest of the file is checked as well.
    private mutating func composed(_ text: String) -> Node? {
        var working = text
        for turn in 0...FileLimits.duplicateCountMax {
            do {
                // Windows-1252 pasted into UTF-8, tabs, unbalanced brackets: all end in a YamlError with a mark.
                guard let node = try Parser(yaml: working).singleRoot() else {
                    add(.fileEmpty, line: 1, column: 1)
                    return nil
                }
                return node
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard let key = keys.first,
                    let twin = DuplicateKey.second(of: key, after: context.mark, in: working, number: turn)
                else {
                    add(.keyDuplicate, line: context.mark.line, column: context.mark.column, subject: keys.first ?? "")
                    return nil
                }
                add(.keyDuplicate, line: twin.line, column: twin.column, subject: key)
                working = twin.textWithRenamedKey
            } catch {
                addSyntaxFault(error)
                return nil
            }
        }
        return nil
    }

    private mutating func addSyntaxFault(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let code: FaultCode =
                problem.contains("mapping values are not allowed") || problem.contains("expected ',' or")
                ? .yamlColonInText
                : problem.contains("cannot start any token") ? .yamlTab : .yamlSyntax
            add(code, line: mark.line, column: mark.column, subject: problem)
        case .reader(let problem, _, _, _): add(.yamlSyntax, line: 1, column: 1, subject: problem)
        default: add(.yamlSyntax, line: 1, column: 1, subject: "")
        }
    }

    // MARK: Converting

    private mutating func node(from node: Node, path: String, depth: Int) -> FileNode? {
        let place = SourcePlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, path: path)
        nodeCount += 1
        guard nodeCount <= FileLimits.nodeCountMax else {
            if nodeCount == FileLimits.nodeCountMax + 1 {
                add(.yamlTooManyValues, line: place.line, column: place.column)
            }
            return nil
        }
        guard depth <= FileLimits.depthMax else {
            add(.yamlTooDeep, line: place.line, column: place.column)
            nodeCount = FileLimits.nodeCountMax + 1
            return nil
        }
        switch node {
        case .scalar(let scalar):
            return FileNode(content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            var elements: [FileNode] = []
            for (index, element) in sequence.enumerated() {
                guard let element = self.node(from: element, path: "\(path)[\(index)]", depth: depth + 1) else {
                    return nil
                }
                elements.append(element)
            }
            return FileNode(content: .list(elements), place: place)
        case .mapping(let mapping): return self.mapping(mapping, place: place, depth: depth)
        case .alias: return nil
        }
    }

    private mutating func mapping(_ mapping: Node.Mapping, place: SourcePlace, depth: Int) -> FileNode? {
        var entries: [FileNode.Entry] = []
        for (keyNode, valueNode) in mapping {
            guard let key = keyNode.scalar?.string else {
                add(.keyNotText, line: keyNode.mark?.line ?? place.line, column: keyNode.mark?.column ?? place.column)
                continue
            }
            if DuplicateKey.isRenamed(key) { continue }
            let path = place.path.isEmpty ? key : place.path + "." + key
            let keyPlace = SourcePlace(
                line: keyNode.mark?.line ?? place.line,
                column: keyNode.mark?.column ?? place.column,
                path: path
            )
            guard let value = node(from: valueNode, path: path, depth: depth + 1) else { return nil }
            entries.append(FileNode.Entry(key: key, keyPlace: keyPlace, value: value))
        }
        return FileNode(content: .mapping(entries), place: place)
    }

    private mutating func add(_ code: FaultCode, line: Int, column: Int, subject: String = "") {
        faults.append(code.fault(at: SourcePlace(line: line, column: column, path: ""), subject: subject))
    }
}
