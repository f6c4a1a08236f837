/// A paragraph or a table: the building stones of a document's text.
public indirect enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
}
