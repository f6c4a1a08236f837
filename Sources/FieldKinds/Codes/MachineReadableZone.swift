/// The check digits of a passport's machine-readable zone (ICAO 9303 part 3, section 4.9).
public enum MachineReadableZone {
    /// Weights 7, 3, 1 over digits, letters (A is 10) and fillers (`<` is 0); nil for any other sign.
    public static func checkDigit(of field: String) -> Int? {
        var sum = 0
        for (index, byte) in field.utf8.enumerated() {
            guard let value = value(of: byte) else { return nil }
            sum += value * [7, 3, 1][index % 3]
        }
        return sum % 10
    }

    static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
        case UInt8(ascii: "<"): 0
        default: nil
        }
    }
}
