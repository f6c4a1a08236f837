/// Collects the shared strings of a workbook (ISO 29500-1, 18.4); runs of rich text are joined, phonetic text left out.
final class XLSXStrings: XMLHandler {
    private(set) var strings: [String] = []
    private var current: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0

    override func start(_ element: XMLElement) {
        switch element.name {
        case .si: current.removeAll(keepingCapacity: true)
        case .rPh: phoneticDepth += 1
        case .t: isInText = phoneticDepth == 0
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        switch name {
        case .si: strings.append(XLSXText.unescaped(current))
        case .rPh: phoneticDepth -= 1
        case .t: isInText = false
        default: break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { current.append(contentsOf: bytes) }
    }
}
