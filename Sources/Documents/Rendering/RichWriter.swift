/// Writes rich values as runs.
struct RichWriter {
    let snippets: Snippets
    /// `w:rPr` of the run whose place the value takes; a span without formats of its own takes it.
    let properties: [UInt8]
    let part: String
    let document: DocumentState
    var output = Output()
    private(set) var droppedCharacters = false
    private(set) var droppedLink = false

    init(snippets: Snippets, properties: [UInt8], part: String, document: DocumentState) {
        self.snippets = snippets
        self.properties = properties
        self.part = part
        self.document = document
    }

    mutating func write(_ rich: RichValue) {
        switch rich {
        case .image(let picture): write(picture)
        case .text(let spans): for span in spans { write(span) }
        // A sub-document is made of paragraphs and stands in the place of one; see `PartRenderer+Subdocuments`.
        case .subdocument: break
        }
    }

    private mutating func write(_ span: RichValue.Span) {
        let w = snippets.prefix
        let link = span.link.flatMap { document.relationship(toAddress: $0, from: part) }
        if link == nil, span.link != nil { droppedLink = true }
        if let link {
            output.append("<\(w)hyperlink xmlns:r=\"\(DocumentState.relationshipSpace)\" r:id=\"\(link)\">")
        }
        output.bytes.append(contentsOf: snippets.runBegin)
        let own = formats(of: span)
        if own.isEmpty {
            output.bytes.append(contentsOf: properties)
        } else {
            output.append("<\(w)rPr>\(own)</\(w)rPr>")
        }
        output.bytes.append(contentsOf: snippets.textBegin)
        let breaks = Output.Breaks(
            line: snippets.lineBreak,
            tab: snippets.tab,
            page: snippets.pageBreakInRun,
            paragraph: snippets.lineBreak
        )
        if !output.appendEscaped(span.text, breaks: breaks) { droppedCharacters = true }
        output.bytes.append(contentsOf: snippets.runEnd)
        if link != nil { output.append("</\(w)hyperlink>") }
    }

    /// The span's formats in the order that the schema asks for (ISO 29500-1, 17.3.2.28).
    private func formats(of span: RichValue.Span) -> String {
        let w = snippets.prefix
        var result = ""
        func add(_ name: String, _ value: String? = nil) {
            result += "<\(w)\(name)" + (value.map { " \(w)val=\"\($0)\"" } ?? "") + "/>"
        }
        if let style = span.style.flatMap({ Self.token($0) }) { add("rStyle", style) }
        if let font = span.font.flatMap({ Self.token($0) }) {
            result += "<\(w)rFonts \(w)ascii=\"\(font)\" \(w)hAnsi=\"\(font)\" \(w)cs=\"\(font)\"/>"
        }
        if span.isBold { add("b") }
        if span.isItalic { add("i") }
        if span.isStruck { add("strike") }
        if let color = span.color.flatMap(Self.color) { add("color", color) }
        if let size = span.size, (2...3276).contains(size) {
            add("sz", String(size))
            add("szCs", String(size))
        }
        if let highlight = span.highlight, Self.highlights.contains(highlight) { add("highlight", highlight) }
        if let underline = span.underline { add("u", Self.underlines.contains(underline) ? underline : "single") }
        if let shade = span.highlight.flatMap(Self.color) {
            result += "<\(w)shd \(w)val=\"clear\" \(w)color=\"auto\" \(w)fill=\"\(shade)\"/>"
        }
        if let position = span.position { add("vertAlign", position) }
        return result
    }

    private static let underlines: Set<String> =
        ["single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave", "words"]
    private static let highlights: Set<String> = [
        "black", "blue", "cyan", "green", "magenta", "red", "yellow", "white", "darkBlue", "darkCyan", "darkGreen",
        "darkMagenta", "darkRed", "darkYellow", "darkGray", "lightGray",
    ]

    /// `#1F5A8C` or `1F5A8C` as Word writes colours; nil for anything else.
    private static func color(_ text: String) -> String? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        return digits.utf8.count == 6 && digits.allSatisfy(\.isHexDigit) ? digits.uppercased() : nil
    }

    /// A name of a style or font; nothing that could be markup.
    private static func token(_ text: String) -> String? {
        let isSafe =
            !text.isEmpty && text.count <= 100 && text.allSatisfy { $0.isLetter || $0.isNumber || " -_".contains($0) }
        return isSafe ? text : nil
    }

    /// Ends the start tag of a blip; the picture's SVG form stands in an extension that older programs pass over.
    static func blipEnd(_ name: String, vector: String?) -> String {
        guard let vector else { return "/>" }
        let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
        return "><a:extLst xmlns:a=\"\(main)\"><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
            + "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
            + "xmlns:r=\"\(DocumentState.relationshipSpace)\" r:embed=\"\(vector)\"/></a:ext></a:extLst></\(name)>"
    }

    private mutating func write(_ picture: Picture) {
        let size = picture.placedSize
        let number = document.nextDrawingNumber()
        let w = snippets.prefix
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
        output.append("<\(w)r><\(w)drawing><wp:inline xmlns:wp=\"\(drawing)/wordprocessingDrawing\" ")
        output.append("distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">")
        output.append("<wp:extent cx=\"\(size.width)\" cy=\"\(size.height)\"/>")
        output.append("<wp:docPr id=\"\(number)\" name=\"Picture \(number)\" descr=\"")
        output.appendEscaped(picture.alternativeText, breaks: nil)
        output.append("\"/><a:graphic xmlns:a=\"\(drawing)/main\"><a:graphicData uri=\"\(drawing)/picture\">")
        output.append("<pic:pic xmlns:pic=\"\(drawing)/picture\"><pic:nvPicPr>")
        output.append(
            "<pic:cNvPr id=\"\(number)\" name=\"Picture \(number)\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        )
        output.append("<a:blip xmlns:r=\"\(DocumentState.relationshipSpace)\" r:embed=\"")
        output.append(document.relationship(to: picture, from: part))
        output.append("\"")
        output.append(Self.blipEnd("a:blip", vector: document.relationship(toVectorOf: picture, from: part)))
        output.append(
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
        )
        output.append("<a:ext cx=\"\(size.width)\" cy=\"\(size.height)\"/></a:xfrm>")
        output.append(
            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        )
        output.append("</wp:inline></\(w)drawing></\(w)r>")
    }
}
