/// A page with its words and marks, for PDFs and scans.
public struct Page: Hashable, Sendable {
    public struct Word: Hashable, Sendable {
        public var text: String
        public var box: PageBox
        /// 0 to 1; 1 for a text layer.
        public var confidence: Double

        public init(text: String, box: PageBox, confidence: Double) {
            self.text = text
            self.box = box
            self.confidence = confidence
        }
    }

    /// A check box on paper with how much of it is inked.
    public struct Mark: Hashable, Sendable {
        public var box: PageBox
        /// 0 to 1, relative to the lightest box of the page.
        public var darkness: Double

        public init(box: PageBox, darkness: Double) {
            self.box = box
            self.darkness = darkness
        }
    }

    /// Where on the page a paragraph, a cell or a control stands.
    public struct Region: Hashable, Sendable {
        /// As in `Paragraph.place`, `Table.Cell.place` and `FormControl.place`.
        public var place: String
        public var box: PageBox

        public init(place: String, box: PageBox) {
            self.place = place
            self.box = box
        }
    }

    /// Points.
    public var width: Double
    /// Points.
    public var height: Double
    public var words: [Word]
    public var marks: [Mark]
    /// Places of this page that blocks and controls refer to.
    public var regions: [Region]

    public init(
        width: Double,
        height: Double,
        words: [Word] = [],
        marks: [Mark] = [],
        regions: [Region] = []
    ) {
        self.width = width
        self.height = height
        self.words = words
        self.marks = marks
        self.regions = regions
    }
}
