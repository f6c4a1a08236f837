import FormModel

extension ByteWriter {
    mutating func put(_ answer: PageAnswer) throws(WireFault) {
        put(answer.name)
        put(count: answer.page)
        put(count: answer.sheet)
        put(answer.box)
        try put(answer.text) { (writer, text) throws(WireFault) in
            writer.put(text.text)
            writer.put(text.otherText)
            writer.put(text.confidence)
            writer.put(text.isPrint)
        }
        try put(list: answer.ticks) { (writer, tick) throws(WireFault) in
            writer.put(tick.option)
            writer.put(tick.isTicked)
            writer.put(tick.isDoubtful)
            writer.put(tick.box)
        }
    }
}

extension ByteReader {
    mutating func pageAnswer() throws(WireFault) -> PageAnswer {
        let name = try text()
        let page = try count(max: ReaderLimits.pageCountMax, "page")
        let sheet = try count(max: ReaderLimits.pageCountMax, "sheet")
        var answer = PageAnswer(name: name, page: page, sheet: sheet, box: try box())
        if try flag() {
            let written = try text()
            let other = try optionalText()
            let confidence = try decimal(in: 0...1, "confidence")
            answer.text = PageAnswer.Text(
                text: written,
                otherText: other,
                confidence: confidence,
                isPrint: try flag()
            )
        }
        answer.ticks = try list("ticks") { (reader) throws(WireFault) in
            let option = try reader.text()
            let isTicked = try reader.flag()
            let isDoubtful = try reader.flag()
            return PageAnswer.Tick(option: option, isTicked: isTicked, isDoubtful: isDoubtful, box: try reader.box())
        }
        return answer
    }
}
