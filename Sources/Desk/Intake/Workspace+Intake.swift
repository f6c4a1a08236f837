public import FormModel
import Foundation
import Registry
import Transport

/// What to take in, and what the caller knows about it.
public struct IntakeRequest: Sendable {
    public var paths: [String]
    public var event: String?
    public var channel: Channel?
    public var receivedAt: Instant?

    public init(paths: [String], event: String? = nil, channel: Channel? = nil, receivedAt: Instant? = nil) {
        self.paths = paths
        self.event = event
        self.channel = channel
        self.receivedAt = receivedAt
    }
}

extension Workspace {
    /// Takes files, folders and mailboxes into the registry; `report` hears of each item as soon as it is written down,
    /// `progress` from any thread how far the readers are.
    ///
    /// In order: work left by an interrupted intake is finished; events are loaded and their places set; every item is
    /// stored durably before anything opens it, then read, checked and registered. Repeating it changes nothing.
    public func intake(
        _ request: IntakeRequest,
        progress: (@Sendable (IntakeProgress) -> Void)? = nil,
        report: @escaping (IntakeOutcome) -> Void
    ) throws(DeskError) -> IntakeReport {
        let events = try allEvents()
        if let event = request.event { _ = try self.event(event) }
        let versions = try prepareEvents(events)
        let checker = try FormChecker(events: events, blanks: readBlanks(of: events), own: ownBlanks)
        let box = ReportBox()
        let pipeline = try IntakePipeline(
            workspace: self,
            checker: checker,
            eventVersions: versions,
            requestedEvent: request.event,
            meter: progress.map { IntakeMeter(paths: request.paths, report: $0) }
        ) { outcome in
            box.report.add(outcome)
            report(outcome)
        }
        try pipeline.resume()
        var batch: [IntakeItem] = []
        var byteCount = 0
        var problem: DeskError?
        do {
            try MailboxScanner().scan(request.paths) { found in
                guard let item = item(found, request, &box.report) else { return true }
                batch.append(item)
                byteCount += item.bytes.bytes.count
                guard batch.count >= pipeline.batchCount || byteCount >= IntakePipeline.batchByteCount else {
                    return true
                }
                do throws(DeskError) { try pipeline.take(batch) } catch { problem = error }
                batch.removeAll(keepingCapacity: true)
                byteCount = 0
                return problem == nil
            }
        } catch let error as TransportError {
            problem = problem ?? Self.unreadable(error)
        } catch {
            problem = problem ?? DeskError(.fileUnreadable, "Nie można odczytać: \(error).", "Cannot read: \(error).")
        }
        // What was found before the trouble began is taken in all the same.
        if !batch.isEmpty { try pipeline.take(batch) }
        try pipeline.finish()
        try pipeline.joinLoosePages()
        if let problem { throw problem }
        return box.report
    }

    private static func unreadable(_ error: TransportError) -> DeskError {
        DeskError(
            .fileUnreadable,
            "Nie można odczytać „\(error.subject)”. Sprawdź nazwę i uprawnienia.",
            "“\(error.subject)” cannot be read. Check its name and permissions."
        )
    }

    /// Keeps the events' files and sets their places; returns the versions' ids by slug.
    func prepareEvents(_ events: [LoadedEvent]) throws(DeskError) -> [String: Int64] {
        let now = now
        return try DeskError.attempt {
            try registry.write { writer in
                var versions: [String: Int64] = [:]
                for event in events {
                    let definition = event.definition
                    versions[definition.slug] = try writer.recordEventVersion(
                        slug: definition.slug,
                        yaml: event.yaml,
                        at: now
                    )
                    for activity in definition.activities { try setPlaces(activity, definition.slug, writer) }
                }
                return versions
            }
        }
    }

    private func setPlaces(_ activity: Activity, _ event: String, _ writer: RegistryWriter) throws {
        if let capacity = activity.capacity {
            // Experts and guests have places beyond those the selection gives.
            let places = capacity + activity.guestsOutsideCapacity
            try writer.setCapacity(event: event, activity: activity.id, seats: places)
        }
        for group in activity.groups {
            try writer.setCapacity(event: event, activity: activity.id, group: group.id, seats: group.capacity)
        }
    }

    // MARK: Items

    private func item(_ found: MailboxItem, _ request: IntakeRequest, _ report: inout IntakeReport) -> IntakeItem? {
        let bytes: [UInt8]
        switch found.content {
        case .bytes(let held): bytes = held
        case .file(let path):
            guard let data = FileManager.default.contents(atPath: path) else {
                report.unreadable.append((found.displayName, "unreadable"))
                return nil
            }
            bytes = [UInt8](data)
        case .range(let path, let offset, let count):
            guard let held = Self.range(path, offset, count) else {
                report.unreadable.append((found.displayName, "unreadable"))
                return nil
            }
            bytes = held
        }
        let (receivedAt, receivedBy) = receipt(found, request)
        return IntakeItem(
            displayName: found.displayName,
            bytes: OriginalStore.Incoming(bytes: bytes),
            channel: request.channel ?? Self.channel(of: found),
            receivedAt: receivedAt,
            receivedBy: receivedBy
        )
    }

    /// Mails come by mail, tables from the web, single documents were brought on paper and scanned or copied.
    private static func channel(of found: MailboxItem) -> Channel {
        if found.isMail { return .mail }
        let name = found.displayName.lowercased()
        return [".jsonl", ".csv", ".xlsx", ".ndjson", ".tsv"].contains { name.hasSuffix($0) } ? .web : .paper
    }

    private func receipt(
        _ found: MailboxItem,
        _ request: IntakeRequest
    ) -> (Instant, StoredSource.ReceivedBy) {
        switch found.receipt {
        case .fromLine(let instant)?: return (instant, .mboxFromLine)
        case .maildirName(let instant)?: return (instant, .maildirName)
        case nil: break
        }
        if let given = request.receivedAt { return (given, .option) }
        return (now, .clock)
    }

    private static func range(_ path: String, _ offset: Int64, _ count: Int64) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard (try? file.seek(toOffset: UInt64(offset))) != nil, let data = try? file.read(upToCount: Int(count)) else {
            return nil
        }
        return [UInt8](data)
    }
}

/// Lets the pipeline's closure count; used by one thread.
private final class ReportBox {
    var report = IntakeReport()
}
