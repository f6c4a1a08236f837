import FormModel

/// How values of exports are printed where they become text.
enum ExportText {
    static func dateTime(_ date: CalendarDate, _ hour: Int, _ minute: Int, _ second: Int, separator: String) -> String {
        date.description + separator
            + [hour, minute, second].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    static func flag(_ flag: Bool, in language: InterfaceLanguage) -> String {
        switch language {
        case .polish: flag ? "tak" : "nie"
        case .english: flag ? "yes" : "no"
        case .ukrainian: flag ? "так" : "ні"
        case .russian: flag ? "да" : "нет"
        case .belarusian: flag ? "так" : "не"
        }
    }
}
