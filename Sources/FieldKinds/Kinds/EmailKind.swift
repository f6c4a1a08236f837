import FormModel

/// E-mail addresses (RFC 5321, RFC 6531): one address, the domain in lower case and punycode.
enum EmailKind {
    static let byteCountMax = 254
    static let localByteCountMax = 64

    static func read(_ text: String) -> KindReading {
        var address = text[...]
        if address.lowercased().hasPrefix("mailto:") { address = address.dropFirst("mailto:".count) }
        // A full stop or semicolon after the address belongs to the sentence or the list around it.
        while let last = address.unicodeScalars.last, last == "." || last == ";" || last == "," {
            address = address.dropLast()
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return .invalid(text, kind: "email", reason: .format) }
        guard isLocalPart(parts[0]), let domain = domain(parts[1]) else {
            return .invalid(text, kind: "email", reason: .characters)
        }
        let value = parts[0] + "@" + domain
        guard value.utf8.count <= byteCountMax, parts[0].utf8.count <= localByteCountMax else {
            return .invalid(text, kind: "email", reason: .length)
        }
        let isASCII = parts[0].utf8.allSatisfy { $0 < 0x80 }
        return KindReading(.text(String(value)), issues: isASCII ? [] : [KindIssue(.emailNeedsSMTPUTF8)])
    }

    /// A dot-atom of RFC 5322, with letters beyond ASCII as RFC 6531 allows them.
    private static func isLocalPart(_ text: Substring) -> Bool {
        let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { atom in
            !atom.isEmpty
                && atom.unicodeScalars.allSatisfy { scalar in
                    scalar.isASCII
                        ? isAtomSign(scalar) : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                }
        }
    }

    private static func isAtomSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
        default: false
        }
    }

    private static func domain(_ text: Substring) -> String? {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, !last.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        let written = labels.compactMap(domainLabel)
        guard written.count == labels.count else { return nil }
        return written.joined(separator: ".")
    }

    /// Letters, digits and inner hyphens, at most 63 bytes (RFC 1035 section 2.3.1); others as an A-label (RFC 5891).
    private static func domainLabel(_ text: Substring) -> String? {
        let lower = text.lowercased()
        guard !lower.hasPrefix("-"), !lower.hasSuffix("-"), !lower.isEmpty else { return nil }
        let isAllowed = lower.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "0"..."9", "-": true
            default:
                !scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
            }
        }
        guard isAllowed else { return nil }
        let label = lower.utf8.allSatisfy { $0 < 0x80 } ? lower : "xn--" + Punycode.encoded(lower)
        return label.utf8.count <= 63 ? label : nil
    }
}
