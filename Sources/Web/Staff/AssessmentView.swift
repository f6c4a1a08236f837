/// Points as assessors read and type them.
enum AssessmentView {
    /// Hundredths as a number with a comma: 1250 is „12,5”.
    static func points(_ hundredths: Int64) -> String {
        let whole = hundredths / 100
        let rest = hundredths % 100
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
    }
}
