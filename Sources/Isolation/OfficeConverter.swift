public import FormModel
import Glibc
public import ReaderProtocol
import Subprocess

/// Turns old office files into ones that a reader process reads, by LibreOffice under limits.
///
/// Each conversion has a private folder with a profile of its own, 60 seconds, 1.5 GB, files up to 256 MB and, where the
/// system permits it, no network. The result is as foreign as the source and goes to a reader process in turn.
public struct OfficeConverter: Hashable, Sendable {
    /// What a file is turned into.
    public enum Target: String, Sendable, CaseIterable {
        case docx, pdf

        /// LibreOffice's names of its export filters.
        var filter: String {
            switch self {
            case .docx: "docx:Office Open XML Text"
            case .pdf: "pdf:writer_pdf_Export"
            }
        }
    }

    /// Bounds of one conversion.
    public struct Limits: Hashable, Sendable {
        public var seconds = 60
        public var addressSpaceByteCount = 1_500_000_000
        public var fileByteCountMax = 256 * 1024 * 1024
        /// What comes back.
        public var resultByteCountMax = ReaderLimits.sourceByteCountMax

        public init() {}
    }

    /// Path of `soffice`; nil when LibreOffice is not installed.
    public var executable: String?
    public var limits: Limits

    /// LibreOffice where Debian puts it, if it is there; `NABOR_SOFFICE` names another place.
    public init(executable: String? = nil, limits: Limits = Limits()) {
        let named = getenv("NABOR_SOFFICE").map { String(cString: $0) }
        let places = named.map { [$0] } ?? ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
        self.executable = executable ?? places.first { access($0, X_OK) == 0 }
        self.limits = limits
    }

    /// Converts a DOC, RTF, DOCX or ODT; fails with `source.needsConverter` when LibreOffice is absent.
    public func convert(
        _ source: SourceHandle,
        from format: SourceFormat,
        to target: Target
    ) async -> Result<[UInt8], ReadFailure> {
        guard let executable, [.doc, .rtf, .docx, .odt].contains(format) else {
            return .failure(ReadFailure(.sourceNeedsConverter, format: format))
        }
        guard source.byteCount <= ReaderLimits.sourceByteCountMax else {
            return .failure(ReadFailure(.sourceLimit, format: format, parameters: ["limit": "sourceByteCountMax"]))
        }
        guard let folder = ScratchFolder() else {
            return .failure(ReadFailure(.readerCrashed, format: format, parameters: ["reason": "noScratchFolder"]))
        }
        defer { folder.remove() }
        guard folder.write(source, name: "source." + format.rawValue) else {
            return .failure(ReadFailure(.readerCrashed, format: format, parameters: ["reason": "noScratchFolder"]))
        }
        let command = OfficeCommand(executable: executable, limits: limits, folder: folder.path, target: target)
        let code = await Self.exitCode(command, source: "source." + format.rawValue)
        guard !OfficeCommand.timedOutCodes.contains(code) else {
            return .failure(ReadFailure(.readerTimedOut, format: format, parameters: ["reason": "converter"]))
        }
        guard let bytes = folder.read("out/source." + target.rawValue, byteCountMax: limits.resultByteCountMax) else {
            return .failure(ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "converter"]))
        }
        return .success(bytes)
    }

    private static func exitCode(_ command: OfficeCommand, source: String) async -> Int {
        do {
            let result = try await Subprocess.run(
                .name("timeout"),
                arguments: Arguments(await command.arguments([source])),
                environment: command.environment,
                output: .discarded
            )
            if case .exited(let code) = result.terminationStatus { return Int(code) }
            return 137
        } catch {
            return 127
        }
    }
}
