import FormModel
import Foundation

/// The language in which the program speaks to staff: `--language`, else `NABOR_LANGUAGE`, else LANG, else Polish.
///
/// A workspace's own language comes in between once its settings are read; see `WorkspaceOptions`.
enum Speech {
    static let ofArguments: InterfaceLanguage? = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count, !isDocumentLanguage(arguments) {
                return InterfaceLanguage(rawValue: arguments[index + 1])
            }
            if argument.hasPrefix("--language="), !isDocumentLanguage(arguments) {
                return InterfaceLanguage(rawValue: String(argument.dropFirst(11)))
            }
        }
        return ProcessInfo.processInfo.environment["NABOR_LANGUAGE"].flatMap(InterfaceLanguage.init(rawValue:))
    }()

    private static func isDocumentLanguage(_ arguments: [String]) -> Bool {
        ["form", "form-map"].contains(arguments.dropFirst().first)
    }

    static let ofEnvironment: InterfaceLanguage = {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("en") ? .english : .polish
    }()

    /// Polish or English: staff texts exist in these two.
    static let language: InterfaceLanguage = {
        let wanted = ofArguments ?? ofEnvironment
        return wanted == .polish ? .polish : .english
    }()
}

/// The text in the language of this run.
func say(_ polish: String, _ english: String) -> String {
    Speech.language == .polish ? polish : english
}
