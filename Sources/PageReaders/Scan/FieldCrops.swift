import FormModel
import ReaderProtocol

/// Keeps the places of answers as pictures for people to look at, as long as there is room in the reply.
struct FieldCrops {
    let order: CropOrder
    private(set) var taken: [FieldCrop] = []
    private var byteCount = 0

    /// Paper around a place, in points; beside boxes stands what they mean.
    private static let margin = 3.0
    private static let optionWidth = 150.0
    /// Of the resolution that recognition wants, a half is enough for eyes.
    private static let reduction = 2

    init(_ order: CropOrder) {
        self.order = order
    }

    /// Takes the place of an answer that a person may have to look at: one with writing, or with a doubtful mark, or with
    /// several.
    mutating func take(_ answer: PageAnswer, of page: PageCrop, isWritten: Bool) {
        guard order != .none, isWritten || Self.isDoubtful(answer.ticks) else { return }
        var box = answer.box
        if !answer.ticks.isEmpty { box.width += Self.optionWidth }
        let crop = page.crop(box, inset: -Self.margin).reduced(by: Self.reduction)
        guard let picture = PagePicture(width: crop.width, height: crop.height, pixels: crop.pixels),
            picture.pixels.count <= PagePicture.byteCountMax,
            byteCount + picture.pixels.count <= ReaderLimits.pictureByteCountMax
        else { return }
        byteCount += picture.pixels.count
        taken.append(FieldCrop(name: answer.name, sheet: answer.sheet, picture: picture))
    }

    private static func isDoubtful(_ ticks: [PageAnswer.Tick]) -> Bool {
        ticks.contains(where: \.isDoubtful) || ticks.count(where: \.isTicked) > 1
    }
}
