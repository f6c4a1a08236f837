/// A language in which Nabór speaks to people: staff (Polish, English) and applicants (all five).
///
/// The raw value is the ISO 639-1 code that stands in event files, on the command line and in JSON.
public enum InterfaceLanguage: String, CaseIterable, Codable, Sendable, Hashable {
    case polish = "pl"
    case english = "en"
    case ukrainian = "uk"
    case russian = "ru"
    case belarusian = "be"

    /// The one of five texts that is in this language, in the order Polish, Ukrainian, Russian, English, Belarusian.
    public func choose(_ pl: String, _ uk: String, _ ru: String, _ en: String, _ be: String) -> String {
        switch self {
        case .polish: pl
        case .ukrainian: uk
        case .russian: ru
        case .english: en
        case .belarusian: be
        }
    }
}
