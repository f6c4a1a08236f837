public import FormModel
import Foundation
import Registry

/// Something to be done in the background.
public enum WorkOrder: Sendable {
    case documents(DocumentRequest)
    /// Files that lie in a folder of their own, which is taken away afterwards.
    case intake(folder: String, event: String?, channel: Channel?)

    var kind: String {
        switch self {
        case .documents: "documents"
        case .intake: "intake"
        }
    }

    // MARK: In the registry

    var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        switch self {
        case .documents(let request):
            return .object([
                .init("event", .string(request.event)), .init("kind", .string(request.kind.rawValue)),
                .init("activity", text(request.activity)), .init("session", text(request.session)),
                .init("status", text(request.status?.rawValue)), .init("code", text(request.code)),
                .init("pdf", .bool(request.makesPDF)), .init("book", .bool(request.makesBook)),
                .init("language", text(request.language?.rawValue)),
                .init("purpose", .string(request.purpose)), .init("recipient", .string(request.recipient)),
            ])
        case .intake(let folder, let event, let channel):
            return .object([
                .init("folder", .string(folder)), .init("event", text(event)),
                .init("channel", text(channel?.rawValue)),
            ])
        }
    }

    init?(kind: String, _ json: JSONValue) {
        switch kind {
        case "documents":
            guard let event = json["event"]?.text,
                let document = json["kind"]?.text.flatMap(DocumentKind.init(rawValue:))
            else { return nil }
            var request = DocumentRequest(
                event: event,
                kind: document,
                activity: json["activity"]?.text,
                session: json["session"]?.text,
                status: json["status"]?.text.flatMap(ParticipationState.init(rawValue:)),
                code: json["code"]?.text,
                makesPDF: json["pdf"]?.flag ?? false,
                language: json["language"]?.text.flatMap(InterfaceLanguage.init(rawValue:)),
                purpose: json["purpose"]?.text ?? "",
                recipient: json["recipient"]?.text ?? ""
            )
            request.makesBook = json["book"]?.flag ?? false
            self = .documents(request)
        case "intake":
            guard let folder = json["folder"]?.text else { return nil }
            self = .intake(
                folder: folder,
                event: json["event"]?.text,
                channel: json["channel"]?.text.flatMap(Channel.init(rawValue:))
            )
        default: return nil
        }
    }

    // MARK: Doing it

    func perform(in workspace: Workspace, _ progress: JobProgress) throws(DeskError) -> WorkResult {
        switch self {
        case .documents(let request):
            let listener: PaperProgressListener = { step in progress.report(step.doneCount, of: step.count) }
            let written =
                request.makesBook
                ? try workspace.book(request, progress: listener)
                : try workspace.documents(request, progress: listener)
            return WorkResult(
                counts: [("written", written.count), ("withoutPDF", written.count { $0.lacksPDF })],
                event: request.event
            )
        case .intake(let folder, let event, let channel):
            let count = Counter()
            let request = IntakeRequest(paths: [folder], event: event, channel: channel)
            let report = try workspace.intake(request) { _ in progress.report(count.next(), of: 0) }
            // The originals are kept by their digests; what was uploaded has done its duty.
            try? FileManager.default.removeItem(atPath: folder)
            return WorkResult(
                counts: IntakeOutcome.Kind.allCases.map { ($0.rawValue, report.counts[$0, default: 0]) }
                    + [("unreadable", report.unreadable.count)],
                event: event
            )
        }
    }

    private final class Counter {
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }
}

/// What became of a job: figures, or why it could not be done.
public struct WorkResult: Sendable {
    public var counts: [(name: String, count: Int)] = []
    public var event: String?
    public var failure: LocalizedText?

    static func failed(_ message: LocalizedText) -> WorkResult { WorkResult(failure: message) }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("counts", .object(counts.map { .init($0.name, .number(String($0.count))) }))
        ]
        if let event { members.append(.init("event", .string(event))) }
        if let failure {
            members.append(
                .init("failure", .object(failure.all.map { .init($0.language.rawValue, .string($0.text)) }))
            )
        }
        return .object(members)
    }

    init(counts: [(name: String, count: Int)] = [], event: String? = nil, failure: LocalizedText? = nil) {
        self.counts = counts
        self.event = event
        self.failure = failure
    }

    /// The result as the registry keeps it; empty while the work goes on.
    public init(_ text: String) {
        guard let json = try? JSONParser.parse(text) else { return }
        counts = (json["counts"]?.members ?? []).map { ($0.key, $0.value.integer ?? 0) }
        event = json["event"]?.text
        failure = json["failure"]?.members.map { members in
            let pairs = members.compactMap { member in
                InterfaceLanguage(rawValue: member.key).flatMap { language in
                    member.value.text.map { (language, $0) }
                }
            }
            return LocalizedText(Dictionary(pairs) { first, _ in first })
        }
    }
}
