import Desk
import FieldKinds
import FormModel

/// A reading as people and programs can look at it.
enum ReadingText {
    static func lines(of view: ReadingView, isJSON: Bool) -> (text: String, needsPerson: Bool) {
        let text = view.records.map { isJSON ? $0.json : $0.plain }.joined(separator: "\n")
        return (text + "\n", view.needsPerson)
    }
}
