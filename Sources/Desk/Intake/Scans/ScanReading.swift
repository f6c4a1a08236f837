import Documents
import FormModel
import Isolation
import ReaderProtocol

/// Reads scans and photographs of printed forms: the reader says whose form a sheet's code names, the desk gives it that
/// form's map; where no sheet has a code, the maps of the organisers' own blanks are tried one after the other.
///
/// The sheets of one file go to several readers where there are idle ones. Used by one thread at a time.
final class ScanReading {
    /// The sheets of one file.
    struct Scan {
        /// By printed form.
        var read: [ReadSheets] = []
        var unread: [ScannedSheet] = []
        var sheetCount: Int
        var format: SourceFormat
    }

    /// What is known about a file beforehand, and what is wanted of it.
    struct Wish {
        var notes = SheetNotes()
        /// Sheets of the same mail that came before.
        var offset = 0
        var crops = CropOrder.none
        /// The event, where somebody named it.
        var event: String?
        /// Numbers of the sheets that are wanted; nil for all.
        var sheets: Set<Int>?
        /// Hears how far the reading is.
        var share: IntakeMeter.Share?
    }

    private let maps: PrintedForms
    private let crew: ScanCrew?
    private let readerCount: Int

    /// Different forms in one file, and blanks that are tried on one.
    private static let formCountMax = 8
    /// Sheets for one process at a time: enough that opening the file anew does not count.
    private static let sliceCountMax = 4

    init(maps: PrintedForms, crew: ScanCrew? = nil, readerCount: Int = 1) {
        self.maps = maps
        self.crew = crew
        self.readerCount = readerCount
    }

    /// The sheets of a file that the reader could not read without a map; nil for any other failure.
    func scan(
        _ failure: ReadFailure,
        _ source: SourceHandle,
        by worker: ReaderWorker,
        _ wish: Wish
    ) -> Result<Scan, ReadFailure>? {
        guard let count = failure.sheetCount else { return nil }
        var scan = Scan(sheetCount: count, format: failure.format)
        let orders = wish.notes.orders(sheetCount: count, offset: wish.offset).filter { order in
            wish.sheets?.contains(order.number) ?? true
        }
        if let version = wish.notes.version, let map = maps.printed(version: version) {
            return read(orders, [map], source, worker, wish, into: &scan)
        }
        switch failure.parameters["reason"] {
        case "needsMap":
            guard let map = maps.printed(named: failure.parameters) else {
                return .failure(Self.failure("unknownForm", failure))
            }
            return read(orders, [map], source, worker, wish, into: &scan)
        case "noCode":
            let blanks = maps.blanks(of: wish.event).prefix(Self.formCountMax)
            return blanks.isEmpty ? nil : read(orders, Array(blanks), source, worker, wish, into: &scan)
        default: return nil
        }
    }

    private static func failure(_ reason: String, _ first: ReadFailure) -> ReadFailure {
        ReadFailure(.sourceNotYetReadable, format: first.format, parameters: ["reason": reason])
    }

    // MARK: Forms

    /// Reads the sheets by one map after the other: first those given, then those that the sheets' own codes name.
    private func read(
        _ all: [SheetOrder],
        _ first: [PrintedForm],
        _ source: SourceHandle,
        _ worker: ReaderWorker,
        _ wish: Wish,
        into scan: inout Scan
    ) -> Result<Scan, ReadFailure> {
        var candidates = first
        var orders = all
        var tried: Set<String> = []
        var left: [ScannedSheet] = []
        while let form = candidates.first, !orders.isEmpty, tried.count < Self.formCountMax {
            candidates.removeFirst()
            guard tried.insert(form.map.version).inserted else { continue }
            let read: ReadSheets
            switch self.read(orders, form, source, worker, scan.format, wish) {
            case .success(let value): read = value
            // A blank that cannot be compared with says nothing about the sheets.
            case .failure where form.map.origin == .blank: continue
            case .failure(let failure): return .failure(failure)
            }
            left = read.unread
            if !read.sheets.isEmpty {
                var kept = read
                kept.removeUnread()
                scan.read.append(kept.shifted(by: wish.offset))
            }
            candidates += left.compactMap { sheet in sheet.code.flatMap { maps.printed($0) } }
            orders = all.filter { order in left.contains { $0.number == order.number } }
        }
        guard !scan.read.isEmpty else {
            let isWithoutCode = first.allSatisfy { $0.map.origin == .blank } && wish.notes.version == nil
            let problem = isWithoutCode ? nil : left.first?.problem
            let reason = (problem ?? .noCode).rawValue
            return .failure(
                ReadFailure(
                    .sourceNotYetReadable,
                    format: scan.format,
                    parameters: ["reason": reason, "pages": String(scan.sheetCount)]
                )
            )
        }
        scan.unread = left.map { sheet in
            var sheet = sheet
            sheet.number += wish.offset
            return sheet
        }
        return .success(scan)
    }

    // MARK: Sheets

    private func read(
        _ orders: [SheetOrder],
        _ form: PrintedForm,
        _ source: SourceHandle,
        _ worker: ReaderWorker,
        _ format: SourceFormat,
        _ wish: Wish
    ) -> Result<ReadSheets, ReadFailure> {
        let bytes = form.bytes
        guard let handle = try? SourceHandle(bytes: bytes, followedBy: source) else {
            return .failure(ReadFailure(.readerCrashed, parameters: ["reason": "noMemory"]))
        }
        let slices = slices(orders)
        let results = SliceResults(count: slices.count)
        let tasks = slices.indices.map { index -> ScanCrew.Task in
            { worker in
                // The map comes first: what the source is has to be said.
                let job = ReaderJob(
                    hint: format,
                    mapByteCount: bytes.count,
                    sheets: slices[index],
                    crops: wish.crops
                )
                results.set(index, worker.read(handle, job: job), worker.lastCrops)
                wish.share?.advance(by: Double(slices[index].count) / Double(max(1, orders.count)))
            }
        }
        if let crew, tasks.count > 1 {
            crew.run(tasks, with: worker)
        } else {
            for task in tasks { task(worker) }
        }
        return results.joined(form.map)
    }

    private func slices(_ orders: [SheetOrder]) -> [[SheetOrder]] {
        guard crew != nil, readerCount > 1 else { return [orders] }
        let size = max(1, min(Self.sliceCountMax, (orders.count + readerCount - 1) / readerCount))
        return stride(from: 0, to: orders.count, by: size).map { start in
            Array(orders[start..<min(orders.count, start + size)])
        }
    }
}
