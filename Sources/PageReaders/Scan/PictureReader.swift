import FormModel

/// Reads one picture twice, by models that know nothing of each other.
struct PictureReader {
    typealias Pair = (Recogniser.Outcome, Recogniser.Outcome)

    let language: InterfaceLanguage
    let recogniser: Recogniser

    /// By so much the other reader of a number must be surer to be heard first.
    private static let muchSurer = 0.25
    /// Of an address that is read once and for all.
    private static let certainMin = 0.7
    /// What no reader is surer of is no print: a further look would say nothing.
    private static let worthwhileMin = 0.5

    /// The reading that suits the question's kind first.
    func read(_ picture: WrittenPicture, kind: FieldKind) -> Pair {
        let allowed = picture.pattern == nil ? "" : Self.signs(of: kind)
        let read = read(picture, signs: allowed, kind: kind)
        guard !allowed.isEmpty, Self.count(read.0) != picture.cells.count else { return read }
        // A sign was lost or found twice: then each is read by itself.
        guard Self.count(read.1) != picture.cells.count else { return (read.1, read.0) }
        let single = signBySign(picture.cells, allowed)
        return Self.count(single) == picture.cells.count ? (single, read.0) : read
    }

    private static func count(_ outcome: Recogniser.Outcome) -> Int { outcome.text.count { !$0.isWhitespace } }

    private func signBySign(_ cells: [GrayImage], _ allowed: String) -> Recogniser.Outcome {
        var whole = Recogniser.Outcome(text: "", confidence: 1)
        for cell in cells {
            let sign = recogniser.recognise(cell.padded(by: WrittenPicture.margin), .polish, .sign, signs: allowed)
            whole.text += sign.text
            whole.confidence = min(whole.confidence, sign.confidence)
        }
        return whole
    }

    private func read(_ picture: WrittenPicture, signs: String, kind: FieldKind) -> Pair {
        let image = picture.preferred
        func by(_ model: Recogniser.Model) -> Recogniser.Outcome {
            recogniser.recognise(image, model, picture.extent, signs: signs)
        }
        if Self.isLatin(kind) || !isCyrillic {
            // Only the model for all Latin letters knows the sign of addresses; the Polish one is surer of all else.
            let (latin, polish) = (by(.latin), by(.polish))
            if kind == .email { return pointed(lookedAtAgain(Self.address(latin, polish), picture), picture) }
            if Self.isNumber(kind) { return number(latin, polish, image, signs) }
            return settled(polish, latin, picture)
        }
        // The language's own model first, its neighbour's for the second opinion.
        let cyrillic = (by(ownModel), by(language == .russian ? .ukrainian : .russian))
        if case .personName(.original, _) = kind, cyrillic.0.isLike(cyrillic.1) { return cyrillic }
        // On a form in Cyrillic people answer in either alphabet: the readers that are surer, or agree, know which.
        let polish = by(.polish)
        if polish.confidence > cyrillic.0.confidence { return settled(polish, by(.latin), picture) }
        guard !cyrillic.0.isLike(cyrillic.1) else { return cyrillic }
        let latin = by(.latin)
        return polish.isLike(latin) ? settled(polish, latin, picture) : cyrillic
    }

    // MARK: Words

    /// Where the two differ, a look at another resolution says which of them is heard first. They go on differing: a person
    /// is asked whatever it says.
    private func settled(
        _ polish: Recogniser.Outcome,
        _ latin: Recogniser.Outcome,
        _ picture: WrittenPicture
    ) -> Pair {
        let isRunning = picture.extent == .block
        if !isRunning, polish.text.lowercased() == latin.text.lowercased() { return Self.withCapitals(polish, latin) }
        guard polish.text != latin.text, max(polish.confidence, latin.confidence) >= Self.worthwhileMin else {
            return (polish, latin)
        }
        return Self.settled(polish, latin, by: recogniser.recognise(picture.alternative, .polish, picture.extent))
    }

    static func settled(
        _ polish: Recogniser.Outcome,
        _ latin: Recogniser.Outcome,
        by again: Recogniser.Outcome
    ) -> Pair {
        if again.text == polish.text { return (polish, latin) }
        if again.text == latin.text { return (latin, polish) }
        return again.confidence > polish.confidence + muchSurer ? (again, latin) : (polish, latin)
    }

