import FormModel

/// Reads what is written in the places of one question.
struct FieldReading {
    let page: PageCrop
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
    /// White around a crop, in pixels.
    private static let margin = 20

    /// The written text with the other reader's word for it; nil for an empty place.
    func text(of field: FormMapField, places: [FormPlace]) -> PageAnswer.Text? {
        var first: [Recogniser.Outcome] = []
        var second: [Recogniser.Outcome] = []
        for place in places {
            guard let (image, isBlock, pattern) = picture(of: place) else { continue }
            let signs = pattern == nil ? "" : Self.signs(of: field.kind)
            let (one, other) = read(image, isBlock: isBlock, signs: signs, kind: field.kind)
            first.append(Self.formatted(one, pattern, field.kind))
            second.append(Self.formatted(other, pattern, field.kind))
        }
        guard !first.isEmpty else { return nil }
        let text = first.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        return PageAnswer.Text(
            text: text,
            otherText: second.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n"),
            confidence: first.map(\.confidence).min() ?? 0,
            isPrint: true
        )
    }

    /// Whether anything is written in the places.
    func isWritten(_ places: [FormPlace]) -> Bool { places.contains { picture(of: $0) != nil } }

    // MARK: Pictures

    private func picture(of place: FormPlace) -> (image: GrayImage, isBlock: Bool, pattern: String?)? {
        switch place.role {
        case .check: return nil
        case .text(let lines):
            let crop = Specks.removed(from: page.crop(place.box, inset: Self.inset))
            guard hasInk(crop) else { return nil }
            return (crop.padded(by: Self.margin), lines > 1, nil)
        case .comb(let cells, let pattern):
            let crops = cells.map { Specks.removed(from: page.crop($0, inset: Self.cellInset)) }
            guard crops.contains(where: hasInk) else { return nil }
            return (GrayImage(joining: crops.map(tightened)).padded(by: Self.margin), false, pattern)
        }
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

    private func read(
        _ image: GrayImage,
        isBlock: Bool,
        signs: String,
        kind: FieldKind
    ) -> (Recogniser.Outcome, Recogniser.Outcome) {
        func by(_ model: Recogniser.Model) -> Recogniser.Outcome {
            recogniser.recognise(image, model, isBlock: isBlock, signs: signs)
        }
        if Self.isLatin(kind) || !isCyrillic {
            // Only the model for all Latin letters knows the sign of addresses; the Polish one is surer of all else.
            let (latin, polish) = (by(.latin), by(.polish))
            if kind == .email { return (latin, polish) }
            let isSurer = Self.isNumber(kind) && latin.confidence > polish.confidence + Self.muchSurer
            return isSurer ? (latin, polish) : (polish, latin)
        }
        // The language's own model first, its neighbour's for the second opinion.
        let cyrillic = (by(ownModel), by(language == .russian ? .ukrainian : .russian))
        if case .personName(.original, _) = kind { return cyrillic }
        // On a form in Cyrillic people answer in either alphabet: the reader that is surer knows which.
        let polish = by(.polish)
        return polish.confidence > cyrillic.0.confidence ? (polish, by(.latin)) : cyrillic
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
        if kind == .iban { signs = digits(ofAccount: signs) }
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
