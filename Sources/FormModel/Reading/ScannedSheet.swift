/// One page of a file of scans or photographs: which page of a form it shows, and where.
public struct ScannedSheet: Hashable, Sendable {
    /// Why nothing was read from a sheet.
    public enum Problem: String, CaseIterable, Sendable {
        /// No code on it, and no form to compare it with.
        case noCode
        /// Its code names another form than the one that is read.
        case otherForm
        /// Its place in the picture could not be found: a person may mark its corners.
        case notRegistered
        /// Its picture cannot be opened, or is no picture of a page.
        case unopened
        /// Several pages of forms lie in one picture: which of them is meant, a person says.
        case severalForms
    }

    /// How the form's page was found in the picture.
    public enum Alignment: String, CaseIterable, Sendable {
        /// By code and corner marks.
        case marks
        /// By the printed words.
        case words
        /// By corners that a person marked.
        case corners
    }

    /// The page of the file, counted from 1.
    public var number: Int
    /// The form's page, counted from 1; nil where nothing tells.
    public var formPage: Int?
    /// What its code says; nil for a sheet without one.
    public var code: FormCode?
    /// Where the form's page lies in the picture; nil where it was not found.
    public var corners: SheetCorners?
    public var alignment: Alignment?
    /// Whether there is ink in the place for a signature; nil where the page has none.
    public var signature: Bool?
    public var problem: Problem?

    public init(
        number: Int,
        formPage: Int? = nil,
        code: FormCode? = nil,
        corners: SheetCorners? = nil,
        alignment: Alignment? = nil,
        signature: Bool? = nil,
        problem: Problem? = nil
    ) {
        self.number = number
        self.formPage = formPage
        self.code = code
        self.corners = corners
        self.alignment = alignment
        self.signature = signature
        self.problem = problem
    }
}

/// The four corners of a form's page in a picture of it, as shares of the picture's width and height, so that they hold
/// for the picture at any resolution. Clockwise, from the corner that is the top left one when the page is read.
public struct SheetCorners: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public var x: Double
        public var y: Double

        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    public let points: [Point]

    /// A corner may lie beyond the picture's edge, by as much.
    public static let range = -0.5...1.5
    /// Less of the picture than this is no page.
    private static let areaMin = 0.01

    /// Nil unless there are four points in their order round a convex figure of some size.
    public init?(_ points: [Point]) {
        guard points.count == 4, points.allSatisfy({ Self.range.contains($0.x) && Self.range.contains($0.y) }) else {
            return nil
        }
        let turns = points.indices.map { index in
            let (a, b, c) = (points[index], points[(index + 1) % 4], points[(index + 2) % 4])
            return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
        }
        let area = points.indices.reduce(0.0) { sum, index in
            let (a, b) = (points[index], points[(index + 1) % 4])
            return sum + (a.x * b.y - b.x * a.y) / 2
        }
        // With y downwards clockwise turns are positive.
        guard turns.allSatisfy({ $0 > 0 }), area >= Self.areaMin else { return nil }
        self.points = points
    }
}
