import FormModel

/// Adds the fields of an AcroForm.
enum AcroFormWriter {
    static func pdf(_ painted: [UInt8], map: FormMap, sheet: FormSheet) throws(FormError) -> [UInt8] { painted }
}
