/// Words that say little about which question a label asks.
enum StopWords {
    /// Other words count 1.
    static let weight = 0.3

    static let hashes: Set<UInt64> = Set(
        all.split(separator: " ").map { word in
            var fold: [UInt8] = []
            for scalar in word.unicodeScalars { LabelFold.append(scalar.value, to: &fold) }
            return LabelFold.hash(fold[...])
        }
    )

    private static let all = """
        i oraz lub w we na do z ze o u a nr numer numeru prosze podac podaj pani pana pan pani/pana twoj twoje \
        uczestnika uczestniczki uczestnik osoby zgłaszającej zgłaszanej kandydata kandydatki kontaktowy kontaktowa \
        the of and or your please number no to for in a an applicant applicants participant participants \
        та і або в у на до з номер ваш ваше учасника учасниці и или ваша удзельніка номер телефонний участника
        """
}
