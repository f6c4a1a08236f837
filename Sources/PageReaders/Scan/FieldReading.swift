import FormModel

/// Reads what is written in the places of one question.
struct FieldReading {
    let page: PageCrop
    /// Of an organiser's blank: what is printed in its places is no answer.
    let blank: BlankPicture?
    let language: InterfaceLanguage
    let recogniser: Recogniser

    /// Less ink than this share of a place is dust.
    private static let inkMin = 0.002
    private static let inkShade: UInt8 = 150
    /// Points between a frame and what is read, and between a cell's edge and its sign.
    private static let inset = 0.6
    private static let cellInset = 1.0
    /// White kept beside the sign of a cell, and what an empty cell counts for, in pixels.
    private static let air = 3
    private static let blankWidth = 24
    /// By so much the other reader of a number must be surer to be heard first.
    private static let muchSurer = 0.25
    /// Pixels; anything smaller in a cell is dirt.
    private static let signSideMin = 12
    /// White around a crop, in pixels.
    private static let margin = 20

    /// What was made out, and what its letters look like.
    struct Written {
        var text: PageAnswer.Text
        var look: PrintSigns.Look
    }

    /// The written text with the other reader's word for it; nil for an empty place.
    func text(of field: FormMapField, places: [FormPlace]) -> Written? {
        var first: [Recogniser.Outcome] = []
        var second: [Recogniser.Outcome] = []
        var signs: [PrintSigns] = []
        for place in places {
            guard let picture = picture(of: place) else { continue }
            signs.append(PrintSigns(picture.image))
            let (one, other) = read(picture, kind: field.kind)
            first.append(Self.formatted(one, picture.pattern, field.kind))
            second.append(Self.formatted(other, picture.pattern, field.kind))
        }
        guard !first.isEmpty else { return nil }
        let text = PageAnswer.Text(
            text: first.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n"),
            otherText: second.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n"),
            confidence: first.map(\.confidence).min() ?? 0,
            isPrint: true
        )
        return Written(text: text, look: PrintSigns.look(of: signs))
    }

    /// Whether anything is written in the places.
    func isWritten(_ places: [FormPlace]) -> Bool { places.contains { picture(of: $0) != nil } }

    // MARK: Pictures

    private struct Picture {
        var image: GrayImage
        var extent = Recogniser.Extent.line
        /// Of a comb, with its cells that hold a sign.
        var pattern: String?
        var cells: [GrayImage] = []
    }

    private func picture(of place: FormPlace) -> Picture? {
        switch place.role {
        case .check: return nil
        case .text(let lines):
            let crop = Specks.removed(from: crop(place.box, inset: Self.inset))
            guard hasInk(crop) else { return nil }
            return Picture(image: crop.padded(by: Self.margin), extent: lines > 1 ? .block : .line)
        case .comb(let cells, let pattern):
            let crops = cells.map { sign(in: Specks.removed(from: crop($0, inset: Self.cellInset))) }
            let inked = crops.filter(hasInk)
            guard !inked.isEmpty else { return nil }
            return Picture(
                image: GrayImage(joining: crops.map(tightened)).padded(by: Self.margin),
                pattern: pattern,
                cells: inked
            )
        }
    }

    private func crop(_ box: PageBox, inset: Double) -> GrayImage {
        let seen = page.crop(box, inset: inset)
        return blank?.removed(from: seen, box: box, inset: inset) ?? seen
    }

    /// The picture of a cell; a white one for a cell that holds nothing as large as a sign.
    private func sign(in cell: GrayImage) -> GrayImage {
        let parts = InkPart.parts(of: cell, darkerThan: Self.inkShade)
        let holdsSign = parts.contains { max($0.width, $0.height) >= Self.signSideMin }
        return holdsSign ? cell : GrayImage(width: cell.width, height: cell.height)
    }

    /// A cell without the air beside its sign: letters that stand far apart are read badly.
    private func tightened(_ cell: GrayImage) -> GrayImage {
        guard hasInk(cell), let columns = cell.inkedColumns(darkerThan: Self.inkShade) else {
            return GrayImage(width: Self.blankWidth, height: cell.height)
        }
        return cell.columns(columns.lowerBound - Self.air...columns.upperBound + Self.air)
    }

    private func hasInk(_ crop: GrayImage) -> Bool { crop.share(darkerThan: Self.inkShade) >= Self.inkMin }

    // MARK: Readers

