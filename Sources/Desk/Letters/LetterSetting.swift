import FormModel

/// What a document needs beside the people it is about: the call, the house, the day and the language.
struct LetterSetting: Sendable {
    var event: EventDefinition
    var settings: WorkspaceSettings
    /// Nil for documents about the event as a whole.
    var activity: Activity?
    /// How the event wants this kind of document; nil where it says nothing.
    var plan: DocumentPlan?
    var language: InterfaceLanguage
    var today: CalendarDate
    /// The event's logos, measured; empty leaves the event's title at the head of the page.
    var logos: [LetterLogo]

    init(
        event: EventDefinition,
        settings: WorkspaceSettings,
        activity: Activity? = nil,
        plan: DocumentPlan? = nil,
        language: InterfaceLanguage = .polish,
        today: CalendarDate,
        logos: [LetterLogo] = []
    ) {
        self.event = event
        self.settings = settings
        self.activity = activity
        self.plan = plan
        self.language = language
        self.today = today
        self.logos = logos
    }

    var organiser: Organiser { event.organiser ?? settings.organiser }

    var contact: Contact? { event.contact ?? settings.contact }

    /// The address for answers: the contact person's, else the organiser's.
    var replyAddress: String {
        [contact?.email, organiser.email, settings.mail.intakeAddress].compactMap(\.self).first { !$0.isEmpty } ?? ""
    }

    func text(_ text: LocalizedText) -> String { text.text(in: language) }

    func word(_ word: LetterWord) -> String { word.text.text(in: language) }
}
