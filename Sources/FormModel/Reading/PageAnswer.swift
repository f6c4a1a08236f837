/// What stands in the places of one question on a registered page: read by two readers that know nothing of each other,
/// or told by the ink in its boxes.
public struct PageAnswer: Hashable, Sendable {
    /// What was written.
    public struct Text: Hashable, Sendable {
        /// By the reader that suits the question best.
        public var text: String
        /// By the other one; nil when there was none.
        public var otherText: String?
        /// 0 to 1: of the least sure word.
        public var confidence: Double
        /// Looks like print on a page of print; what is written by hand is never believed.
        public var isPrint: Bool

        public init(text: String, otherText: String? = nil, confidence: Double, isPrint: Bool) {
            self.text = text
            self.otherText = otherText
            self.confidence = confidence
            self.isPrint = isPrint
        }
    }

    /// A box to tick.
    public struct Tick: Hashable, Sendable {
        /// Key of the option; `true` or `false` for yes and no.
        public var option: String
        public var isTicked: Bool
        /// Too near to the border between ticked and not, blackened, or inked beside the box.
        public var isDoubtful: Bool
        public var box: PageBox

        public init(option: String, isTicked: Bool, isDoubtful: Bool, box: PageBox) {
            self.option = option
            self.isTicked = isTicked
            self.isDoubtful = isDoubtful
            self.box = box
        }
    }

    /// As in the form map: `email`, `delegates[2]/email`.
    public var name: String
    /// Counted from 1; the form's page, whatever order the pages came in.
    public var page: Int
    /// The page of the file that it was read from, counted from 1; 0 where there is no such thing.
    public var sheet: Int
    /// Around all of its places on that page.
    public var box: PageBox
    /// Nil when nothing was written, or nothing is to be written.
    public var text: Text?
    public var ticks: [Tick]

    public init(name: String, page: Int, sheet: Int = 0, box: PageBox, text: Text? = nil, ticks: [Tick] = []) {
        self.name = name
        self.page = page
        self.sheet = sheet
        self.box = box
        self.text = text
        self.ticks = ticks
    }
}
