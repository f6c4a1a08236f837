import FormModel
public import ReaderProtocol

/// Reads PDF files and pictures of pages: tells what a source is from its bytes and sends the records of its reply.
///
/// Handles PDF files with form fields or letters; pictures, and PDF files that are nothing else, of Nabór's own forms. Of
/// such it tells first which form's map is needed; with the map, and where the recognition models are loaded, it reads.
public enum PageReader {
    /// Takes one record of the reply; throws when the record is over a limit.
    public typealias Sink = (ReaderReply) throws(WireFault) -> Void

    /// Junk before the header is allowed by every reader of PDF (ISO 32000-1, annex H, note 13).
    private static let headerOffsetMax = 1024

    /// Loads what reading needs from files, by reading a sample of our own; to be called once, before the process is
    /// shut in and long before it sees a foreign byte.
    ///
    /// - Parameter recognises: also loads the recognition models, which takes most of a second and of the memory.
    public static func warmUp(recognises: Bool) {
        PageSample.pdf.withUnsafeBytes { bytes in _ = try? PDFReader.read(bytes) }
        guard recognises else { return }
        Recogniser.shared.load()
        PageSample.pdf.withUnsafeBytes { bytes in _ = try? DrawnPages(bytes)?.picture(at: 0) }
    }

    /// Reads the source, which begins with the form map where the job brings one; the last record is `end` or `failure`.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        job: ReaderJob,
        send: @escaping Sink
    ) throws(WireFault) {
        do throws(ReadFailure) {
            if let order = job.picture {
                let picture = try PlacePicture.draw(order, of: bytes)
                return try inLimits(.unknown) { () throws(WireFault) in
                    try send(.picture(picture))
                    try send(.end)
                }
            }
            let (reading, crops) = try reading(of: bytes, job: job)
            try inLimits(reading.format) { () throws(WireFault) in
                try send(.reading(reading))
                for crop in crops { try send(.crop(crop)) }
                try send(.end)
            }
        } catch {
            try send(.failure(error))
        }
    }

    private static func reading(
        of bytes: UnsafeRawBufferPointer,
        job: ReaderJob
    ) throws(ReadFailure) -> (Reading, [FieldCrop]) {
        guard bytes.count > job.mapByteCount else { throw ReadFailure(.sourceEmpty) }
        let (map, blank) = try map(UnsafeRawBufferPointer(rebasing: bytes[..<job.mapByteCount]))
        let source = UnsafeRawBufferPointer(rebasing: bytes[job.mapByteCount...])
        if let format = picture(source) {
            return try scan(try PictureFile(source, format: format), map, blank, format, job)
        }
        guard isPDF(source) else { throw ReadFailure(.sourceUnknownFormat) }
        do throws(ReadFailure) {
            let (reading, pictures) = try PDFReader.read(source)
            guard let pages = sheets(in: source, pictures, reading) else { return (reading, []) }
            return try scan(pages, map, blank, .pdf, job)
        } catch {
            guard error.code == .sourceNotYetReadable, let pages = DrawnPages(source) else { throw error }
            return try scan(pages, map, blank, .pdf, job)
        }
    }

    /// All pages of a file as sheets, when our own form was scanned into it between pages with letters: a letter that goes
    /// with it is a sheet that is told to a person. Nil where fields speak, or where no scanned page bears a code.
    private static func sheets(
        in source: UnsafeRawBufferPointer,
        _ pictures: [Int],
        _ reading: Reading
    ) -> DrawnPages? {
        guard !pictures.isEmpty, reading.controls.allSatisfy({ $0.kind == .signature }),
            let pages = DrawnPages(source)
        else { return nil }
        let bearsCode = pictures.contains { index in
            (try? pages.picture(at: index)).map { !CodeFinder.codes(in: $0).isEmpty } ?? false
        }
        return bearsCode ? pages : nil
    }

    private static var isRecognising: Bool { Recogniser.shared.has(.polish) && Recogniser.shared.has(.latin) }

    private static func scan(
        _ pages: any PagePictures,
        _ map: FormMap?,
        _ blank: (any PagePictures)?,
        _ format: SourceFormat,
        _ job: ReaderJob
    ) throws(ReadFailure) -> (Reading, [FieldCrop]) {
        // Without a reason: the same program with the models in memory goes on.
        guard map == nil || isRecognising || job.crops == .only else {
            throw ReadFailure(.sourceNotYetReadable, format: format)
        }
        return try ScanReader.read(
            pages,
            map: map,
            blank: blank,
            format: format,
            recogniser: Recogniser.shared,
            job: job
        )
    }

    /// Between a map and the blank it was made of (RFC 7464 knows the sign as the start of a record).
    private static let separator: UInt8 = 0x1E

    /// The form's map and, for an organiser's blank, the PDF that it was made of.
    private static func map(
        _ bytes: UnsafeRawBufferPointer
    ) throws(ReadFailure) -> (FormMap?, (any PagePictures)?) {
        guard !bytes.isEmpty else { return (nil, nil) }
        let end = bytes.firstIndex(of: separator) ?? bytes.count
        do throws(FormMapError) {
            let map = try FormMap(bytes: Array(bytes[..<end]))
            guard end < bytes.count else { return (map, nil) }
            return (map, DrawnPages(UnsafeRawBufferPointer(rebasing: bytes[(end + 1)...])))
        } catch {
            throw ReadFailure(.sourceUnusable, parameters: ["reason": "map"])
        }
    }

    /// A record that cannot be sent is over a limit: the source is refused with that limit's name.
    private static func inLimits(
        _ format: SourceFormat,
        _ body: () throws(WireFault) -> Void
    ) throws(ReadFailure) {
        do throws(WireFault) {
            try body()
        } catch {
            throw ReadFailure(.sourceLimit, format: format, parameters: ["limit": error.subject])
        }
    }

    // MARK: Formats

    static func isPDF(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let header = Array("%PDF-".utf8)
        guard bytes.count >= header.count else { return false }
        return (0...min(bytes.count - header.count, headerOffsetMax)).contains { start in
            bytes[start..<start + header.count].elementsEqual(header)
        }
    }

    static func picture(_ bytes: UnsafeRawBufferPointer) -> SourceFormat? {
        let heads: [(SourceFormat, [UInt8])] = [
            (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
            (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        ]
        if let head = heads.first(where: { bytes.starts(with: $0.1) }) { return head.0 }
        let isHEIF = bytes.count >= 12 && bytes[4..<8].elementsEqual("ftyp".utf8)
        return isHEIF ? .heic : nil
    }
}
