public import FormModel
import Foundation
import Registry

/// The main job on the five sample events: forms in, participants chosen, letters and lists out.
///
/// Everything goes through the use cases that people use; the demonstration adds no shortcut of its own.
public final class Demo {
    /// What happens, told while it happens.
    public enum Step: Sendable {
        case intake(IntakeOutcome)
        case selected(SelectionReport)
        case announced(event: String, AnnouncementReport)
        case documents(event: String, kind: DocumentKind, count: Int)
        case exported(file: String, rows: Int)
    }

    /// The end, in numbers.
    public struct Summary: Sendable {
        public var folder: String
        public var intake = IntakeReport()
        public var documentCount = 0
        public var mailCount = 0
        public var waitingForPerson = 0
        public var eventCount = 0
    }

    private static let marker = ".nabor-demo"

    private let folder: String
    private let samples: String
    private let environment: DeskEnvironment
    private let tell: (Step) -> Void

    public init(folder: String, environment: DeskEnvironment, tell: @escaping (Step) -> Void) {
        self.folder = folder
        self.environment = environment
        self.tell = tell
        samples = environment.sharePath + "/samples"
    }

    /// In this order: a fresh workspace, intake, assessors' points, selection and announcement event by event, answers
    /// to the offers, attendance, documents, exports, the outbox.
    public func run() throws(DeskError) -> Summary {
        let submissions = try manifest()
        try makeWorkspace()
        var summary = Summary(folder: folder)
        summary.intake = try takeIn(submissions)
        for event in try workspace(at: lastReceipt(submissions, nil)).allEvents() {
            let now = lastReceipt(submissions, event.definition.slug).adding(milliseconds: 26 * 3_600_000)
            let stage = DemoEvent(
                workspace: try workspace(at: now),
                afterwards: try workspace(at: max(now, Self.end(of: event.definition))),
                event: event,
                samples: samples,
                tell: tell
            )
            try stage.decide()
            summary.documentCount += try stage.writePapers()
            summary.eventCount += 1
        }
        let last = try workspace(at: lastReceipt(submissions, nil).adding(milliseconds: 26 * 3_600_000))
        summary.mailCount = try last.send(to: folder + "/out/outbox").written.count
        let queue = try last.review(event: nil, limit: 1000)
        summary.waitingForPerson = queue.sources.count + queue.registrationTotal
        return summary
    }

    // MARK: Workspace

    private func manifest() throws(DeskError) -> [DemoSubmission] {
        guard let data = FileManager.default.contents(atPath: samples + "/manifest.json"),
            let submissions = DemoSubmission.all(json: [UInt8](data))
        else {
            throw DeskError(
                .fileUnreadable,
                "Nie ma przykładów w „\(samples)”. Wskaż folder z nimi zmienną NABOR_SHARE.",
                "There are no samples in “\(samples)”. Point NABOR_SHARE at their folder."
            )
        }
        return submissions
    }

    /// A folder made by an earlier demonstration is replaced; any other one is left alone.
    private func makeWorkspace() throws(DeskError) {
        let files = FileManager.default
        if files.fileExists(atPath: folder) {
            let isEmpty = (try? files.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
            guard isEmpty || files.fileExists(atPath: folder + "/" + Self.marker) else {
                throw DeskError(
                    .workspaceExists,
                    "Folder „\(folder)” nie jest pusty i nie powstał w demonstracji; podaj inny: --dir FOLDER.",
                    "“\(folder)” is not empty and was not made by a demonstration; give another one: --dir FOLDER."
                )
            }
            try? files.removeItem(atPath: folder)
        }
        try OutputFile.makeFolder(folder)
        try OutputFile.write([], to: folder + "/" + Self.marker)
        do {
            try files.copyItem(atPath: samples + "/nabor.yaml", toPath: folder + "/nabor.yaml")
            try files.copyItem(atPath: samples + "/events", toPath: folder + "/events")
        } catch {
            throw DeskError(.fileUnwritable, "Nie można zapisać w „\(folder)”.", "“\(folder)” cannot be written.")
        }
    }

    /// The workspace with a clock that stands still: the samples are of past years.
    private func workspace(at now: Instant) throws(DeskError) -> Workspace {
        var environment = environment
        environment.now = { now }
        return try Workspace(folder: folder, environment: environment)
    }

    /// Noon of the day after the last session.
    private static func end(of event: EventDefinition) -> Instant {
        let last = event.activities.compactMap(\.lastDay).max()?.adding(days: 1)
        return last.flatMap { InstantText.instant(iso: "\($0)T12:00", timeZone: event.timeZone) }
            ?? Instant(millisecondsSinceEpoch: 0)
    }

    private func lastReceipt(_ submissions: [DemoSubmission], _ event: String?) -> Instant {
        let fitting = submissions.filter { event == nil || $0.event == event }
        return fitting.compactMap(\.receivedAt).max() ?? environment.now()
    }

    // MARK: Intake

    private func takeIn(_ submissions: [DemoSubmission]) throws(DeskError) -> IntakeReport {
        let workspace = try workspace(at: lastReceipt(submissions, nil))
        var requests = [
            IntakeRequest(paths: [samples + "/mailbox"]),
            IntakeRequest(paths: [samples + "/web"], channel: .web),
            IntakeRequest(paths: [samples + "/phone"], channel: .phone),
        ]
        // What lay on the desk has the clerk's stamp, which stands in the manifest.
        for submission in submissions where submission.file.hasPrefix("paper/") {
            requests.append(
                IntakeRequest(
                    paths: [samples + "/" + submission.file],
                    event: submission.event,
                    channel: .paper,
                    receivedAt: submission.receivedAt
                )
            )
        }
        var report = IntakeReport()
        for request in requests {
            report.add(try workspace.intake(request) { [tell] in tell(.intake($0)) })
        }
        return report
    }
}
