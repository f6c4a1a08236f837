import FormModel

/// Names of months in five languages: read in every form, printed as dates want them.
enum MonthNames {
    /// The number of the month a folded word names: nominative, genitive, abbreviation or Roman numeral.
    static func month(_ folded: String) -> Int? { numbers[folded] }

    /// As it stands in a date: „grudnia”, “December”, «грудня».
    static func inDate(_ month: Int, _ language: InterfaceLanguage) -> String {
        words(genitive(language))[month - 1]
    }

    private static func genitive(_ language: InterfaceLanguage) -> String {
        switch language {
        case .polish:
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
        case .english: "January February March April May June July August September October November December"
        case .ukrainian: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
        case .russian: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        case .belarusian:
            "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"
        }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let numbers: [String: Int] = {
        var rows = InterfaceLanguage.allCases.map { words(genitive($0)) }
        rows += [
            "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
            "sty lut mar kwi maj cze lip sie wrz paź lis gru",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
            "січ лют бер квіт трав черв лип серп вер жовт лист груд",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "янв фев мар апр май июн июл авг сен окт ноя дек",
            "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
            "i ii iii iv v vi vii viii ix x xi xii",
        ].map(words)
        var result: [String: Int] = [:]
        for row in rows {
            for (index, word) in row.enumerated() { result[LetterFold.folded(word)] = index + 1 }
        }
        return result
    }()
}