    private func read(_ picture: Picture, kind: FieldKind) -> (Recogniser.Outcome, Recogniser.Outcome) {
        let allowed = picture.pattern == nil ? "" : Self.signs(of: kind)
        let read = read(picture.image, picture.extent, signs: allowed, kind: kind)
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
            let sign = recogniser.recognise(cell.padded(by: Self.margin), .polish, .sign, signs: allowed)
            whole.text += sign.text
            whole.confidence = min(whole.confidence, sign.confidence)
        }
        return whole
    }

    private func read(
        _ image: GrayImage,
        _ extent: Recogniser.Extent,
        signs: String,
        kind: FieldKind
    ) -> (Recogniser.Outcome, Recogniser.Outcome) {
        func by(_ model: Recogniser.Model) -> Recogniser.Outcome {
            recogniser.recognise(image, model, extent, signs: signs)
        }
        if Self.isLatin(kind) || !isCyrillic {
            // Only the model for all Latin letters knows the sign of addresses; the Polish one is surer of all else.
            let (latin, polish) = (by(.latin), by(.polish))
            if kind == .email { return Self.address(latin, polish) }
            if Self.isNumber(kind) { return number(latin, polish, image, signs) }
            return Self.withCapitals(polish, latin)
        }
        // The language's own model first, its neighbour's for the second opinion.
        let cyrillic = (by(ownModel), by(language == .russian ? .ukrainian : .russian))
        if case .personName(.original, _) = kind, cyrillic.0.isLike(cyrillic.1) { return cyrillic }
        // On a form in Cyrillic people answer in either alphabet: the readers that are surer, or agree, know which.
        let polish = by(.polish)
        if polish.confidence > cyrillic.0.confidence { return Self.withCapitals(polish, by(.latin)) }
        guard !cyrillic.0.isLike(cyrillic.1) else { return cyrillic }
        let latin = by(.latin)
        return polish.isLike(latin) ? Self.withCapitals(polish, latin) : cyrillic
    }

    /// Letters that look alike in both sizes are told better by the model for all Latin letters: Ż and ż.
    private static func withCapitals(
        _ polish: Recogniser.Outcome,
        _ latin: Recogniser.Outcome
    ) -> (Recogniser.Outcome, Recogniser.Outcome) {
        guard polish.text != latin.text, polish.text.lowercased() == latin.text.lowercased() else {
            return (polish, latin)
        }
        var polish = polish
        polish.text = latin.text
        return (polish, latin)
    }

    /// Numbers that were taken for letters are read once more, as digits.
    private func number(
        _ latin: Recogniser.Outcome,
        _ polish: Recogniser.Outcome,
        _ image: GrayImage,
        _ signs: String
    ) -> (Recogniser.Outcome, Recogniser.Outcome) {
        let isSurer = latin.confidence > polish.confidence + Self.muchSurer
        let (first, second) = isSurer ? (latin, polish) : (polish, latin)
        guard signs.isEmpty, first.text.contains(where: \.isLetter) else { return (first, second) }
        let digits = recogniser.recognise(image, .polish, .line, signs: Self.digitSigns)
        guard !digits.text.isEmpty else { return (first, second) }
        return second.text.contains(where: \.isLetter) ? (digits, first) : (second, digits)
    }

    private static let digitSigns = "0123456789.-/+ "

    /// An address as either reader has it, the sign that only one of them knows put in for what it is taken for.
    private static func address(
        _ latin: Recogniser.Outcome,
        _ polish: Recogniser.Outcome
    ) -> (Recogniser.Outcome, Recogniser.Outcome) {
        var (first, second) = (latin, polish)
        first.text = EmailSigns.mended(latin.text)
        second.text = EmailSigns.mended(polish.text)
        let (isFirst, isSecond) = (EmailSigns.isPossible(first.text), EmailSigns.isPossible(second.text))
        return isSecond && !isFirst ? (second, first) : (first, second)
    }

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

    /// A Polish account number has digits only behind its country (ISO 13616); its check digits tell whether they are right.
    static func digits(ofAccount signs: String) -> String {
        guard signs.hasPrefix("PL") else { return signs }
        let alike: [Character: Character] = [
            "O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "Z": "2", "S": "5", "B": "8",
        ]
        return "PL" + String(signs.dropFirst(2).map { alike[$0] ?? $0 })
    }

    /// The signs of a comb with those printed between its cells.
    private static func formatted(
        _ outcome: Recogniser.Outcome,
        _ pattern: String?,
        _ kind: FieldKind
    ) -> Recogniser.Outcome {
        var outcome = outcome
        // Addresses have no blanks; where letters stand far apart one is seen.
        if kind == .email { outcome.text.removeAll(where: \.isWhitespace) }
        guard let pattern else { return outcome }
        var signs = outcome.text.filter { !$0.isWhitespace }
        if kind == .iban { signs = digits(ofAccount: signs.filter { $0.isLetter || $0.isNumber }) }
        guard signs.count == pattern.count(where: { $0 == "#" }) else {
            outcome.text = signs
            return outcome
        }
        var rest = signs[...]
        outcome.text = String(pattern.map { $0 == "#" ? rest.removeFirst() : $0 })
        return outcome
    }
}

extension GrayImage {
    /// Pictures of one height side by side.
    fileprivate init(joining pictures: [GrayImage]) {
        let height = pictures.map(\.height).min() ?? 1
        let width = pictures.reduce(0) { $0 + $1.width }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            for picture in pictures { pixels += picture.pixels[y * picture.width..<(y + 1) * picture.width] }
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}
