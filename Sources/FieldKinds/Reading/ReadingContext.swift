public import FormModel

/// What a field's reader has to know beside the text: the language of the paper and the day it is read.
public struct ReadingContext: Hashable, Sendable {
    /// Language of the document; decides only between wordings that mean different things in two languages.
    public var language: InterfaceLanguage
    /// The day that counts as today, in the event's time zone.
    public var today: CalendarDate

    public init(language: InterfaceLanguage = .polish, today: CalendarDate) {
        self.language = language
        self.today = today
    }
}
