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
}
