/// A place that somebody wrote into, ready for recognition.
struct WrittenPicture {
    /// At 300 dots an inch, with white around.
    var image: GrayImage
    var extent = Recogniser.Extent.line
    /// Of a comb, with its cells that hold a sign.
    var pattern: String?
    var cells: [GrayImage] = []

    /// White around a crop, in pixels.
    static let margin = 20
    /// Recognition is best at half the resolution, where letters have some twenty pixels.
    private static let reduction = 2
    /// Nothing paler is writing.
    private static let paperShade: UInt8 = 215

    /// A line of its own at half the resolution, without the grey of its paper, which ends at the crop's edge; running text
    /// as it is: points would be lost, they are small and pale.
    var preferred: GrayImage {
        extent == .block ? image : image.whitened(from: Self.paperShade).reduced(by: Self.reduction)
    }

    /// The other way round, for a second look.
    var alternative: GrayImage {
        extent == .block ? image.reduced(by: Self.reduction) : image.whitened(from: Self.paperShade)
    }
}
