import FormModel
import Foundation
import Registry

/// Brings pages that came without the first page of their form to the registration that lacks them.
///
/// By themselves only where it is clear: the same sender's only registration that lacks just these pages, or, for files of
/// one folder, the form whose sheet lies before them. Everything else is a person's to tell (`join`).
struct PageJoining {
    let workspace: Workspace
    let recorder: RegistrationRecorder
    let reading: SourceReading
    let actor: String

    private static let countMax = 1_000

    /// The registration that pages were brought to.
    struct Home {
        var code: RegistrationCode
        var event: String
        var state: RegistrationState
    }

    /// All that can be told; by the digest of the source.
    func joinAll() throws(DeskError) -> [String: Home] {
        let waiting = try DeskError.attempt {
            try workspace.registry.read { reader in
                try reader.sourcesForReview(limit: Self.countMax).filter {
                    $0.findings.contains { $0.code == .scanPageAlone }
                }
            }
        }
        var homes: [String: Home] = [:]
        for source in waiting.sorted(by: { $0.id < $1.id }) {
            let pages = source.findings.filter { $0.code == .scanPageAlone }
            guard pages.count == 1, let row = try home(of: source, pages[0]) else { continue }
            homes[source.sha256] = try join(source, to: row)
        }
        return homes
    }

    /// Reads the source again and adds its pages to the registration.
    func join(_ source: StoredSource, to row: RegistrationRow) throws(DeskError) -> Home? {
        guard let read = reading.read(source) else { return nil }
        let fitting = read.loose.filter { $0.checked.event == row.event && $0.checked.form == row.form }
        guard !fitting.isEmpty, fitting.count == read.loose.count else { return nil }
        let now = workspace.now
        let state = try DeskError.attempt {
            try workspace.registry.write { writer in
                let amending = RegistrationAmending(recorder: recorder, writer: writer, actor: actor)
                let witness = AddressWitness(checker: recorder.checker, reader: writer.reader)
                var state = row.state
                for form in fitting {
                    guard let current = try writer.reader.registration(id: row.id) else { continue }
                    let heard = try witness.heard(form, besides: [])
                    state = try amending.add(heard, to: current, source: source.id)
                }
                let left = read.findings.filter { $0.code != .scanPageAlone }
                try writer.closeSource(
                    source.id,
                    status: left.contains { $0.code.isOfSheets } ? .needsPerson : .done,
                    findings: left
                )
                try writer.note(
                    .sourceClosed,
                    actor: actor,
                    at: now,
                    event: row.event,
                    code: row.code.text,
                    details: [.init("source", .number(String(source.id)))]
                )
                return state
            }
        }
        let pictures = EvidencePictures(workspace: workspace)
        for form in fitting { pictures.keep(form.crops, of: row.code) }
        return Home(code: row.code, event: row.event, state: state)
    }

    // MARK: Whose they are

    private func home(of source: StoredSource, _ finding: Finding) throws(DeskError) -> RegistrationRow? {
        guard let event = finding.parameters["event"], let version = finding.parameters["version"] else { return nil }
        let pages = Set(
            (finding.parameters["pages"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        )
        return try DeskError.attempt {
            try workspace.registry.read { reader in
                let query = RegistrationQuery(event: event, states: [.needsReview], limit: Self.countMax)
                let lacking = try reader.registrations(query).filter { Self.lacks($0, pages, version) }
                let homes = try lacking.compactMap { row -> (row: RegistrationRow, source: StoredSource)? in
                    guard let id = row.sourceID, let source = try reader.source(id) else { return nil }
                    return (row, source)
                }
                if let sender = source.sender {
                    let own = homes.filter { $0.source.sender?.lowercased() == sender.lowercased() }
                    return own.count == 1 ? own[0].row : nil
                }
                return try Self.before(source, homes, reader)
            }
        }
    }

    private static func lacks(_ row: RegistrationRow, _ pages: Set<String>, _ version: String) -> Bool {
        let missing = row.findings.filter { $0.code == .scanPageMissing && $0.parameters["version"] == version }
        return pages.isSubset(of: missing.compactMap { $0.parameters["page"] })
    }

    /// The form whose sheet lies just before these in the same folder: nobody else's may lie between.
    private static func before(
        _ source: StoredSource,
        _ homes: [(row: RegistrationRow, source: StoredSource)],
        _ reader: RegistryReader
    ) throws -> RegistrationRow? {
        let folder = (source.name as NSString).deletingLastPathComponent
        let nearest = homes.filter { home in
            home.source.sender == nil && home.source.id < source.id
                && (home.source.name as NSString).deletingLastPathComponent == folder
        }.max { $0.source.id < $1.source.id }
        guard let nearest, source.id - nearest.source.id <= Int64(FormCode.pageCountMax) else { return nil }
        for id in stride(from: nearest.source.id + 1, to: source.id, by: 1) {
            if try !reader.registrations(ofSource: id).isEmpty { return nil }
        }
        return nearest.row
    }
}
