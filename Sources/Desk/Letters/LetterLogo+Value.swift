import Documents

extension LetterLogo {
    /// The logo as a list element of `marking.logos`.
    func value(height: Double) -> DataValue {
        let tenths = Int((height * 10).rounded())
        var picture = DataValue.image(bytes, alternativeText: alternativeText).members ?? DataObject()
        picture["height"] = .number("\(tenths / 10).\(tenths % 10)")
        return .object([("image", .object(picture)), ("alt", .string(alternativeText))])
    }
}
