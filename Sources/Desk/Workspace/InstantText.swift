import FieldKinds
public import FormModel

/// Moments as people and other programs write them.
public enum InstantText {
    /// ISO 8601 with a zone, or without one in the given zone (`Europe/Warsaw`); a plain date is its first moment.
    public static func instant(iso text: String, timeZone: String = "Europe/Warsaw") -> Instant? {
        Instant(iso: text, timeZone: timeZone)
    }
}
