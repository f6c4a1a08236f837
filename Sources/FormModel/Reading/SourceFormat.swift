/// What a source's bytes are, told from the bytes themselves and never from a name or a declared type.
public enum SourceFormat: String, CaseIterable, Sendable, Codable {
    case docx, odt, doc, rtf, pdf, jpeg, png, tiff, heic, mail, csv, xlsx, jsonl, text, html, zip, unknown
}
