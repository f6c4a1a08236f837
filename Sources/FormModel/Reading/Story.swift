/// A run of blocks that stands outside of the body.
public struct Story: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case header, footer, footnote, endnote, textBox
    }

    public var kind: Kind
    public var blocks: [Block]

    public init(kind: Kind, blocks: [Block]) {
        self.kind = kind
        self.blocks = blocks
    }
}
