import FormModel
import ReaderProtocol

/// Runs a page's drawing instructions as far as lines, boxes, filled areas and pictures are concerned.
///
/// Handled: saved states, transformations, paths of straight lines, rectangles and curves, colours of the device spaces,
/// nested drawings (form XObjects), placed pictures. Ignored: clipping, patterns, shadings, the letters themselves.
struct DrawingScanner {
    private(set) var drawing = PageDrawing()
    private var sorter: PathSorter
    private let pageArea: Double
    private var budget = ReaderLimits.pdfInstructionCountMax

    private static let depthMax = 6
    private static let stateCountMax = 256
    private static let pathPointCountMax = 20_000

    struct State {
        var matrix: Matrix
        var fill = Ink()
        var stroke = Ink()
        /// Text rendering mode 3 (ISO 32000-1, 9.3.6).
        var hidesText = false
    }

    static func drawing(of page: PDFObject, geometry: PageGeometry, turn: PageTurn) -> PageDrawing {
        guard let content = page.file.content(ofPage: page) else { return PageDrawing() }
        var scanner = DrawingScanner(geometry)
        let resources = PageGeometry.inherited("Resources", of: page)
        scanner.run(content, resources: resources, State(matrix: geometry.matrix.followed(by: turn.matrix)), depth: 0)
        return scanner.drawing
    }

    private init(_ geometry: PageGeometry) {
        pageArea = geometry.width * geometry.height
        sorter = PathSorter(pageArea: pageArea)
    }

    private mutating func run(_ content: [UInt8], resources: PDFObject?, _ first: State, depth: Int) {
        var state = first
        var saved: [State] = []
        var path = DrawnPath()
        var operands: [Double] = []
        var name: String?
        for token in ContentTokens(content) {
            switch token {
            case .number(let number): if operands.count < 64 { operands.append(number) }
            case .name(let text): name = text
            case .string, .arrayStart, .arrayEnd: break
            case .instruction(let word):
                budget -= 1
                guard budget > 0 else {
                    drawing.isCut = true
                    return
                }
                switch word {
                case "q": if saved.count < Self.stateCountMax { saved.append(state) }
                case "Q": state = saved.popLast() ?? state
                case "cm": if let matrix = Matrix(operands) { state.matrix = matrix.followed(by: state.matrix) }
                case "Do": if let name { draw(resources?["XObject"]?[name], resources, state, depth: depth) }
                case "Tr": state.hidesText = operands.last == 3
                case "Tj", "TJ", "'", "\"":
                    drawing.textCount += 1
                    if state.hidesText { drawing.hiddenTextCount += 1 }
                default:
                    if !path.take(word, operands, state.matrix, pointCountMax: Self.pathPointCountMax) {
                        paint(word, operands, &state, &path)
                    }
                }
                operands.removeAll(keepingCapacity: true)
                name = nil
            }
        }
    }

    private mutating func paint(_ word: String, _ operands: [Double], _ state: inout State, _ path: inout DrawnPath) {
        switch word {
        case "S", "s", "B", "B*", "b", "b*":
            if word == "s" || word.hasPrefix("b") { path.close() }
            if word != "S" && word != "s" { sorter.addFilled(path, state.fill, to: &drawing) }
            sorter.addStroked(path, state.stroke, to: &drawing)
            path = DrawnPath()
        case "f", "F", "f*":
            sorter.addFilled(path, state.fill, to: &drawing)
            path = DrawnPath()
        case "n": path = DrawnPath()
        case "g", "rg", "k", "sc", "scn": state.fill = Ink(operands)
        case "G", "RG", "K", "SC", "SCN": state.stroke = Ink(operands)
        default: break
        }
    }

    /// An opaque picture of the page hides all letters that were drawn before it.
    private mutating func place(_ image: PDFObject, _ rect: PageRect) {
        drawing.images.append(rect)
        let isOpaque = image["SMask"] == nil && image["Mask"] == nil && image["ImageMask"]?.flag != true
        guard isOpaque, rect.area >= pageArea * TextQuality.pictureShareMin else { return }
        drawing.hiddenTextCount = drawing.textCount
    }

    private mutating func draw(_ object: PDFObject?, _ resources: PDFObject?, _ state: State, depth: Int) {
        guard let object, object.isStream else { return }
        if object["Subtype"]?.name == "Image" {
            place(object, state.matrix.apply(PageRect(left: 0, top: 0, right: 1, bottom: 1)))
            return
        }
        guard depth < Self.depthMax, let content = object.file.streamData(of: object) else { return }
        var inner = state
        if let matrix = object["Matrix"].flatMap({ Matrix($0) }) { inner.matrix = matrix.followed(by: state.matrix) }
        run(content, resources: object["Resources"] ?? resources, inner, depth: depth + 1)
    }
}

extension Matrix {
    /// Out of the operands of `cm`.
    fileprivate init?(_ numbers: [Double]) {
        guard numbers.count == 6 else { return nil }
        self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }
}
