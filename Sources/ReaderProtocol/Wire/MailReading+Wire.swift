import FormModel

extension ByteWriter {
    mutating func put(_ mail: MailReading) throws(WireFault) {
        put(mail.messageID)
        put(mail.fromAddress)
        put(mail.fromName)
        try put(list: mail.recipients) { (writer, recipient) throws(WireFault) in writer.put(recipient) }
        put(mail.subject)
        try put(mail.receivedAt) { (writer, instant) throws(WireFault) in
            writer.put(signed: instant.millisecondsSinceEpoch)
        }
        try put(mail.body) { (writer, body) throws(WireFault) in try writer.put(body) }
        try put(list: mail.parts) { (writer, part) throws(WireFault) in
            writer.put(count: part.index)
            writer.put(part.name)
            writer.put(part.declaredType)
            writer.put(case: part.format)
            writer.put(count: part.byteCount)
            writer.put(part.skipReason)
        }
        try put(warnings: mail.warnings)
    }
}

extension ByteReader {
    mutating func mail() throws(WireFault) -> MailReading {
        var mail = MailReading()
        mail.messageID = try optionalText()
        mail.fromAddress = try optionalText()
        mail.fromName = try optionalText()
        mail.recipients = try list(max: ReaderLimits.recipientCountMax, "recipients") { (reader) throws(WireFault) in
            try reader.text()
        }
        mail.subject = try text()
        mail.receivedAt = try flag() ? try instant() : nil
        mail.body = try flag() ? try reading() : nil
        mail.parts = try list(max: ReaderLimits.mailPartCountMax, "parts") { (reader) throws(WireFault) in
            try reader.part()
        }
        guard mail.parts.enumerated().allSatisfy({ $0.offset == $0.element.index }) else {
            throw WireFault(.inconsistent, "part")
        }
        mail.warnings = try warnings()
        return mail
    }

    private mutating func instant() throws(WireFault) -> Instant {
        let milliseconds = try signed()
        guard ReaderLimits.instantRange.contains(milliseconds) else { throw WireFault(.malformed, "receivedAt") }
        return Instant(millisecondsSinceEpoch: milliseconds)
    }

    private mutating func part() throws(WireFault) -> MailReading.Part {
        let index = try count(max: ReaderLimits.mailPartCountMax, "part")
        let name = try text()
        // A name that could be a path would be a lie of the child: the reader makes names safe before it sends them.
        guard !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) else {
            throw WireFault(.malformed, "name")
        }
        let declaredType = try text()
        let format = try oneCase(of: SourceFormat.self, "format")
        let byteCount = try count(max: ReaderLimits.mailByteCountMax, "byteCount")
        return MailReading.Part(
            index: index,
            name: name,
            declaredType: declaredType,
            format: format,
            byteCount: byteCount,
            skipReason: try optionalText()
        )
    }
}
