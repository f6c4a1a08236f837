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
    /// Pixels; anything smaller in a cell is dirt.
    private static let signSideMin = 12
    /// So near to a cell's edge no point of a letter stands, in pixels.
    private static let edge = 10

    /// What was made out, and what its letters look like.
    struct Written {
        var text: PageAnswer.Text
        var look: PrintSigns.Look
        var heights: [Int] = []
    }

    /// The written text with the other reader's word for it; nil for an empty place.
    func text(of field: FormMapField, places: [FormPlace]) -> Written? {
        var first: [Recogniser.Outcome] = []
        var second: [Recogniser.Outcome] = []
        var signs: [PrintSigns] = []
        let reader = PictureReader(language: language, recogniser: recogniser)
        for place in places {
            guard let picture = picture(of: place) else { continue }
            signs.append(PrintSigns(picture.image))
            let (one, other) = reader.read(picture, kind: field.kind)
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
        return Written(text: text, look: PrintSigns.look(of: signs), heights: signs.flatMap(\.heights))
    }

    /// Whether anything is written in the places.
    func isWritten(_ places: [FormPlace]) -> Bool { places.contains { picture(of: $0) != nil } }

    // MARK: Pictures

    private func picture(of place: FormPlace) -> WrittenPicture? {
        switch place.role {
        case .check, .word: return nil
        case .text(let lines):
            let crop = Specks.removed(from: crop(place.box, inset: Self.inset))
            guard hasInk(crop) else { return nil }
            return WrittenPicture(image: crop.padded(by: WrittenPicture.margin), extent: lines > 1 ? .block : .line)
        case .comb(let cells, let pattern):
            let crops = cells.map { Self.sign(in: Specks.removed(from: crop($0, inset: Self.cellInset))) }
            let inked = crops.filter(hasInk)
            guard !inked.isEmpty else { return nil }
            return WrittenPicture(
                image: GrayImage(joining: crops.map(tightened)).padded(by: WrittenPicture.margin),
                pattern: pattern,
                cells: inked
            )
        }
    }

    private func crop(_ box: PageBox, inset: Double) -> GrayImage {
        let seen = page.crop(box, inset: inset)
        return blank?.removed(from: seen, box: box, inset: inset) ?? seen
    }

    /// The picture of a cell without dirt and rests of its frame at the edge; a white one for a cell that holds nothing as
    /// large as a sign.
    static func sign(in cell: GrayImage) -> GrayImage {
        let parts = InkPart.parts(of: cell, darkerThan: inkShade)
        let isDirt = { (part: InkPart) in max(part.width, part.height) < signSideMin }
        guard !parts.allSatisfy(isDirt) else { return GrayImage(width: cell.width, height: cell.height) }
        let (columns, rows) = (edge..<max(edge, cell.width - edge), edge..<max(edge, cell.height - edge))
        var cleaned = cell
        for part in parts where isDirt(part) {
            let isInside = columns.contains(part.left) && columns.contains(part.right)
            if !isInside || !rows.contains(part.top) || !rows.contains(part.bottom) { cleaned.erase(part) }
        }
        return cleaned
    }

    /// A cell without the air beside its sign: letters that stand far apart are read badly.
    private func tightened(_ cell: GrayImage) -> GrayImage {
        guard hasInk(cell), let columns = cell.inkedColumns(darkerThan: Self.inkShade) else {
            return GrayImage(width: Self.blankWidth, height: cell.height)
        }
        return cell.columns(columns.lowerBound - Self.air...columns.upperBound + Self.air)
    }

    private func hasInk(_ crop: GrayImage) -> Bool { crop.share(darkerThan: Self.inkShade) >= Self.inkMin }

    // MARK: Signs

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
    init(joining pictures: [GrayImage]) {
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
