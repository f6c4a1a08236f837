import FieldKinds
import FormModel

/// What the check boxes and radio buttons of a PDF form answer to the question that their field's name points to.
///
/// A single box of a yes-or-no question says whether it is ticked, whatever its state is called. Of several boxes the
/// ticked one speaks: by the value it stands for, where that is an option or a yes or no. A box whose value says nothing
/// (`1`, `Choice3`) is left to the words beside it.
struct ButtonAnswers {
    enum Verdict: Equatable {
        case flag(Bool)
        /// Text of a ticked option.
        case option(String)
        /// Belongs to the question and says nothing of its own.
        case silent
        /// The words beside the box have to tell.
        case unclear
    }

    private let boxCounts: [String: Int]

    init(controls: [FormControl]) {
        var counts: [String: Int] = [:]
        for control in controls where control.origin == .acroField && control.kind == .checkBox {
            counts[control.tag ?? "", default: 0] += 1
        }
        boxCounts = counts
    }

    func verdict(_ control: FormControl, _ question: Question, option: String?, _ context: ReadingContext) -> Verdict {
        let isTicked = control.isChecked ?? false
        let isAlone = boxCounts[control.tag ?? "", default: 0] < 2
        if let option, isAlone {
            guard question.shape == .flag, let value = Self.flag(option, question, context) else {
                return isTicked ? .option(option) : .silent
            }
            return isTicked ? .flag(value) : .silent
        }
        switch question.shape {
        case .flag:
            if isAlone { return .flag(isTicked) }
            guard let value = control.chosenValue.flatMap({ Self.flag($0, question, context) }) else { return .unclear }
            return isTicked ? .flag(value) : .silent
        case .options:
            guard let text = control.chosenValue, question.readOption(text, in: context)?.isValid == true else {
                return .unclear
            }
            return isTicked ? .option(text) : .silent
        default: return .unclear
        }
    }

    private static func flag(_ text: String, _ question: Question, _ context: ReadingContext) -> Bool? {
        if text == "true" { return true }
        if text == "false" { return false }
        guard let reading = question.reader.read(text, in: context), reading.isValid,
            case .flag(let value) = reading.value
        else { return nil }
        return value
    }
}

extension FormControl {
    /// What kind of evidence its value is.
    var evidenceKind: Evidence.Kind {
        switch origin {
        case .contentControl: .contentControl
        case .formField: .formField
        case .acroField: .acroField
        }
    }
}
