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

    /// LibreOffice where Debian puts it, if it is there.
    public init(executable: String? = nil, limits: Limits = Limits()) {
        let places: [String] = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
        let found = places.first { access($0, X_OK) == 0 }
        self.executable = executable ?? found
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
        let code = await run(executable, in: folder.path, source: "source." + format.rawValue, target: target)
        guard code != Self.timedOutCode, code != Self.killedCode else {
            return .failure(ReadFailure(.readerTimedOut, format: format, parameters: ["reason": "converter"]))
        }
        guard let bytes = folder.read("out/source." + target.rawValue, byteCountMax: limits.resultByteCountMax) else {
            return .failure(ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "converter"]))
        }
        return .success(bytes)
    }

    /// What `timeout` says (coreutils): 124 when it ended the command, 137 when it had to kill it.
    private static let timedOutCode = 124
    private static let killedCode = 137

    private func run(_ executable: String, in folder: String, source: String, target: Target) async -> Int {
        let isolated = await NetworkShutter.shared.prefix()
        let bounded = [
            "--signal=TERM", "--kill-after=2", String(limits.seconds), "/usr/bin/prlimit",
            "--as=\(limits.addressSpaceByteCount)", "--fsize=\(limits.fileByteCountMax)", "--cpu=\(limits.seconds)",
            "--core=0", "--",
        ]
        let office = [
            executable, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--convert-to", target.filter, "--outdir", folder + "/out", folder + "/" + source,
        ]
        return await Self.exitCode(bounded + isolated + office, folder: folder)
    }

    private static func exitCode(_ arguments: [String], folder: String) async -> Int {
        let environment: [Environment.Key: String] = [
            "PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp",
        ]
        do {
            let result = try await Subprocess.run(
                .name("timeout"),
                arguments: Arguments(arguments),
                environment: .custom(environment),
                output: .discarded
            )
            if case .exited(let code) = result.terminationStatus { return Int(code) }
            return killedCode
        } catch {
            return 127
        }
    }
}
