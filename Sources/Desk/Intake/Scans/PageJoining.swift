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
    /// What was read of sources in this very intake: their pages need not be read once more.
    var kept: [Int64: ReadSource] = [:]

    private static let countMax = 1_000

    /// Pages of different files lie together where they came within so many minutes.
    private static let minutesMax: Int64 = 10
    private static let pictures: Set<SourceFormat> = [.png, .jpeg, .tiff, .heic]

    /// The registration that pages were brought to.
    struct Home {
        var source: StoredSource
        var code: RegistrationCode
        var event: String
        var state: RegistrationState
        /// The registration had these pages already, with the same answers: nothing was added.
        var isRepeated = false
    }

    /// All that can be told, in the order in which the pages came.
    func joinAll() throws(DeskError) -> [Home] {
        let waiting = try DeskError.attempt {
            try workspace.registry.read { reader in
                try reader.sourcesForReview(limit: Self.countMax).filter {
                    $0.findings.contains { $0.code == .scanPageAlone }
                }
            }
        }
        var homes: [Home] = []
        for source in waiting.sorted(by: { $0.id < $1.id }) {
            let pages = source.findings.filter { $0.code == .scanPageAlone }
            // A sheet that nobody could read may be the first page of these.
            let isClear = pages.count == 1 && source.findings.filter(\.code.isOfSheets).count == 1
            guard isClear, let row = try home(of: source, pages[0]) else { continue }
            if let home = try join(source, to: row) { homes.append(home) }
        }
        return homes
    }

    /// Adds the pages of a source, read again where it came earlier, to the registration; nil where they are not of its form.
    ///
    /// Pages that the registration has already are a repetition where they say the same; with other answers they are
    /// somebody else's, or a correction: an error, and nothing changes.
    func join(_ source: StoredSource, to row: RegistrationRow) throws(DeskError) -> Home? {
        guard let read = kept[source.id] ?? reading.read(source) else { return nil }
        let fitting = read.loose.filter { $0.checked.event == row.event && $0.checked.form == row.form }
        guard !fitting.isEmpty, fitting.count == read.loose.count else { return nil }
        let pages = fitting.flatMap(\.pages)
        guard Set(pages).count == pages.count else { throw Self.severalPeople(source) }
        let repeated = fitting.filter { !Self.lacks(row, $0) }
        if let other = repeated.first(where: { !Self.isSame($0, row) }) { throw Self.differs(source, other, row) }
        let now = workspace.now
        let state = try DeskError.attempt {
            try workspace.registry.write { writer in
                let amending = RegistrationAmending(recorder: recorder, writer: writer, actor: actor)
                let witness = AddressWitness(checker: recorder.checker, reader: writer.reader)
                var state = row.state
                for form in fitting {
                    guard let current = try writer.reader.registration(id: row.id) else { continue }
                    if !Self.lacks(row, form) {
                        try tellTwice(form, source, current, in: writer)
                        continue
                    }
                    let heard = try witness.heard(form, besides: [])
                    state = try amending.add(heard, to: current, source: source.id)
                }
                let left = (read.findings + read.parts.flatMap(\.findings)).filter { $0.code != .scanPageAlone }
                try writer.closeSource(
                    source.id,
                    status: Self.hasLoss(read, left) ? .needsPerson : .done,
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
        for form in fitting where Self.lacks(row, form) { pictures.keep(form.crops, of: row.code) }
        let isRepeated = repeated.count == fitting.count
        return Home(source: source, code: row.code, event: row.event, state: state, isRepeated: isRepeated)
    }

    /// As for any source: a part that could not be read, or sheets that are nobody's, wait for a person.
    private static func hasLoss(_ read: ReadSource, _ left: [Finding]) -> Bool {
        read.parts.contains { !$0.findings.isEmpty } || left.contains(where: \.code.isOfSheets)
    }

    // MARK: Pages that are there already

    private static func lacks(_ row: RegistrationRow, _ form: ReadSource.Form) -> Bool {
        let missing = row.findings.filter { $0.code == .scanPageMissing }.compactMap { $0.parameters["page"] }
        return Set(form.pages).isSubset(of: missing)
    }

    private static func isSame(_ form: ReadSource.Form, _ row: RegistrationRow) -> Bool {
        form.checked.answers.values.allSatisfy { row.values[$0.key] == $0.value }
    }

    private static func differs(_ source: StoredSource, _ form: ReadSource.Form, _ row: RegistrationRow) -> DeskError {
        let pages = form.pages.sorted().joined(separator: ", ")
        let fields = form.checked.answers.values.filter { row.values[$0.key] != $0.value }.keys.sorted()
            .joined(separator: ", ")
        return DeskError(
            .valueInvalid,
            "Zgłoszenie \(row.code) ma już stronę \(pages), a ta mówi co innego (\(fields)). Nic nie zmieniono, plik czeka "
                + "dalej. To inna osoba? Wskaż jej zgłoszenie. Poprawiony formularz? nabor edit. Zbędna kopia? nabor review "
                + "--dismiss \(source.id).",
            "Registration \(row.code) has page \(pages) already, and this one says something else (\(fields)). Nothing was "
                + "changed, the file still waits. Another person? Name their registration. A corrected form? nabor edit. A "
                + "copy too many? nabor review --dismiss \(source.id)."
        )
    }

    private static func severalPeople(_ source: StoredSource) -> DeskError {
        DeskError(
            .valueInvalid,
            "Plik \(source.id) ma tę samą stronę kilka razy, więc pewnie kilku osób. Nic nie zmieniono. Przepisz go: nabor "
                + "enter WYDARZENIE --source \(source.id).",
            "File \(source.id) has the same page several times, so probably of several people. Nothing was changed. Type it "
                + "in: nabor enter EVENT --source \(source.id)."
        )
    }

    /// Adds nothing but the word that the page came once more.
    private func tellTwice(
        _ form: ReadSource.Form,
        _ source: StoredSource,
        _ row: RegistrationRow,
        in writer: RegistryWriter
    ) throws {
        let told = form.pages.sorted().map { page in
            Finding(.scanPageTwice, place: form.place, parameters: ["page": page])
        }
        try writer.setFindings(row.id, row.findings + told.filter { !row.findings.contains($0) })
        for key in form.keys { _ = try writer.claimKey(key, source: source.id, registration: row.id) }
        try writer.note(.repeated, actor: actor, at: workspace.now, event: row.event, code: row.code.text)
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
                if let sender = source.sender?.lowercased() {
                    let own = homes.filter { $0.source.sender?.lowercased() == sender }
                    guard own.count == 1, try !hasUnread(sender, reader) else { return nil }
                    return own[0].row
                }
                return try Self.before(source, homes, reader)
            }
        }
    }

    /// Whether a sheet of the same sender could not be read: it may be the first page of somebody else's form.
    private func hasUnread(_ sender: String, _ reader: RegistryReader) throws -> Bool {
        try reader.sourcesForReview(limit: Self.countMax).contains { source in
            source.sender?.lowercased() == sender && source.findings.contains { $0.code == .sourceNotYetReadable }
        }
    }

    private static func lacks(_ row: RegistrationRow, _ pages: Set<String>, _ version: String) -> Bool {
        let missing = row.findings.filter { $0.code == .scanPageMissing && $0.parameters["version"] == version }
        return pages.isSubset(of: missing.compactMap { $0.parameters["page"] })
    }

    /// The form whose picture lies just before these in the same folder and came with them: nobody else's may lie between.
    private static func before(
        _ source: StoredSource,
        _ homes: [(row: RegistrationRow, source: StoredSource)],
        _ reader: RegistryReader
    ) throws -> RegistrationRow? {
        let folder = (source.name as NSString).deletingLastPathComponent
        guard source.format.map(pictures.contains) == true else { return nil }
        let nearest = homes.filter { home in
            home.source.sender == nil && home.source.id < source.id
                && home.source.format.map(pictures.contains) == true
                && (home.source.name as NSString).deletingLastPathComponent == folder
                && abs(home.source.receivedAt.millisecondsSinceEpoch - source.receivedAt.millisecondsSinceEpoch)
                    <= minutesMax * 60_000
        }.max { $0.source.id < $1.source.id }
        guard let nearest, source.id - nearest.source.id <= Int64(FormCode.pageCountMax) else { return nil }
        // In between only pages that joined the same form: a sheet that nobody could read may begin another one.
        for id in stride(from: nearest.source.id + 1, to: source.id, by: 1) {
            guard let between = try reader.source(id), between.status == .done,
                try reader.claim(ofKey: "sha:\(between.sha256)#1")?.registration == nearest.row.id
            else { return nil }
        }
        return nearest.row
    }
}
