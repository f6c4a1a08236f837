/// Folds text for searching: Latin letters without marks, lower case, so that `zolw` finds `Żółw`.
public enum SearchFold {
    /// Lower case without diacritics (ł and ø included), Cyrillic in lower case with ё as е, every run of other signs as
    /// one space, none at the ends; apostrophes vanish.
    public static func fold(_ text: String) -> String { LetterFold.folded(TextCleaning.composed(text)) }
}