    /// Letters that look alike in both sizes are told better by the model for all Latin letters: Ż and ż. Not within running
    /// text, where words begin with small letters.
    private static func withCapitals(_ polish: Recogniser.Outcome, _ latin: Recogniser.Outcome) -> Pair {
        var polish = polish
        polish.text = latin.text
        return (polish, latin)
    }

    // MARK: Numbers

    /// Numbers that were taken for letters are read once more, as digits.
    private func number(
        _ latin: Recogniser.Outcome,
        _ polish: Recogniser.Outcome,
        _ image: GrayImage,
        _ signs: String
    ) -> Pair {
        let isSurer = latin.confidence > polish.confidence + Self.muchSurer
        let (first, second) = isSurer ? (latin, polish) : (polish, latin)
        guard signs.isEmpty, first.text.contains(where: \.isLetter) else { return (first, second) }
        let digits = recogniser.recognise(image, .polish, .line, signs: Self.digitSigns)
        guard !digits.text.isEmpty else { return (first, second) }
        return second.text.contains(where: \.isLetter) ? (digits, first) : (second, digits)
    }

    private static let digitSigns = "0123456789.-/+ "

    // MARK: Addresses

    /// An address as either reader has it, the sign that only one of them knows put in for what it is taken for.
    static func address(_ latin: Recogniser.Outcome, _ polish: Recogniser.Outcome) -> Pair {
        var (first, second) = (latin, polish)
        first.text = EmailSigns.mended(latin.text)
        second.text = EmailSigns.mended(polish.text)
        let (isFirst, isSecond) = (EmailSigns.isPossible(first.text), EmailSigns.isPossible(second.text))
        if isSecond, !isFirst { return (second, first) }
        if !isFirst { first.text = EmailSigns.bare(first.text) }
        return (first, second)
    }

    /// An address that was read without certainty is read once more, as large as it is.
    private func lookedAtAgain(_ pair: Pair, _ picture: WrittenPicture) -> Pair {
        guard pair.0.confidence < Self.certainMin else { return pair }
        return Self.surer(pair, recogniser.recognise(picture.image, .latin, .line))
    }

    static func surer(_ pair: Pair, _ again: Recogniser.Outcome) -> Pair {
        var again = again
        again.text = EmailSigns.mended(again.text)
        return again.confidence >= certainMin && EmailSigns.isPossible(again.text) ? (again, pair.0) : pair
    }

    /// Where the ink shows more points than were read, they are looked for once more, with room around them.
    private func pointed(_ pair: Pair, _ picture: WrittenPicture) -> Pair {
        let points = AddressPoints(picture.image)
        guard pair.0.confidence > 0, points.count > Self.pointCount(pair.0.text), let spread = points.spread else {
            return pair
        }
        let again = recogniser.recognise(WrittenPicture(image: spread).preferred, .latin, .line)
        return (Self.pointed(pair.0, by: again, pointCountMax: points.count), pair.1)
    }

    /// The address with the points of the second look, if it says the same otherwise.
    static func pointed(
        _ first: Recogniser.Outcome,
        by again: Recogniser.Outcome,
        pointCountMax: Int
    ) -> Recogniser.Outcome {
        let text = EmailSigns.mended(again.text)
        let isSame = text.filter { $0 != "." } == first.text.filter { $0 != "." }
        let count = pointCount(text)
        guard isSame, EmailSigns.isPossible(text), count > pointCount(first.text), count <= pointCountMax else {
            return first
        }
        var first = first
        first.text = text
        return first
    }

    private static func pointCount(_ text: String) -> Int { text.count { $0 == "." } }

    // MARK: Kinds and languages

    private var isCyrillic: Bool { [.ukrainian, .russian, .belarusian].contains(language) }

    private var ownModel: Recogniser.Model {
        switch language {
        case .russian: .russian
        case .belarusian: recogniser.has(.belarusian) ? .belarusian : .russian
        default: .ukrainian
        }
    }

    private static func isLatin(_ kind: FieldKind) -> Bool {
        switch kind {
        case .email, .iban, .identityDocument, .personName(.latin, _): true
        default: isNumber(kind)
        }
    }

    /// What a comb of this kind may hold; empty for anything.
    private static func signs(of kind: FieldKind) -> String {
        guard isNumber(kind) else { return "" }
        return kind == .phone ? "+0123456789" : "0123456789"
    }

    private static func isNumber(_ kind: FieldKind) -> Bool {
        switch kind {
        case .pesel, .nip, .regon, .krs, .phone, .date, .number, .postalCode: true
        default: false
        }
    }
}
