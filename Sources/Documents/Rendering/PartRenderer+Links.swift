import FormModel

extension PartRenderer {
    /// Writes the attribute that leads a link to its address; an address that a letter has no business to open leads
    /// nowhere, and its text stays.
    mutating func link(_ link: PartProgram.Link) throws(RenderError) {
        var address = ""
        do throws(EvaluationError) {
            for piece in link.pieces {
                switch piece {
                case .text(let text): address += text
                case .value(let expression):
                    let value = try machine.evaluate(expression)
                    machine.note(value)
                    address += LinkEscape.text(machine.print.text(value), behind: address)
                }
            }
        } catch {
            throw failure(error, tag: link.tag, place: link.place)
        }
        guard isWriting else { return }
        guard let id = document.relationship(toAddress: address, from: program.name) else {
            return document.warn(.linkDropped, link.tag)
        }
        output.append(" \(link.attribute)=\"\(id)\"")
    }
}

/// Writes values into addresses (RFC 3986).
enum LinkEscape {
    /// A value that begins the address is one itself and keeps its signs; any other is a piece of one, in which nothing
    /// may end the piece: `/`, `?`, `#`, `&` and their like are percent-encoded.
    static func text(_ value: String, behind address: String) -> String {
        let extra: [UInt8]
        if address.isEmpty {
            extra = Array(":/?#[]@!$&'()*+,;=%".utf8)
        } else {
            extra = address.lowercased().hasPrefix("mailto:") ? [UInt8(ascii: "@")] : []
        }
        var result: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in value.utf8 {
            if isUnreserved(byte) || extra.contains(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~".utf8.contains(byte)
        }
    }
}
