import FormModel

/// Tells whether anybody signed: by the ink in the place for it. Whose hand it was is nobody's guess.
enum SignaturePlace {
    private static let shade: UInt8 = 150
    /// A signature of a few strokes covers more of its place than this; dust and a fold of the paper less.
    private static let inkMin = 0.004
    /// Points between the frame and what is looked at.
    private static let inset = 1.5

    static func isSigned(_ box: PageBox, on page: PageCrop, blank: BlankPicture?) -> Bool {
        let seen = page.crop(box, inset: inset)
        let cleaned = Specks.removed(from: blank?.removed(from: seen, box: box, inset: inset) ?? seen)
        return cleaned.share(darkerThan: shade) >= inkMin
    }
}
