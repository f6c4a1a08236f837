import FieldKinds
import FormModel

/// Papers by which people prove who they are, in the five languages of applicants.
enum DocumentWords {
    static func name(_ kind: IdentityDocument.Kind, _ language: InterfaceLanguage) -> String {
        let words = words(kind)
        return switch language {
        case .polish: words.pl
        case .ukrainian: words.uk
        case .russian: words.ru
        case .english: words.en
        case .belarusian: words.be
        }
    }

    private typealias Words = (pl: String, uk: String, ru: String, en: String, be: String)

    private static func words(_ kind: IdentityDocument.Kind) -> Words {
        switch kind {
        case .idCard:
            (
                "dowód osobisty", "польське посвідчення особи", "польское удостоверение личности",
                "Polish identity card", "польскае пасведчанне асобы"
            )
        case .passport:
            ("paszport polski", "польський паспорт", "польский паспорт", "Polish passport", "польскі пашпарт")
        case .residenceCard: ("karta pobytu", "карта побиту", "карта побыту", "residence card", "карта побыту")
        case .visaD:
            (
                "wiza krajowa (D)", "національна віза (D)", "национальная виза (D)", "national visa (D)",
                "нацыянальная віза (D)"
            )
        case .decision: ("decyzja", "рішення", "решение", "decision", "рашэнне")
        case .stamp:
            (
                "stempel w paszporcie", "штамп у паспорті", "штамп в паспорте", "stamp in the passport",
                "штамп у пашпарце"
            )
        case .toleratedStay:
            (
                "zgoda na pobyt tolerowany", "згода на толерантне перебування", "согласие на толерантное пребывание",
                "permit for tolerated stay", "згода на талераванае знаходжанне"
            )
        case .temporaryProtection:
            (
                "tymczasowe zaświadczenie (TZTC)", "тимчасове посвідчення (TZTC)", "временное удостоверение (TZTC)",
                "temporary certificate (TZTC)", "часовае пасведчанне (TZTC)"
            )
        case .polesCard: ("Karta Polaka", "Карта поляка", "Карта поляка", "Pole’s Card", "Карта паляка")
        case .ukrStatus: ("status UKR", "статус UKR", "статус UKR", "UKR status", "статус UKR")
        case .foreignPassport:
            (
                "paszport zagraniczny", "закордонний паспорт", "заграничный паспорт", "foreign passport",
                "замежны пашпарт"
            )
        case .other: ("inny dokument", "інший документ", "другой документ", "other document", "іншы дакумент")
        }
    }
}
