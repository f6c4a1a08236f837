import Desk
import FormModel

/// A finding as a sentence in the language of this run.
enum FindingText {
    static func text(_ finding: Finding, form: FormDefinition?) -> String {
        let label = FindingLabel.text(finding, form: form, language: Speech.language)
        return FindingWording.text(of: finding, fieldLabel: label, language: Speech.language)
    }
}
