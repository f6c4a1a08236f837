import OfficePackage

/// Finished files put into one ZIP.
public enum ZipBundle {
    /// The files in their order; they are packed already and are stored as they are.
    public static func bytes(_ files: [(name: String, bytes: [UInt8])]) throws(RenderError) -> [UInt8] {
        let writer = ZipWriter(level: 1)
        do throws(PackageError) {
            for file in files { try writer.add(file.name, file.bytes, isStored: true) }
            return try writer.finish()
        } catch {
            throw PartRenderer.limit(.outputLimit, error.subject)
        }
    }
}
