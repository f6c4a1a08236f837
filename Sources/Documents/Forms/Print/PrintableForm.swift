public import FormModel

/// The printable, fillable form of an event: a PDF and the map of what stands where in it.
public struct PrintableForm: Sendable {
    public let pdf: [UInt8]
    public let map: FormMap

    /// Lays the sheet out, paints it and adds the fields.
    public init(_ sheet: FormSheet) throws(FormError) {
        let (pages, map) = try FormLayout.layOut(sheet)
        let title = [sheet.title, sheet.subtitle].filter { !$0.isEmpty }.joined(separator: " – ")
        let properties = FormPainter.Properties(
            title: "\(sheet.kind): \(title)",
            subject: sheet.organiser,
            keywords: "nabor:event=\(sheet.event) nabor:form=\(sheet.form) nabor:version=\(sheet.version)"
        )
        let painted = try FormPainter.pdf(pages, logos: sheet.logos, properties: properties)
        pdf = try AcroFormWriter.pdf(painted, map: map, sheet: sheet)
        self.map = map
    }
}
