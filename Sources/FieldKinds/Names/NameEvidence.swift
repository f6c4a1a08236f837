public import FormModel

/// What a list of names says of a name off paper: evidence for how well it was read, never a reason to change a letter.
///
/// The list is that of the first names with a vocative; the endings of surnames are common knowledge of Polish, Ukrainian,
/// Belarusian and Russian. Most names of the world are in neither: those say nothing.
public enum NameEvidence: Sendable {
    /// Its first name is listed as it stands, and its surname ends as surnames do.
    case known
    /// One letter or mark beside a listed name, or a small letter where names have a capital one.
    case nearlyKnown
    case unknown

    /// - Parameter part: what the field asks for; a whole name may have its surname first.
    public init(_ name: String, part: FieldKind.NamePart) {
        let words = name.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).map(String.init)
        guard !words.isEmpty, words.count <= Self.wordCountMax else {
            self = .unknown
            return
        }
        let first = part == .surname ? nil : words.firstIndex { FirstNames.isSpelled($0) }
        let others = words.indices.filter { $0 != first }.map { words[$0] }
        if Self.lacksCapital(words) || part != .surname && first == nil && words.contains(where: Self.isBesideListed) {
            self = .nearlyKnown
        } else {
            let isFirstKnown = part == .surname || first != nil
            self = isFirstKnown && others.allSatisfy { Self.endsLikeSurname($0, part) } ? .known : .unknown
        }
    }

    private static let wordCountMax = 8
    /// Letters; shorter words are too often one letter beside another name.
    private static let tellingCountMin = 4

    /// Whether any word begins with a small letter while another begins with a capital one.
    private static func lacksCapital(_ words: [String]) -> Bool {
        let named = words.filter { !NameSplit.isParticle($0) }
        let capitals = named.count { $0.first?.isUppercase == true }
        return capitals > 0 && capitals < named.count || capitals == 0 && named.contains(where: FirstNames.isKnown)
    }

    private static func isBesideListed(_ word: String) -> Bool {
        guard word.count >= tellingCountMin else { return false }
        // Without its marks: Zaneta.
        if FirstNames.isKnown(word) { return !FirstNames.isSpelled(word) }
        return FirstNames.isOneLetterBeside(word)
    }

    private static func endsLikeSurname(_ word: String, _ part: FieldKind.NamePart) -> Bool {
        // A second given name need not be listed, but has to be a name where nothing else is asked for.
        if part == .given { return FirstNames.isSpelled(word) }
        guard word.count >= tellingCountMin else { return false }
        let small = word.lowercased()
        return FirstNames.isSpelled(word) || surnameEndings.contains(where: small.hasSuffix)
    }

    private static let surnameEndings = """
        ski ska cki cka dzki dzka ny na ty ta wy wa ów ak ek ik yk uk ok ec icz ycz arz asz ka ko ło ła ań eń oń \
        enko chuk czuk iuk yuk ov ova ev eva yn yna in ina skyi skyy tskyi tska aya ski \
        енко ко ук юк ик ак ець ський ська цький цька ний на ич іч ин ина ін іна ов ова ев ева єв єва \
        скі ская цкі цкая ік ка ский цкий ный ная
        """.split(separator: " ").map(String.init)
}
