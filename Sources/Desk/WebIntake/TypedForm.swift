public import FormModel

/// What somebody typed into a web form, as it came: texts by the field's path, and files by their field.
///
/// Paths are those of findings: `email`, `delegates[2].email`; the three parts of an identity document end in `.kind`,
/// `.number` and `.validTo`. Nothing in it is checked.
public struct TypedForm: Hashable, Sendable {
    /// A file that lies in the waiting room for uploads, not yet part of any registration.
    public struct Upload: Hashable, Sendable {
        /// The name the sender gave it; for showing only.
        public var name: String
        public var sha256: String
        public var byteCount: Int
        /// Its name in the waiting room.
        public var token: String

        public init(name: String, sha256: String, byteCount: Int, token: String) {
            self.name = name
            self.sha256 = sha256
            self.byteCount = byteCount
            self.token = token
        }
    }

    public var language: InterfaceLanguage
    public var texts: [String: [String]]
    public var uploads: [String: Upload]

    public init(language: InterfaceLanguage, texts: [String: [String]] = [:], uploads: [String: Upload] = [:]) {
        self.language = language
        self.texts = texts
        self.uploads = uploads
    }

    /// The first text of a path; empty when nothing was typed.
    public func text(_ path: String) -> String { texts[path]?.first ?? "" }

    /// Entries a repeating group may have, whatever is typed.
    public static let entryCountMax = 50

    /// How many entries of a repeating group are on the page: the highest number typed, within the bound.
    public func entryCount(of field: FieldDefinition) -> Int {
        let prefix = field.key + "["
        var highest = 0
        for path in Array(texts.keys) + Array(uploads.keys) where path.hasPrefix(prefix) {
            let digits = path.dropFirst(prefix.count).prefix { $0 != "]" }
            if let number = Int(digits), (1...Self.entryCountMax).contains(number) { highest = max(highest, number) }
        }
        return highest
    }

    /// Takes an entry out; those behind it move up.
    public mutating func removeEntry(_ number: Int, of field: FieldDefinition) {
        let count = entryCount(of: field)
        guard number >= 1, number <= count else { return }
        for inner in field.fields {
            for part in FieldPath.parts(of: inner) {
                for entry in number..<count {
                    let here = FieldPath.inner(field.key, entry, inner.key) + part
                    let next = FieldPath.inner(field.key, entry + 1, inner.key) + part
                    texts[here] = texts[next]
                    uploads[here] = uploads[next]
                }
                let last = FieldPath.inner(field.key, count, inner.key) + part
                texts[last] = nil
                uploads[last] = nil
            }
        }
    }

    /// Without entries of repeating groups in which nothing stands.
    public func withoutEmptyEntries(_ form: FormDefinition) -> TypedForm {
        var result = self
        for field in form.fields where field.kind == .group {
            for entry in (0..<entryCount(of: field)).reversed() where isEmpty(entry + 1, of: field) {
                result.removeEntry(entry + 1, of: field)
            }
        }
        return result
    }

    private func isEmpty(_ entry: Int, of field: FieldDefinition) -> Bool {
        field.fields.allSatisfy { inner in
            FieldPath.parts(of: inner).allSatisfy { part in
                let path = FieldPath.inner(field.key, entry, inner.key) + part
                return uploads[path] == nil && (texts[path] ?? []).allSatisfy { $0.allSatisfy(\.isWhitespace) }
            }
        }
    }
}

/// The names under which a field's texts come.
public enum FieldPath {
    /// `delegates[2].email`.
    public static func inner(_ group: String, _ entry: Int, _ key: String) -> String { "\(group)[\(entry)].\(key)" }

    /// What is added to a field's path: nothing, or one ending for each part of an identity document.
    static func parts(of field: FieldDefinition) -> [String] {
        field.kind == .identityDocument ? [".kind", ".number", ".validTo"] : [""]
    }
}
