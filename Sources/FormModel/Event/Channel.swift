/// The way a registration came in.
public enum Channel: String, CaseIterable, Sendable, Codable, Hashable {
    case web, mail, paper, phone, nomination
}
