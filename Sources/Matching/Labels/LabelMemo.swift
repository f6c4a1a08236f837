import Synchronization

/// Remembers what texts were found to name: the labels of a form are the same on every copy of it.
///
/// Bounded; shared by all threads that match the same form. Only saves time: the result is that of looking up anew.
final class LabelMemo: Sendable {
    struct Key: Hashable {
        /// Hash of the joined words, by which labels are told apart everywhere in the index.
        var words: UInt64
        var wordCount: Int
        var group: Int?
        var isProse: Bool
        var isMarked: Bool
    }

    /// Texts remembered; when there are more, all are forgotten and the labels come back with the next form.
    static let countMax = 8192

    private let known = Mutex<[Key: LabelMatch?]>([:])

    func match(_ key: Key, lookingUp: () -> LabelMatch?) -> LabelMatch? {
        if let found = known.withLock({ $0[key] }) { return found }
        let match = lookingUp()
        known.withLock { known in
            if known.count >= Self.countMax { known.removeAll(keepingCapacity: true) }
            known[key] = .some(match)
        }
        return match
    }
}
