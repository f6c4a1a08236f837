/// Decides whether the letters of a page are what a person sees there.
enum TextQuality: Equatable {
    /// Words that can be read.
    case usable
    /// A picture of a page, with or without recognised words hidden behind it.
    case picture
    /// Letters whose meaning the file does not tell.
    case garbled
    /// Nothing at all.
    case blank

    /// From this share of the page on, a picture is the page.
    static let pictureShareMin = 0.5
    /// Less letters than this on a picture of a page are a stamp of the scanner's program, a number, a signature's date; a
    /// form alone prints more.
    static let letterCountMin = 200
    /// More unreadable letters than this make the whole page unreadable.
    private static let badShareMax = 0.1

    /// - Parameter hasFields: whether there are fields to fill in; one for a signature says nothing about the page.
    init(words: [PageWord], drawing: PageDrawing, geometry: PageGeometry, hasFields: Bool) {
        let pageArea = geometry.width * geometry.height
        let largest = drawing.images.map(\.area).max() ?? 0
        let isPicture = largest >= pageArea * Self.pictureShareMin
        let isHidden = drawing.hiddenTextCount * 2 > drawing.textCount
        let letterCount = words.reduce(0) { $0 + $1.text.unicodeScalars.count }
        if hasFields {
            self = .usable
        } else if isPicture, letterCount < Self.letterCountMin || isHidden {
            self = .picture
        } else {
            self = Self.ofWords(words, drawing)
        }
    }

    private static func ofWords(_ words: [PageWord], _ drawing: PageDrawing) -> TextQuality {
        var count = 0
        var bad = 0
        for word in words {
            for scalar in word.text.unicodeScalars {
                count += 1
                if isUnreadable(scalar.value) { bad += 1 }
            }
        }
        if count == 0 {
            // Letters drawn as outlines leave no words but many strokes.
            return drawing.images.isEmpty && drawing.textCount == 0 && drawing.blots.count < 40 ? .blank : .picture
        }
        return Double(bad) > Double(count) * badShareMax ? .garbled : .usable
    }

    /// Symbol fonts put their boxes and bullets at F020 to F0FF; they are known signs.
    private static func isUnreadable(_ scalar: UInt32) -> Bool {
        scalar == 0xFFFD || scalar < 0x20 || (0x80..<0xA0).contains(scalar) || (0xE000..<0xF000).contains(scalar)
            || (0xF100...0xF8FF).contains(scalar)
    }
}
