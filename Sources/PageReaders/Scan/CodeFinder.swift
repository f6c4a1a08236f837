import CZXingShim
import FormModel

/// Finds the codes that Nabór's own forms carry on each page.
enum CodeFinder {
    struct Found {
        var code: FormCode
        /// In the picture: top left, top right, bottom right, bottom left of the upright code.
        var corners: [(x: Double, y: Double)]

        /// Whether it lies in another place than this one, by more than its own size.
        func isApart(from other: Found) -> Bool {
            let (mine, its) = (corners[0], other.corners[0])
            let side = abs(corners[2].x - mine.x) + abs(corners[2].y - mine.y)
            return abs(mine.x - its.x) + abs(mine.y - its.y) > side
        }
    }

    private static let countMax = 8
    /// A code of 18 millimetres needs no more pixels than this across the page.
    private static let sideMax = 2_600

    static func codes(in image: GrayImage) -> [Found] {
        let factor = max(1, (max(image.width, image.height) + sideMax - 1) / sideMax)
        for tried in factor > 1 ? [factor, 1] : [1] {
            let found = search(image.reduced(by: tried), scale: Double(tried))
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func search(_ image: GrayImage, scale: Double) -> [Found] {
        var codes = [nabor_code](repeating: nabor_code(), count: countMax)
        let count = nabor_find_codes(image.pixels, Int32(image.width), Int32(image.height), &codes, Int32(countMax))
        return codes.prefix(Int(count)).compactMap { code in
            let text = withUnsafeBytes(of: code.text) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let formCode = FormCode(payload: text) else { return nil }
            let x = [code.x.0, code.x.1, code.x.2, code.x.3]
            let y = [code.y.0, code.y.1, code.y.2, code.y.3]
            return Found(code: formCode, corners: zip(x, y).map { (Double($0) * scale, Double($1) * scale) })
        }
    }
}
