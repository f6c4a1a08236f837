/// One thing that speaks for an answer: where it stood, what stood there, how it was read and how sure that is.
public struct Evidence: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case contentControl, formField, tableCell, labelLine, struckChoice, mark, acroField, pdfText, ocr, web, csv,
            staff, sender, otherForm
    }

    public var kind: Kind
    /// `body/table[2]/row[3]/cell[2]`, `row[17]/column[5]`, `mail/text/line[4]`; counted from 1.
    public var place: String
    /// Counted from 1; only where the source has pages.
    public var page: Int?
    /// On that page.
    public var box: PageBox?
    /// What stood there, before anything was done to it.
    public var raw: String
    /// 0 to 1: how likely it is that this is what the person meant.
    public var score: Double
    /// Who entered it; only for `staff`.
    public var operatorName: String?

    public init(
        kind: Kind,
        place: String,
        page: Int? = nil,
        box: PageBox? = nil,
        raw: String,
        score: Double,
        operatorName: String? = nil
    ) {
        self.kind = kind
        self.place = place
        self.page = page
        self.box = box
        self.raw = raw
        self.score = score
        self.operatorName = operatorName
    }
}
