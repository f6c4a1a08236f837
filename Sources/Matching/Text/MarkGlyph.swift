/// Signs that people and programs use as check boxes and ticks.
enum MarkGlyph {
    enum State {
        case empty, checked
        /// A tick or cross without a box of its own.
        case tick
    }

    static func state(of scalar: UInt32) -> State? {
        switch scalar {
        // Ballot boxes, white squares and circles; Wingdings boxes in the private area that Word gives them.
        case 0x2610, 0x25A1, 0x25FB, 0x25FD, 0x2B1C, 0x25CB, 0x25EF, 0x274F, 0x2750, 0x2751, 0x2752, 0x25A2, 0xF06F,
            0xF0A8, 0xF071, 0xF072, 0x2B55:
            .empty
        case 0x2611, 0x2612, 0x22A0, 0x2297, 0x25A0, 0x25FC, 0x25FE, 0x2B1B, 0x25C9, 0x29BF, 0x25CF, 0x26AB, 0xF0FE,
            0xF0FD, 0xF06E, 0x1F5F9, 0x1F5F7, 0x2705, 0x1F518:
            .checked
        case 0x2713, 0x2714, 0x2717, 0x2718, 0x2715, 0x2716, 0x00D7, 0x2573, 0x274C, 0x1F5F8, 0xF0FC, 0xF0FB:
            .tick
        default: nil
        }
    }

    /// Whether the single letter is used as a cross or tick: x, v, both alphabets.
    static func isCross(_ fold: ArraySlice<UInt8>) -> Bool {
        fold.count == 1 && (fold.first == UInt8(ascii: "x") || fold.first == UInt8(ascii: "v"))
    }
}
