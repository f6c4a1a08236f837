import FormModel

/// The measures of the printable form, in points.
enum FormMeasure {
    static func mm(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

    /// A4.
    static let pageWidth = mm(210)
    static let pageHeight = mm(297)
    /// The column of text and answers: 174 mm.
    static let left = mm(18)
    static let right = mm(192)
    static let width = right - left
    /// Head of every page: logos or running head at the left, the code at the right.
    static let bandTop = mm(9)
    static let codeSide = mm(18)
    static let top = mm(31)
    static let bottom = mm(271)
    static let footTop = mm(274.5)

    /// Corner marks: squares of 4 mm, 8 mm from the edges, where every office printer still prints.
    static let markSide = mm(4)
    static let markInset = mm(8)
    static var marks: [PageBox] {
        let far = (pageWidth - markInset - markSide, pageHeight - markInset - markSide)
        return [(markInset, markInset), (far.0, markInset), far, (markInset, far.1)].map {
            PageBox(x: $0.0, y: $0.1, width: markSide, height: markSide).rounded
        }
    }

    /// Height of an answer box.
    static let boxHeight = mm(8)
    static let cellWidth = mm(4.9)
    /// Room for a printed sign between the cells of a comb: a cell's, since an AcroForm comb has equal cells.
    static let separatorWidth = cellWidth
    static let checkSide = mm(4.2)
    /// From a check box to its words.
    static let checkGap = mm(2)
    static let linePitch = mm(8)
    static let gutter = mm(6)
    static let rowGap = mm(3.4)
    static let labelGap = mm(1.1)
    static let frameWidth = 0.75
    static let signatureHeight = mm(19)

    static let titleStyle = TextStyle(size: 21, isBold: true, lineHeight: 0.92)
    static let kindStyle = TextStyle(size: 11, isBold: true, ink: .accent)
    static let subtitleStyle = TextStyle(size: 12.5, ink: .muted)
    static let sectionStyle = TextStyle(size: 13, isBold: true, ink: .accent)
    static let entryStyle = TextStyle(size: 10, isBold: true, ink: .muted)
    static let labelStyle = TextStyle(size: 9.5, lineHeight: 0.96)
    static let helpStyle = TextStyle(size: 8.2, ink: .muted, lineHeight: 0.95)
    static let textStyle = TextStyle(size: 9.5)
    static let clauseStyle = TextStyle(size: 8.6, lineHeight: 0.98)
    static let footStyle = TextStyle(size: 7.8, ink: .muted)
}
