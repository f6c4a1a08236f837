import Synchronization

/// Compiled templates by the digest of their bytes; the oldest goes when there are too many.
final class TemplateCache: Sendable {
    static let shared = TemplateCache()

    private static let countMax = 64

    private struct Key: Hashable {
        var digest: String
        var options: TemplateOptions
    }

    private let templates = Mutex<(byKey: [Key: Template], order: [Key])>(([:], []))

    func template(_ digest: String, _ options: TemplateOptions) -> Template? {
        templates.withLock { $0.byKey[Key(digest: digest, options: options)] }
    }

    func keep(_ template: Template) {
        let key = Key(digest: template.digest, options: template.options)
        templates.withLock { state in
            guard state.byKey.updateValue(template, forKey: key) == nil else { return }
            state.order.append(key)
            if state.order.count > Self.countMax { state.byKey[state.order.removeFirst()] = nil }
        }
    }
}
