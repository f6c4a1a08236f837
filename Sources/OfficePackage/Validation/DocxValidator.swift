/// Checks a Word package for what would make Word repair or refuse it, without Word.
///
/// Content types, relationships, unique ids, paired ranges and fields, closed cells, table grids and required
/// attributes; not the whole schema.
public enum DocxValidator {
    /// Every fault found, in the order of the parts; an empty list means none. At most `faultCountMax` are told.
    public static func faults(in bytes: [UInt8]) -> [DocxFault] {
        let archive: ZipArchive
        do throws(PackageError) {
            archive = try ZipArchive(bytes)
        } catch {
            return [DocxFault(.archive, part: "", "\(error.code.rawValue) \(error.subject)")]
        }
        var check = DocxPackageCheck(archive: archive)
        check.run()
        return Array(check.faults.prefix(faultCountMax))
    }

    /// More faults than this tell nothing new.
    public static let faultCountMax = 200
}
