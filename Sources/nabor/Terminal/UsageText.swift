import ArgumentParser
import FormModel
import Foundation

/// What is said about arguments, in the language of this run: the parser itself speaks English.
enum UsageText {
    /// Ends the program with the help that was asked for, or with what is wrong with the arguments.
    static func exit(with error: any Error) -> Never {
        guard Speech.language == .polish, !isForPrograms else { Nabor.exit(withError: error) }
        let code = Nabor.exitCode(for: error)
        let text = polish(Nabor.fullMessage(for: error))
        guard !text.isEmpty else { Nabor.exit(withError: error) }
        let file = code == .success ? FileHandle.standardOutput : .standardError
        try? file.write(contentsOf: Data((text + "\n").utf8))
        Foundation.exit(code.rawValue)
    }

    /// Completions and the dump that the reference is made of stay as they are.
    private static var isForPrograms: Bool {
        CommandLine.arguments.contains {
            $0.hasPrefix("--generate-completion-script") || $0.hasPrefix("---completion")
                || $0 == "--experimental-dump-help"
        }
    }

    /// The parser's own words in Polish; everything that is the program's is Polish already.
    static func polish(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { polish(line: String($0)) }
            .joined(separator: "\n")
    }

    private static func polish(line: String) -> String {
        var line = line
        if line == "SUBCOMMANDS:" { return "POLECENIA:" }
        if line.hasSuffix(" SUBCOMMANDS:") { return "POLECENIA – \(line.dropLast(13)):" }
        if let heading = headings.first(where: { line.hasPrefix($0.english) }) {
            line = heading.polish + line.dropFirst(heading.english.count)
        }
        if let more = line.wholeMatch(of: /(\s*)See '(.+)' for (?:more information|detailed help)\./) {
            return "\(more.1)Więcej: \(more.2)"
        }
        for word in line.hasPrefix("Błąd: ") ? faults + marks : marks { line.replace(word.english, with: word.polish) }
        return line
    }

    private static let headings: [(english: String, polish: String)] = [
        ("OVERVIEW: ", "OPIS: "), ("USAGE: ", "UŻYCIE: "), ("ARGUMENTS:", "ARGUMENTY:"), ("OPTIONS:", "OPCJE:"),
        ("Error: ", "Błąd: "), ("Help: ", "Pomoc: "), ("Usage: ", "Użycie: "),
    ]

    private static let faults: [(english: String, polish: String)] = [
        ("Missing expected argument ", "Brakuje argumentu "), ("Missing value for ", "Brakuje wartości dla "),
        ("Unknown option ", "Nieznana opcja "), ("Unexpected argument ", "Zbędny argument "),
        ("unexpected arguments: ", "zbędne argumenty: "), ("Did you mean ", "Czy chodziło o "),
        ("The value ", "Wartość "), (" is invalid for ", " nie pasuje do "),
        ("Please provide one of the following:", "Do wyboru:"), ("Please provide one of ", "Do wyboru: "),
        ("' or '", "' albo '"),
    ]

    private static let marks: [(english: String, polish: String)] = [
        ("Show the version.", "Pokazuje wersję."), ("Show help information.", "Pokazuje tę pomoc."),
        ("(default:", "(domyślnie:"), ("(values:", "(do wyboru:"), ("<subcommand>", "<polecenie>"),
        ("[<options>]", "[<opcje>]"),
    ]
}
