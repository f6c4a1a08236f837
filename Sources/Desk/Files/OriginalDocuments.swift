public import FormModel
import Foundation
import Isolation
import ReaderProtocol
import Registry

/// The document that a registration was read from, as it arrived.
public struct OriginalDocument: Sendable {
    public let bytes: [UInt8]
    public let format: SourceFormat
}

/// Fetches the documents that registrations were read from: the source itself, or the part of a mail.
///
/// Parts lie only in their mails, which are durable before anything opens them; a part is taken out by a reader process
/// like the first time. The reader is started when the first mail comes and kept. Used by one thread.
public final class OriginalDocuments {
    private let workspace: Workspace
    private lazy var worker = try? ReaderWorker(
        configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
    )

    public init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// Nil for registrations that were entered by hand, and where the mail's own text was the form.
    public func document(of details: RegistrationDetails) -> OriginalDocument? {
        details.source.flatMap { document(of: $0, place: details.summary.row.sourcePlace) }
    }

    /// The source itself, or the part of a mail that a place names.
    func document(of source: StoredSource, place: String) -> OriginalDocument? {
        guard let format = source.format else { return nil }
        guard format == .mail else {
            let bytes = try? workspace.registry.bytes(of: source)
            return bytes.map { OriginalDocument(bytes: $0, format: format) }
        }
        let path = workspace.registry.originals.path(of: source.sha256)
        return Self.partNumber(place).flatMap { part($0, ofMailAt: path) }
    }

    /// `part[2]` is the second part that was worth reading; of `part[2]+part[3]`, photographs of one form, the first.
    private static func partNumber(_ place: String) -> Int? {
        guard place.hasPrefix("part["), let end = place.firstIndex(of: "]") else { return nil }
        return Int(place[place.index(place.startIndex, offsetBy: 5)..<end])
    }

    private func part(_ number: Int, ofMailAt path: String) -> OriginalDocument? {
        guard let handle = try? SourceHandle(path: path), let worker,
            case .mail(let mail, let parts, _) = worker.read(handle, job: ReaderJob(hint: .mail))
        else { return nil }
        let worth = mail.parts.filter { $0.skipReason == nil && parts[$0.index] != nil }
        guard worth.indices.contains(number - 1), let bytes = parts[worth[number - 1].index] else { return nil }
        return OriginalDocument(bytes: bytes, format: worth[number - 1].format)
    }
}
