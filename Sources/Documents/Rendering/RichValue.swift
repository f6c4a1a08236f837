import FormModel

/// A value that is more than text; the forms stand in `docs/templates.md`.
enum RichValue {
    case image(Picture)
    case text([Span])
    case subdocument(Subdocument)

    /// A piece of rich text.
    struct Span {
        var text: String
        var isBold = false
        var isItalic = false
        var isStruck = false
        var underline: String?
        var color: String?
        var highlight: String?
        var font: String?
        var style: String?
        /// In half points.
        var size: Int?
        /// `superscript` or `subscript`.
        var position: String?
        var link: String?
    }

    /// Pieces a rich text may have.
    private static let spanCountMax = 10_000

    init(_ value: DataValue, options: RenderOptions) throws(EvaluationError) {
        guard let object = value.members, let key = object.keys.first else {
            throw .unsuitable(value.kindName, for: "image")
        }
        switch key {
        case "$image": self = .image(try Self.picture(object, options))
        case "$qr": self = .image(try Self.code(object))
        case "$subdocument":
            guard let bytes = try Self.bytes(object[key] ?? .null, options) else {
                throw EvaluationError(
                    .subdocumentUnsuitable,
                    pl: "Poddokumentu nie da się odczytać. Podaj plik .docx, wprost w Base64 albo przez nazwę.",
                    en: "The sub-document cannot be read. Give a .docx file, in Base64 or by its name."
                )
            }
            self = .subdocument(try Subdocument.of(bytes))
        case "$text":
            let parts = object[key].map { $0.elements ?? [$0] } ?? []
            guard parts.count <= Self.spanCountMax else { throw .unsuitable("list", for: key) }
            self = .text(parts.map(Self.span))
        case "$link":
            var span = Span(text: object["text"]?.text ?? object[key]?.text ?? "")
            span.link = object[key]?.text
            span.style = object["style"]?.text ?? "Hyperlink"
            self = .text([span])
        default:
            throw EvaluationError(
                pl: "Nie ma wartości rodzaju „\(key)”. Są: $image, $qr, $subdocument, $text, $link.",
                en: "There is no value of kind “\(key)”. There are: $image, $qr, $subdocument, $text, $link."
            )
        }
    }

    /// What is left where only text can stand.
    var plainText: String {
        switch self {
        case .image(let picture): picture.alternativeText
        case .text(let spans): spans.map(\.text).joined()
        case .subdocument: ""
        }
    }

    private static func picture(_ object: DataObject, _ options: RenderOptions) throws(EvaluationError) -> Picture {
        guard let bytes = try bytes(object["$image"] ?? .null, options),
            var picture = Picture(bytes) ?? Picture(svg: bytes)
        else {
            throw EvaluationError(
                .imageUnreadable,
                pl: "Obrazu nie da się odczytać. Podaj plik PNG, JPEG albo SVG (bez skryptów i cudzych plików), "
                    + "wprost w Base64 albo przez nazwę.",
                en: "The picture cannot be read. Give a PNG, JPEG or SVG file (without scripts and outside files), "
                    + "in Base64 or by its name."
            )
        }
        picture.alternativeText = object["alt"]?.text ?? ""
        picture.widthWished = object["width"]?.numeric?.double
        picture.heightWished = object["height"]?.numeric?.double
        return picture
    }

    private static let codeSideUsual = 30.0

    /// `{"$qr": text, "size": millimetres, "level": "L|M|Q|H", "alt": text}`.
    private static func code(_ object: DataObject) throws(EvaluationError) -> Picture {
        let text = ValueText(isCompatible: false).text(object["$qr"] ?? .null)
        let level = object["level"]?.text.map { QRCode.Correction(rawValue: $0.uppercased()) } ?? .medium
        guard let level, var picture = QRCode.picture(of: text, level) else {
            throw EvaluationError(
                pl: "Z tej wartości nie da się zrobić kodu QR. Tekst musi być niepusty i mieć najwyżej 1273 bajty "
                    + "(przy „L” 2953), a poziom to L, M, Q albo H.",
                en: "No QR code can be made of this value. The text must not be empty and have at most 1273 bytes "
                    + "(2953 with “L”), and the level is L, M, Q or H."
            )
        }
        picture.alternativeText = object["alt"]?.text ?? ""
        picture.widthWished = object["size"]?.numeric?.double ?? codeSideUsual
        return picture
    }

    /// The bytes behind a value: given as such, as a `data:` address, in Base64 under `data`, or by file name.
    static func bytes(_ source: DataValue, _ options: RenderOptions) throws(EvaluationError) -> [UInt8]? {
        switch source.storage {
        case .bytes(let bytes): return bytes
        case .object(let object): return object["data"]?.text.flatMap { Base64.decoded($0) }
        case .string(let text):
            if text.hasPrefix("data:") {
                guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
                return Base64.decoded(text[text.index(after: comma)...])
            }
            guard let file = options.file else {
                throw EvaluationError(
                    .fileRefused,
                    pl: "Wartość nazywa plik, a czytanie plików jest tu wyłączone. Podaj go w Base64.",
                    en: "The value names a file, but files are not read here. Give it in Base64."
                )
            }
            return file(text)
        default: return nil
        }
    }

    private static func span(_ value: DataValue) -> Span {
        guard let object = value.members else { return Span(text: ValueText(isCompatible: false).text(value)) }
        var span = Span(text: object["text"]?.text ?? "")
        span.isBold = object["bold"]?.isTrue ?? false
        span.isItalic = object["italic"]?.isTrue ?? false
        span.isStruck = object["strike"]?.isTrue ?? false
        span.underline = object["underline"].flatMap { $0.isTrue ? $0.text ?? "single" : nil }
        span.color = object["color"]?.text
        span.highlight = object["highlight"]?.text
        span.font = object["font"]?.text
        span.style = object["style"]?.text
        span.size = object["size"]?.numeric.map { Int($0.double * 2) }
        if object["superscript"]?.isTrue ?? false { span.position = "superscript" }
        if object["subscript"]?.isTrue ?? false { span.position = "subscript" }
        span.link = object["link"]?.text
        return span
    }
}
