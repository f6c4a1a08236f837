/// What a state means for counting and for people, whatever an event calls it.
public enum StateClass: String, CaseIterable, Sendable, Codable {
    case pending, positive, waiting, negative
}
