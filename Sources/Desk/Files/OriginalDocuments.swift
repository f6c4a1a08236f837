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

    /// The source itself, or the part of a mail, with that digest.
    func document(of source: StoredSource, digest: String) -> OriginalDocument? {
        if source.sha256 == digest { return document(of: source, place: "") }
        guard source.format == .mail else { return nil }
        let parts = parts(ofMailAt: workspace.registry.originals.path(of: source.sha256))
        return parts.first { ContentDigest.sha256($0.bytes) == digest }
    }

    /// `part[2]` is the second part that was worth reading; of `part[2]+part[3]`, photographs of one form, the first.
    private static func partNumber(_ place: String) -> Int? {
        guard place.hasPrefix("part["), let end = place.firstIndex(of: "]") else { return nil }
        return Int(place[place.index(place.startIndex, offsetBy: 5)..<end])
    }

    private func part(_ number: Int, ofMailAt path: String) -> OriginalDocument? {
        let worth = parts(ofMailAt: path)
        return worth.indices.contains(number - 1) ? worth[number - 1] : nil
    }

    /// The parts that were worth reading, in their order.
    private func parts(ofMailAt path: String) -> [OriginalDocument] {
        guard let handle = try? SourceHandle(path: path), let worker,
            case .mail(let mail, let parts, _) = worker.read(handle, job: ReaderJob(hint: .mail))
        else { return [] }
        return mail.parts.filter { $0.skipReason == nil }.compactMap { part in
            parts[part.index].map { OriginalDocument(bytes: $0, format: part.format) }
        }
    }
}
