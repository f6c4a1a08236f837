import FieldKinds
import FormModel

/// Organisers' texts as they stand on a page: in Polish no line ends in „i” or „w”, in no language between a number and its
/// unit.
enum Typeset {
    static func text(_ text: LocalizedText, _ language: InterfaceLanguage) -> String {
        let chosen = text.text(in: language)
        return language == .polish ? NonBreaking.apply(chosen) : chosen
    }
}
