import FormModel

/// Reads names that programs give to answer places: tags of content controls, names of form fields, column heads.
///
/// Understood are `key`, `form.key`, `slug.form.key`, `key.option` (also with `:`, `=`, `/`, `#`), `group[2].inner`,
/// `group.2.inner`, `group_2_inner` and `group.inner`. Entries of groups are counted from 1.
struct TagParser: Sendable {
    struct Target: Equatable {
        var question: Int
        /// Counted from 0.
        var entry: Int?
        /// Key of an option.
        var option: String?
    }

    private let questions: [Question]
    private let topLevel: [String: Int]
    private let inner: [Int: [String: Int]]
    private let prefixes: [String]

    init(questions: [Question], slug: String, form: String) {
        self.questions = questions
        var topLevel: [String: Int] = [:]
        var inner: [Int: [String: Int]] = [:]
        for (index, question) in questions.enumerated() {
            if let group = question.group {
                inner[group, default: [:]][question.field.key] = index
            } else {
                topLevel[question.field.key] = index
            }
        }
        self.topLevel = topLevel
        self.inner = inner
        prefixes = ["\(slug).\(form).", "\(slug).", "\(form)."]
    }

    /// Whether the tag carries this event's slug in front.
    func namesEvent(_ tag: String) -> Bool { tag.hasPrefix(prefixes[0]) || tag.hasPrefix(prefixes[1]) }

    func parse(_ tag: String) -> Target? {
        guard !tag.isEmpty, tag.utf8.count <= 200 else { return nil }
        var rest = tag[...]
        for prefix in prefixes where rest.hasPrefix(prefix) && topLevel[tag] == nil {
            rest = rest.dropFirst(prefix.count)
            break
        }
        if let question = topLevel[String(rest)] { return Target(question: question) }
        return parts(rest)
    }

    private func parts(_ tag: Substring) -> Target? {
        let pieces = tag.split(whereSeparator: { ".:=/#[]".contains($0) }).map(String.init)
        guard let first = pieces.first else { return nil }
        guard let question = topLevel[first] else { return underscored(tag) }
        if questions[question].shape == .group { return groupTarget(question, pieces.dropFirst()) }
        return pieces.count == 2 ? Target(question: question, option: pieces[1]) : nil
    }

    private func groupTarget(_ group: Int, _ pieces: ArraySlice<String>) -> Target? {
        var pieces = pieces
        var entry: Int?
        if let first = pieces.first, let number = Int(first), number >= 0, number <= 200 {
            entry = max(0, number - 1)
            pieces = pieces.dropFirst()
        }
        guard let key = pieces.first, let question = inner[group]?[key] else { return nil }
        let option = pieces.dropFirst().first
        return Target(question: question, entry: entry, option: option)
    }

    /// `delegates_2_email`: the group's key, a number, the inner key.
    private func underscored(_ tag: Substring) -> Target? {
        for (group, keys) in inner {
            let prefix = questions[group].field.key + "_"
            guard tag.hasPrefix(prefix) else { continue }
            let rest = tag.dropFirst(prefix.count)
            let digits = rest.prefix { ("0"..."9").contains($0) }
            guard let number = Int(digits), number <= 200, rest.dropFirst(digits.count).first == "_" else { continue }
            if let question = keys[String(rest.dropFirst(digits.count + 1))] {
                return Target(question: question, entry: max(0, number - 1))
            }
        }
        return nil
    }
}
