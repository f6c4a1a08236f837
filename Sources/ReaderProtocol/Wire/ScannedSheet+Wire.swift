import FormModel

extension ByteWriter {
    mutating func put(_ sheet: ScannedSheet) throws(WireFault) {
        put(count: sheet.number)
        put(index: sheet.formPage)
        put(sheet.code?.payload)
        try put(sheet.corners) { (writer, corners) throws(WireFault) in writer.put(corners) }
        try put(sheet.alignment) { (writer, alignment) throws(WireFault) in writer.put(case: alignment) }
        put(sheet.signature)
        try put(sheet.problem) { (writer, problem) throws(WireFault) in writer.put(case: problem) }
    }

    /// Half a picture beyond the edge is the least: `SheetCorners.range`.
    fileprivate static let cornerOffset = 5_000

    /// In whole ten-thousandths, from the least that is allowed: less than a third of a pixel of a page at 300 dpi.
    mutating func put(_ corners: SheetCorners) {
        for point in corners.points {
            for share in [point.x, point.y] { put(count: Int((share * 10_000).rounded()) + Self.cornerOffset) }
        }
    }
}

extension ByteReader {
    mutating func sheet() throws(WireFault) -> ScannedSheet {
        let number = try count(max: ReaderLimits.pageCountMax, "sheet")
        guard number >= 1 else { throw WireFault(.inconsistent, "sheet") }
        var sheet = ScannedSheet(number: number, formPage: try index(max: FormCode.pageCountMax + 1, "formPage"))
        if let payload = try optionalText() {
            guard let code = FormCode(payload: payload) else { throw WireFault(.inconsistent, "code") }
            sheet.code = code
        }
        if try flag() { sheet.corners = try corners() }
        if try flag() { sheet.alignment = try oneCase(of: ScannedSheet.Alignment.self, "alignment") }
        sheet.signature = try optionalFlag()
        if try flag() { sheet.problem = try oneCase(of: ScannedSheet.Problem.self, "problem") }
        return sheet
    }

    mutating func corners() throws(WireFault) -> SheetCorners {
        var points: [SheetCorners.Point] = []
        for _ in 0..<4 {
            let x = Double(try count(max: 20_000, "corners") - ByteWriter.cornerOffset) / 10_000
            let y = Double(try count(max: 20_000, "corners") - ByteWriter.cornerOffset) / 10_000
            points.append(SheetCorners.Point(x, y))
        }
        guard let corners = SheetCorners(points) else { throw WireFault(.inconsistent, "corners") }
        return corners
    }
}
