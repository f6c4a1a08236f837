import Crypto
import FormModel

/// Names what was printed: eight signs of SHA-256.
public enum FormDigest {
    /// Raised when the layout puts the same sheet in other places, so that old paper keeps its own map.
    static let layoutRevision = 2

    /// Over every text, key and manner of answering of a sheet.
    static func version(of sheet: FormSheet) -> String {
        var hash = SHA256()
        func take(_ text: String) {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        take("nabor form \(layoutRevision)")
        for text in [sheet.event, sheet.form, sheet.language.rawValue, sheet.kind, sheet.title, sheet.subtitle] {
            take(text)
        }
        for text in [sheet.summary, sheet.instructions, sheet.organiser, sheet.fundingSentence] { take(text) }
        for fact in sheet.facts { take(fact.label + ":" + fact.text) }
        for section in sheet.sections {
            take("§" + section.title)
            take(section.note)
            for item in section.items { take(text(of: item)) }
        }
        take(sheet.signature.placeAndDate + sheet.signature.signature)
        return signs(Array(hash.finalize()))
    }

    /// Over the bytes of an organiser's own blank.
    public static func version(ofBlank bytes: [UInt8]) -> String { signs(Array(SHA256.hash(data: bytes))) }

    private static func text(of item: FormSection.Item) -> String {
        switch item {
        case .entry(let title): return "entry " + title
        case .note(let text): return "note " + text
        case .clause(let clause):
            return
                ([
                    "clause", clause.name.description, clause.label, clause.condition, clause.version,
                    "\(clause.isOptional)",
                ]
                + clause.paragraphs).joined(separator: "\n")
        case .question(let question):
            return [
                "question", question.name.description, question.kind.mapName, question.label, question.help,
                "\(question.isOptional)", question.count, "\(question.maxLength ?? 0)", text(of: question.manner),
            ].joined(separator: "\n")
        }
    }

    private static func text(of manner: FormQuestion.Manner) -> String {
        switch manner {
        case .writing(let lines, let width): return "writing \(lines) \(width)"
        case .comb(let pattern): return "comb " + pattern
        case .ticking(let options, let takesOne):
            return (["ticking \(takesOne)"] + options.map { $0.key + "=" + $0.label }).joined(separator: "\n")
        }
    }

    /// 25^8 is below 2^38: the first five bytes choose the signs.
    private static func signs(_ digest: [UInt8]) -> String {
        var number = digest.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var signs: [UInt8] = []
        for _ in 0..<FormCode.versionLength {
            signs.append(RegistrationCode.alphabet[Int(number % 25)])
            number /= 25
        }
        return String(decoding: signs, as: UTF8.self)
    }
}
