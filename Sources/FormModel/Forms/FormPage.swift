/// One page of a blank form: its size, what it is aligned by, and its printed words.
public struct FormPage: Hashable, Sendable {
    /// A word printed on the blank; pages without marks are aligned by finding these again.
    public struct Word: Hashable, Sendable {
        public var text: String
        public var box: PageBox

        public init(text: String, box: PageBox) {
            self.text = text
            self.box = box
        }
    }

    /// Points.
    public var width: Double
    /// Points.
    public var height: Double
    /// Four equal black squares in the corners: top left, top right, bottom right, bottom left; empty on a foreign blank.
    ///
    /// Which way up the page lies is said by the code, else by its words.
    public var marks: [PageBox]
    /// The QR code without its quiet zone.
    public var code: PageBox?
    public var words: [Word]

    public init(
        width: Double,
        height: Double,
        marks: [PageBox] = [],
        code: PageBox? = nil,
        words: [Word] = []
    ) {
        self.width = width
        self.height = height
        self.marks = marks
        self.code = code
        self.words = words
    }
}
