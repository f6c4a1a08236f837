/// One criterion by which equal applications are put in order.
enum TieKey: Hashable, Sendable {
    case score
    case submitted
    case criterion(String)
    /// The seeded number; always the last.
    case lottery

    init?(_ name: String) {
        switch name {
        case "score": self = .score
        case "submitted", "receipt", "time": self = .submitted
        case "lottery": self = .lottery
        default:
            guard name.hasPrefix("criterion."), name.utf8.count > 10 else { return nil }
            self = .criterion(String(name.dropFirst(10)))
        }
    }
}
