/// The variables a template has set so far, by the place where they live while it is rendered.
///
/// A loop and a `with` block have a scope of their own, an `if` has none, as in Jinja2.
struct Scope {
    private var frames: [[String: Int]] = [[:]]
    /// Depths of the loops that enclose the current place.
    private(set) var loopDepth = 0
    /// Places needed by the whole part.
    private(set) var slotCount = 0

    /// Begins the variables of merge regions, whose members are named without the variable.
    static let regionPrefix = "_region_"

    /// Places of the merge regions around, the innermost first.
    var regionSlots: [Int] {
        frames.reversed().flatMap { frame in
            frame.filter { $0.key.hasPrefix(Self.regionPrefix) }.map(\.value).sorted()
        }
    }

    func slot(of name: String) -> Int? {
        for frame in frames.reversed() {
            if let slot = frame[name] { return slot }
        }
        return nil
    }

    /// The place for a variable that is set here: that of this very scope if it has one, else a new one.
    mutating func define(_ name: String) -> Int {
        if let slot = frames[frames.count - 1][name] { return slot }
        frames[frames.count - 1][name] = slotCount
        slotCount += 1
        return slotCount - 1
    }

    mutating func push(isLoop: Bool) {
        frames.append([:])
        if isLoop { loopDepth += 1 }
    }

    mutating func pop(isLoop: Bool) {
        frames.removeLast()
        if isLoop { loopDepth -= 1 }
    }
}
