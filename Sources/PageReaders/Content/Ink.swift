/// A colour, as far as it matters: whether it is white, and whether it is a colour at all.
struct Ink: Hashable {
    var red = 0.0
    var green = 0.0
    var blue = 0.0

    init() {}

    /// Out of the operands of a colour instruction: one number is grey, three are RGB, four CMYK.
    init(_ numbers: [Double]) {
        switch numbers.count {
        case 1: (red, green, blue) = (numbers[0], numbers[0], numbers[0])
        case 3: (red, green, blue) = (numbers[0], numbers[1], numbers[2])
        case 4:
            let light = 1 - numbers[3]
            (red, green, blue) = ((1 - numbers[0]) * light, (1 - numbers[1]) * light, (1 - numbers[2]) * light)
        default: break
        }
    }

    var isLight: Bool { min(red, green, blue) > 0.8 }
    /// Nobody sees it on paper. Pale grey lines between the rows of a table are seen.
    var isWhite: Bool { min(red, green, blue) > 0.96 }
    /// As strong as a text marker's.
    var isBright: Bool { max(red, green, blue) > 0.5 && max(red, green, blue) - min(red, green, blue) > 0.4 }
}
