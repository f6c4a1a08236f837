import Dispatch
import FormModel
import Foundation
import OfficePackage
import Synchronization

/// Fills one template with many records, on several workers.
///
/// With `RenderOptions.Undefined.error` all records are checked before the first document is made, and all missing
/// names of all records are thrown together.
public struct BatchRenderer: Sendable {
    public let template: Template
    public let options: RenderOptions
    /// Threads; 1 works on the caller's own.
    public var workerCount: Int

    public init(template: Template, options: RenderOptions = RenderOptions(), workerCount: Int = 2) {
        self.template = template
        self.options = options
        self.workerCount = workerCount
    }

    /// Renders every record and hands each document over with its position; `take` is called from several threads at
    /// once and in no certain order. A template with the fields NEXT or SKIPIF takes several records for one document or
    /// none; the position is that of the document's first record.
    public func forEach(
        _ records: [DataValue],
        take: @escaping @Sendable (Int, RenderedDocument) throws(RenderError) -> Void
    ) throws(RenderError) {
        try refuseMissing(in: records)
        let plan = try RecordPlan(template, options, records)
        try render(records, plan.starts[...], take)
    }

    /// Positions of the records that documents begin with: all of them, unless the template has the fields NEXT or SKIPIF.
    public func documentPositions(in records: [DataValue]) throws(RenderError) -> [Int] {
        try RecordPlan(template, options, records).starts
    }

    /// Throws every name that any record lacks, when missing names are errors.
    public func refuseMissing(in records: [DataValue]) throws(RenderError) {
        guard options.undefined == .error, !template.options.isCompatible else { return }
        let missing = Mutex<(names: Set<String>, record: Int?)>(([], nil))
        let starts = try RecordPlan(template, options, records).starts
        try run(starts.count) { place throws(RenderError) in
            let position = starts[place]
            let names = try DocumentRenderer(template, options).missingNames(following(position, records))
            guard !names.isEmpty else { return }
            missing.withLock { state in
                state.names.formUnion(names)
                state.record = min(state.record ?? position, position)
            }
        }
        let (names, record) = missing.withLock { $0 }
        guard !names.isEmpty else { return }
        var error = DocumentRenderer.missing(names.sorted())
        error.record = record
        throw error
    }

    /// The record and those that fields may go on to.
    private func following(_ position: Int, _ records: [DataValue]) -> ArraySlice<DataValue> {
        template.package.readsRecords ? records[position...] : records[position...position]
    }

    /// Does something for each position, on all workers; the error of the lowest position wins.
    private func run(
        _ count: Int,
        _ body: @Sendable (Int) throws(RenderError) -> Void
    ) throws(RenderError) {
        let next = Atomic(0)
        let failure = Mutex<(position: Int, error: RenderError)?>(nil)
        @Sendable func work(_: Int) {
            while true {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < count, failure.withLock({ $0 == nil }) else { return }
                do throws(RenderError) {
                    try body(position)
                } catch {
                    let found = error
                    failure.withLock { known in
                        if position < known?.position ?? .max { known = (position, found) }
                    }
                }
            }
        }
        if workerCount > 1, count > 1 {
            DispatchQueue.concurrentPerform(iterations: min(workerCount, count), execute: work)
        } else {
            work(0)
        }
        if let failure = failure.withLock({ $0 }) { throw failure.error }
    }

    /// `0001.docx`, `0002.docx`…, with as many digits as the count needs.
    public static func names(count: Int) -> [String] {
        let width = max(4, String(count).count)
        return (0..<count).map { position in
            let digits = String(position + 1)
            return String(repeating: "0", count: width - digits.count) + digits + ".docx"
        }
    }

    /// Writes `0001.docx`… (or the names given) into an existing folder. Gives the warnings by position; `written` hears of
    /// each file, on any thread.
    @discardableResult
    public func writeFolder(
        _ records: [DataValue],
        path: String,
        names: [String]? = nil,
        written: (@Sendable () -> Void)? = nil
    ) throws(RenderError) -> [Int: [RenderWarning]] {
        let names = names ?? Self.names(count: records.count)
        precondition(names.count == records.count, "every record has a name")
        let warnings = Mutex<[Int: [RenderWarning]]>([:])
        try forEach(records) { position, document throws(RenderError) in
            if !document.warnings.isEmpty { warnings.withLock { $0[position] = document.warnings } }
            try OutputFile.write(document.bytes, path: path + "/" + names[position])
            written?()
        }
        return warnings.withLock { $0 }
    }

    /// One ZIP file with all documents, in the order of the records.
    public func zip(_ records: [DataValue], names: [String]? = nil) throws(RenderError) -> [UInt8] {
        let names = names ?? Self.names(count: records.count)
        precondition(names.count == records.count, "every record has a name")
        try refuseMissing(in: records)
        let writer = ZipWriter(level: 1)
        // Rendered in stretches, so that the documents need not all wait in memory for their turn.
        let stretch = 64 * max(1, workerCount)
        let starts = try RecordPlan(template, options, records).starts
        for start in stride(from: 0, to: starts.count, by: stretch) {
            let end = min(start + stretch, starts.count)
            let done = Mutex<[Int: [UInt8]]>([:])
            try render(records, starts[start..<end]) { position, document in
                done.withLock { $0[position] = document.bytes }
            }
            let documents = done.withLock { $0 }
            for position in starts[start..<end] {
                do throws(PackageError) {
                    // A .docx is packed already.
                    try writer.add(names[position], documents[position] ?? [], isStored: true)
                } catch {
                    throw PartRenderer.limit(.outputLimit, error.subject)
                }
            }
        }
        do throws(PackageError) {
            return try writer.finish()
        } catch {
            throw PartRenderer.limit(.outputLimit, error.subject)
        }
    }

    /// One document with a section for each record. Page numbers start anew in each; headers and footers are copied only
    /// if they hold tags.
    public func book(_ records: [DataValue]) throws(RenderError) -> RenderedDocument {
        try BookRenderer(template, options).render(records)
    }

    private func render(
        _ records: [DataValue],
        _ starts: ArraySlice<Int>,
        _ take: @Sendable (Int, RenderedDocument) throws(RenderError) -> Void
    ) throws(RenderError) {
        try run(starts.count) { offset throws(RenderError) in
            let position = starts[starts.startIndex + offset]
            let document: RenderedDocument
            do throws(RenderError) {
                document = try DocumentRenderer(template, options).render(following(position, records))
            } catch {
                var placed = error
                placed.record = position
                throw placed
            }
            try take(position, document)
        }
    }
}
