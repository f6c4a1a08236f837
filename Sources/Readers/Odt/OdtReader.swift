public import FormModel
public import OfficePackage

/// Reads an OpenDocument text (ODF 1.3).
public enum OdtReader {
    /// Reads everything, or says why nothing could be read.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        limits: PackageLimits = PackageLimits()
    ) throws(ReadingFailure) -> Reading {
        do throws(PackageError) {
            _ = try ZipArchive(bytes, limits: limits)
        } catch {
            throw ReadingFailure(error)
        }
        return Reading(format: .odt)
    }

    /// The same for an array.
    public static func read(
        _ bytes: [UInt8],
        limits: PackageLimits = PackageLimits()
    ) throws(ReadingFailure) -> Reading {
        try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingFailure) in
            try read(UnsafeRawBufferPointer(buffer), limits: limits)
        }
    }
}
