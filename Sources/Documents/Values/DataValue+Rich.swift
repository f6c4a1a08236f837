extension DataValue {
    /// A picture from its bytes, PNG or JPEG. `widthMillimetres` alone keeps the proportions; a picture that takes the
    /// place of an alt-text placeholder is fitted into its box whatever the width.
    public static func image(
        _ bytes: [UInt8],
        alternativeText: String = "",
        widthMillimetres: Int? = nil
    ) -> DataValue {
        var members: [(String, DataValue)] = [("$image", DataValue(.bytes(bytes))), ("alt", .string(alternativeText))]
        if let widthMillimetres { members.append(("width", .integer(widthMillimetres))) }
        return .object(members)
    }

    /// A QR code of a text. A code in the place of an alt-text placeholder is fitted into its box whatever the size.
    public static func qrCode(_ text: String, sizeMillimetres: Int? = nil, alternativeText: String = "") -> DataValue {
        var members: [(String, DataValue)] = [("$qr", .string(text)), ("alt", .string(alternativeText))]
        if let sizeMillimetres { members.append(("size", .integer(sizeMillimetres))) }
        return .object(members)
    }

    /// A Word document whose body takes the place of a paragraph, with its styles, lists, pictures, links and notes.
    public static func subdocument(_ bytes: [UInt8]) -> DataValue {
        .object([("$subdocument", DataValue(.bytes(bytes)))])
    }
}
