import FormModel
import Foundation
import Registry

/// The web's way into the registry: the events as they are shown, the check of what was typed, and the writing down.
public final class WebIntake: Sendable {
    /// Who acts when an applicant does, for the journal.
    public static let applicantActor = "applicant"
    /// Who acts when time alone does.
    public static let clockActor = "clock"

    public let workspace: Workspace
    public let catalogue: WebCatalogue
    public let uploads: UploadRoom
    let secret: ServerSecret
    let categories: CategoryCounts
    private let writer: SubmissionWriter

    /// - Parameter groupCountMax: forms written with one sync; 1 is for measuring what writing in groups brings.
    public init(workspace: Workspace, groupCountMax: Int = 256) throws(DeskError) {
        let secret = try DeskError.attempt { try workspace.linkSecret.secret() }
        self.workspace = workspace
        self.secret = secret
        catalogue = WebCatalogue(workspace: workspace)
        categories = CategoryCounts(workspace: workspace)
        uploads = UploadRoom(folder: workspace.folder + "/uploads", secret: secret)
        writer = SubmissionWriter(workspace: workspace, secret: secret, groupCountMax: groupCountMax)
        uploads.sweep()
    }

    /// Writes what is waiting and refuses what comes later.
    public func stop() { writer.stop() }

    /// What has to be done without anybody asking: offers whose time is over expire and their places are passed on; files
    /// that nobody sent are taken away.
    public func sweep() throws(DeskError) {
        uploads.sweep()
        let now = workspace.now
        let expired = try DeskError.attempt {
            try workspace.registry.read { try $0.offersExpired(before: now) }
        }
        let clock = workspace.acting(as: Self.clockActor)
        for event in Set(expired.map(\.event)).sorted() { _ = try clock.expireOffers(event: event) }
    }

    /// A key for one filled-in form; only keys of this server are accepted.
    public func newSubmissionKey() -> String { secret.sealedRandom(.submissionKey) }

    /// Whether this server issued the key.
    public func isSubmissionKey(_ untrusted: String) -> Bool { secret.isSealed(untrusted, .submissionKey) }

    /// Writes a checked form down. The key must be one of this server's, or a program's own idempotency key; the same
    /// key with the same content gives the same receipt.
    public func submit(
        _ checked: CheckedTypedForm,
        of form: WebForm,
        in snapshot: WebCatalogue.Snapshot,
        key: String
    ) async -> SubmissionResult {
        var files: [SubmissionWriter.Upload] = []
        for upload in checked.typed.uploads.sorted(by: { $0.key < $1.key }).map(\.value) {
            guard let bytes = uploads.bytes(upload.token) else {
                // A repetition after the files' day is over needs only its receipt.
                if isKnown(key) { break }
                return .refused(Self.uploadGone, isFull: false)
            }
            files.append(SubmissionWriter.Upload(name: upload.name, bytes: OriginalStore.Incoming(bytes: bytes)))
        }
        let body = SubmissionBody(form: form, typed: checked.typed, key: key)
        return await writer.submit(
            SubmissionWriter.Item(
                key: key,
                body: OriginalStore.Incoming(bytes: body.bytes),
                uploads: files,
                checked: CheckedForm(
                    event: form.event.definition.slug,
                    form: form.form.id,
                    language: checked.typed.language,
                    answers: checked.answers,
                    findings: checked.findings,
                    needsReview: Self.fieldsToReview(checked.findings)
                ),
                form: form,
                snapshot: snapshot
            )
        )
    }

    private func isKnown(_ key: String) -> Bool {
        let known = try? workspace.registry.read { try $0.claim(ofKey: SubmissionRecording.key(key)) != nil }
        return known ?? false
    }

    static func fieldsToReview(_ findings: [Finding]) -> [String] {
        var seen: Set<String> = []
        return findings.filter(\.code.needsPerson).compactMap(\.field).map { String($0.prefix { $0 != "[" }) }
            .filter { seen.insert($0).inserted }
    }

    private static let uploadGone = DeskError(
        .fileUnreadable,
        "Dołączony plik czekał zbyt długo i został usunięty. Wybierz go jeszcze raz.",
        "The attached file waited too long and was removed. Choose it again."
    )
}
