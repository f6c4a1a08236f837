import FormModel

/// An operation that its values do not allow; the tag where it happened is added by the renderer.
struct EvaluationError: Error {
    var code: RenderError.Code
    var message: LocalizedText

    init(_ code: RenderError.Code = .valueUnsuitable, pl: String, en: String) {
        self.code = code
        message = LocalizedText([.polish: pl, .english: en])
    }

    static func unsuitable(_ kind: String, for operation: String) -> EvaluationError {
        EvaluationError(
            pl: "Operacja „\(operation)” nie działa na wartości rodzaju „\(kind)”.",
            en: "The operation “\(operation)” does not work on a value of kind “\(kind)”."
        )
    }
}
