import Documents
import FormModel
import ReaderProtocol

/// The place of one field on paper as a picture file, for people to look at.
struct EvidenceCrop: Sendable {
    /// Key of the field, of the group for inner fields.
    var field: String
    var png: [UInt8]

    private static let shadeBetween: UInt8 = 200
    private static let gap = 3

    /// Those of fields that a person has to look at. Several places of one field stand one below the other.
    static func kept(_ crops: [FieldCrop], for fields: [String]) -> [EvidenceCrop] {
        fields.compactMap { field in
            let own = crops.filter { FormFieldName(text: $0.name)?.field == field }.map(\.picture)
            return stacked(own).map { EvidenceCrop(field: field, png: $0) }
        }
    }

    /// As many as fit into one picture of bounded size.
    private static func stacked(_ pictures: [PagePicture]) -> [UInt8]? {
        guard let first = pictures.first else { return nil }
        let width = pictures.reduce(first.width) { max($0, $1.width) }
        var pixels: [UInt8] = []
        var height = 0
        for picture in pictures where height + picture.height + gap <= PagePicture.sideMax {
            if height > 0 {
                pixels += [UInt8](repeating: shadeBetween, count: width * gap)
                height += gap
            }
            for line in 0..<picture.height {
                pixels += picture.pixels[line * picture.width..<(line + 1) * picture.width]
                pixels += [UInt8](repeating: 255, count: width - picture.width)
            }
            height += picture.height
        }
        return height == 0 ? nil : ScreenPicture.grey(width: width, height: height, pixels: pixels)
    }
}
