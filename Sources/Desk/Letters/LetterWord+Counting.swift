import FieldKinds
import FormModel

extension LetterWord {
    /// The noun with its number: `32 spotkania`.
    func counted(_ count: Int, in language: InterfaceLanguage) -> String {
        "\(count)\u{A0}\(noun(count, in: language))"
    }

    /// The noun without its number, in the form that fits it; the word's text holds the three forms.
    func noun(_ count: Int, in language: InterfaceLanguage) -> String {
        let forms = text.text(in: language).split(separator: "|").map(String.init)
        guard forms.count == 3 else { return forms.first ?? "" }
        return PluralForm(count, in: language).choose(one: forms[0], few: forms[1], many: forms[2])
    }
}
