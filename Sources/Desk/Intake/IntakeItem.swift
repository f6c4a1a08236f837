import FormModel
import Registry

/// One thing on its way into the registry: its bytes, and what is known of when and how it came.
struct IntakeItem: Sendable {
    var displayName: String
    var bytes: OriginalStore.Incoming
    var channel: Channel
    var receivedAt: Instant
    var receivedBy: StoredSource.ReceivedBy
}

/// What reading a stored source gave, ready to be written down.
struct ReadSource: Sendable {
    struct Form: Sendable {
        var checked: CheckedForm
        /// Where it stands in the source; empty for the whole.
        var place: String
        /// Keys that make a repetition known.
        var keys: [String]
        var channel: Channel
        var receivedAt: Instant
        var operatorName: String?
        /// Numbers of the form's pages, where it came on paper.
        var pages: [String] = []
        /// Places on paper that a person will want to see.
        var crops: [EvidenceCrop] = []
    }

    /// A part of a mail that was kept as a source of its own.
    struct Part: Sendable {
        var name: String
        var bytes: OriginalStore.Incoming
        var format: SourceFormat
        var findings: [Finding]
    }

    var source: StoredSource
    var format: SourceFormat
    var sender: String?
    var receivedAt: Instant?
    var receivedBy: StoredSource.ReceivedBy?
    /// `mid:…`: claimed together with the forms; taken already means the mail is known.
    var messageKey: String?
    var forms: [Form] = []
    /// Pages without the first page of their form: nothing of their own, but part of somebody's form.
    var loose: [Form] = []
    var parts: [Part] = []
    /// About the source as a whole.
    var findings: [Finding] = []

    /// What a person is asked about sheets names the file as the commands that answer it do.
    mutating func nameSource() {
        func name(_ findings: inout [Finding]) {
            for index in findings.indices where findings[index].code.isOfSheets {
                findings[index].parameters["source"] = String(source.id)
            }
        }
        name(&findings)
        for index in parts.indices { name(&parts[index].findings) }
    }
}
