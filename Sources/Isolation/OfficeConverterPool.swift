public import FormModel
public import ReaderProtocol

/// Warm converters: LibreOffice processes that turn many documents of our own into PDF.
///
/// Starting LibreOffice costs more than twenty letters, so that each process takes a stretch of files, in a profile that
/// its successor finds warm. A process that stays silent too long over one file, or dies, is replaced: the files under
/// suspicion are tried alone, the others go on. Received files do not belong here: they get a process each by
/// `OfficeConverter`, since whatever one of them did to the process would meet the next.
public struct OfficeConverterPool: Sendable {
    public var converter: OfficeConverter
    /// Processes at the same time.
    public var workerCount: Int
    /// Files one process converts before the next one takes over, which bounds what its leaks can grow to.
    public var filesPerProcessMax: Int

    public init(converter: OfficeConverter = OfficeConverter(), workerCount: Int = 2, filesPerProcessMax: Int = 50) {
        self.converter = converter
        self.workerCount = workerCount
        self.filesPerProcessMax = filesPerProcessMax
    }

    /// Whether LibreOffice is installed.
    public var isAvailable: Bool { converter.executable != nil }

    /// Converts `count` documents.
    ///
    /// - Parameters:
    ///   - source: gives the bytes of each document when its turn comes, on any thread.
    ///   - each: hears the outcome of each, on any thread and in no certain order.
    public func convert(
        count: Int,
        from format: SourceFormat = .docx,
        to target: OfficeConverter.Target = .pdf,
        source: @escaping @Sendable (Int) -> SourceHandle?,
        each: @escaping @Sendable (Int, Result<[UInt8], ReadFailure>) -> Void
    ) async {
        guard let executable = converter.executable else {
            for place in 0..<count { each(place, .failure(ReadFailure(.sourceNeedsConverter, format: format))) }
            return
        }
        let workers = count <= OfficeQueue.smallStretch ? 1 : max(1, workerCount)
        let queue = OfficeQueue(count: count, workerCount: workers, stretchMax: max(1, filesPerProcessMax))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    let worker = OfficeWorker(
                        executable: executable,
                        limits: converter.limits,
                        format: format,
                        target: target,
                        source: source,
                        each: each
                    )
                    await worker?.work(queue)
                    // Without a scratch folder nothing can be converted.
                    if worker == nil { OfficeWorker.giveUp(queue, format, each) }
                }
            }
        }
    }
}
