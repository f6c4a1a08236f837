import FormModel

/// The packet that starts a job: it travels on the control socket with the source and the reply pipe beside it.
public struct JobTicket: Hashable, Sendable {
    /// Counted up by the desk; the report repeats it.
    public var number: UInt64
    public var job: ReaderJob

    public init(number: UInt64, job: ReaderJob) {
        self.number = number
        self.job = job
    }

    /// Changes whenever job, records or report change their shape; both programs come from one build.
    public static let version: UInt8 = 6
    /// No packet on the control socket is larger.
    public static let byteCountMax = 4096

    public var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.put(byte: Self.version)
        writer.put(number)
        writer.put(byte: job.hint.flatMap(SourceFormat.allCases.firstIndex(of:)).map { UInt8($0) } ?? 0xFF)
        writer.put(count: job.budget.processorSeconds)
        writer.put(count: job.budget.wallSeconds)
        writer.put(count: job.budget.addressSpaceByteCount)
        writer.put(count: job.mapByteCount)
        writer.put(byte: job.readsOnlyForm ? 1 : 0)
        // 0 is no picture, 1 a whole page, 2 a place on it.
        writer.put(byte: job.picture.map { $0.box == nil ? 1 : 2 } ?? 0)
        if let picture = job.picture {
            writer.put(count: picture.page)
            for point in picture.points { writer.put(count: point) }
        }
        writer.put(byte: job.crops.rawValue)
        writer.put(byte: job.sheets == nil ? 0 : 1)
        if let sheets = job.sheets { Self.put(sheets, into: &writer) }
        return writer.bytes
    }

    private static func put(_ sheets: [SheetOrder], into writer: inout ByteWriter) {
        let sheets = sheets.prefix(ReaderLimits.pageCountMax)
        writer.put(count: sheets.count)
        for sheet in sheets {
            writer.put(count: sheet.number)
            writer.put(index: sheet.formPage)
            writer.put(byte: sheet.corners == nil ? 0 : 1)
            if let corners = sheet.corners { writer.put(corners) }
        }
    }

    private static func sheets(_ reader: inout ByteReader) throws(WireFault) -> [SheetOrder] {
        var sheets: [SheetOrder] = []
        for _ in 0..<(try reader.count(max: ReaderLimits.pageCountMax, "sheets")) {
            let number = try reader.count(max: ReaderLimits.pageCountMax, "sheet")
            guard number >= 1 else { throw WireFault(.malformed, "sheet") }
            var sheet = SheetOrder(
                number: number,
                formPage: try reader.index(max: FormCode.pageCountMax + 1, "formPage")
            )
            if try reader.byte() == 1 { sheet.corners = try reader.corners() }
            sheets.append(sheet)
        }
        return sheets
    }

    public init(decoding bytes: [UInt8]) throws(WireFault) {
        var reader = ByteReader(bytes)
        guard try reader.byte() == Self.version else { throw WireFault(.malformed, "version") }
        number = try reader.number()
        let hint = Int(try reader.byte())
        guard hint == 0xFF || hint < SourceFormat.allCases.count else { throw WireFault(.malformed, "hint") }
        let processorSeconds = try reader.count(max: 3600, "processorSeconds")
        let wallSeconds = try reader.count(max: 3600, "wallSeconds")
        let budget = ReaderJob.Budget(
            processorSeconds: processorSeconds,
            wallSeconds: wallSeconds,
            addressSpaceByteCount: try reader.count(max: 1 << 40, "addressSpace")
        )
        job = ReaderJob(
            hint: hint == 0xFF ? nil : SourceFormat.allCases[hint],
            budget: budget,
            mapByteCount: try reader.count(max: ReaderLimits.mapByteCountMax, "mapByteCount"),
            readsOnlyForm: try reader.byte() == 1
        )
        let wanted = try reader.byte()
        guard wanted <= 2 else { throw WireFault(.malformed, "picture") }
        if wanted > 0 {
            var order = PictureOrder(page: try reader.count(max: ReaderLimits.pageCountMax, "page"))
            if wanted == 2 {
                var points: [Double] = []
                for _ in 0..<4 { points.append(Double(try reader.count(max: 20_000, "box"))) }
                order.box = PageBox(x: points[0], y: points[1], width: points[2], height: points[3])
            }
            job.picture = order
        }
        guard let crops = CropOrder(rawValue: try reader.byte()) else { throw WireFault(.malformed, "crops") }
        job.crops = crops
        if try reader.byte() == 1 { job.sheets = try Self.sheets(&reader) }
        try reader.finish()
    }
}
