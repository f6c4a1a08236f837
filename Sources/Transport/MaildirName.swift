import FormModel

/// File names of a Maildir: seconds since 1970, a dot, and whatever makes them unique.
enum MaildirName {
    /// The time of delivery; nil for a name of another make.
    static func time(_ name: String) -> Instant? {
        let digits = name.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
        // Nine digits are the years 1973 to 2001, ten go on to 2286.
        guard (9...10).contains(digits.count), name.utf8.dropFirst(digits.count).first == UInt8(ascii: "."),
            let seconds = Int64(Substring(digits))
        else { return nil }
        return Instant(millisecondsSinceEpoch: seconds * 1000)
    }
}
