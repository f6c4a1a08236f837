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

    /// Points.
    public var width: Double
    /// Points.
    public var height: Double
    public var words: [Word]
    public var marks: [Mark]

    public init(width: Double, height: Double, words: [Word] = [], marks: [Mark] = []) {
        self.width = width
        self.height = height
        self.words = words
        self.marks = marks
    }
}
