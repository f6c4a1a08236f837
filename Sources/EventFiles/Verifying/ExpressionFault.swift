import Expressions
import FormModel

/// A fault inside an expression as a fault of the file.
enum ExpressionFault {
    static func fault(_ error: ExpressionError, at place: SourcePlace) -> FileFault {
        FileFault(
            code: FaultCode.expressionFaulty.rawValue,
            place: place,
            message: error.message,
            suggestion: error.suggestion
        )
    }

    /// The place of a character of the expression; of a text over several lines, the beginning.
    static func place(_ start: SourcePlace, inset: Int?, offset: Int) -> SourcePlace {
        guard let inset else { return start }
        return SourcePlace(line: start.line, column: start.column + inset + offset, path: start.path)
    }

    /// Expressions of a pool, whose columns are known only when the selection runs.
    static func verifyPool(_ draft: Draft) {
        for use in draft.expressions {
            do {
                _ = try Expression(parsing: use.source)
            } catch {
                draft.faults.append(fault(error, at: place(use.place, inset: use.inset, offset: error.offset)))
            }
        }
        for quota in draft.quotas { QuotaVerifier(draft: draft, use: quota, fields: nil).verify() }
    }
}
