import FormModel
import OfficePackage

/// Logos in a line of text: inline pictures (DrawingML) of equal optical height, described for screen readers.
enum WordLogos {
    private static let emuPerMillimetre = 36_000.0
    private static let height = 11.0
    private static let rowWidth = 168.0
    private static let gap = 7.0

    static func runs(_ logos: [FormLogo]) -> String {
        let ratios = logos.map { Double($0.pixelWidth) / Double(max(1, $0.pixelHeight)) }
        let room = rowWidth - gap * Double(logos.count - 1)
        let scale = min(1, room / (ratios.reduce(0, +) * height))
        return logos.enumerated().map { index, logo in
            let size = (width: height * scale * ratios[index], height: height * scale)
            let space = index == 0 ? "" : WordFormBody.run("\u{2003}\u{2003}", style: nil)
            return space + picture(index + 1, logo, size)
        }.joined()
    }

    private static func picture(_ number: Int, _ logo: FormLogo, _ size: (width: Double, height: Double)) -> String {
        let (cx, cy) = (Int(size.width * emuPerMillimetre), Int(size.height * emuPerMillimetre))
        let text = XMLEscape.text(logo.alternativeText)
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
        return
            "<w:r><w:drawing><wp:inline xmlns:wp=\"\(drawing)/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" "
            + "distR=\"0\"><wp:extent cx=\"\(cx)\" cy=\"\(cy)\"/><wp:docPr id=\"\(number)\" name=\"Logo \(number)\" descr=\"\(text)\"/>"
            + "<a:graphic xmlns:a=\"\(drawing)/main\"><a:graphicData uri=\"\(drawing)/picture\">"
            + "<pic:pic xmlns:pic=\"\(drawing)/picture\"><pic:nvPicPr><pic:cNvPr id=\"\(number)\" name=\"Logo \(number)\"/>"
            + "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId\(number)\"/><a:stretch><a:fillRect/></a:stretch>"
            + "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(cx)\" cy=\"\(cy)\"/></a:xfrm>"
            + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            + "</wp:inline></w:drawing></w:r>"
    }
}
