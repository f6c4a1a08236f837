/// Sets of countries that expressions know by name, as ISO 3166-1 alpha-2 codes.
///
/// The European Union as of 1 February 2020 (27 states); EEA adds Iceland, Liechtenstein and Norway; `EEA_CH` adds
/// Switzerland, whose citizens move freely under the agreement of 1999. An event before 2020 that counts the United
/// Kingdom in writes `country in EU or country == GB`.
public enum CountrySets {
    public static let EU: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
    public static let EEA = EU.union(["IS", "LI", "NO"])
    public static let EEA_CH = EEA.union(["CH"])

    /// By the name that stands in expressions.
    public static let byName: [String: Set<String>] = ["EU": EU, "EEA": EEA, "EEA_CH": EEA_CH]
}
