public import FormModel

/// Documents to be written.
public struct DocumentRequest: Sendable {
    public var event: String
    public var kind: DocumentKind
    public var activity: String?
    public var session: String?
    /// Only people in this state of the participation; nil takes those the kind is for.
    public var status: ParticipationState?
    public var code: String?
    public var makesPDF: Bool
    /// All letters behind each other in one document, for the printer.
    public var makesBook = false
    /// Nil takes the language of each registration; lists are in the language of the house.
    public var language: InterfaceLanguage?
    public var purpose: String
    public var recipient: String

    public init(
        event: String,
        kind: DocumentKind,
        activity: String? = nil,
        session: String? = nil,
        status: ParticipationState? = nil,
        code: String? = nil,
        makesPDF: Bool = false,
        language: InterfaceLanguage? = nil,
        purpose: String = "",
        recipient: String = ""
    ) {
        self.event = event
        self.kind = kind
        self.activity = activity
        self.session = session
        self.status = status
        self.code = code
        self.makesPDF = makesPDF
        self.language = language
        self.purpose = purpose
        self.recipient = recipient
    }
}

/// A document that was written.
public struct WrittenDocument: Sendable {
    public var code: RegistrationCode?
    public var kind: DocumentKind
    /// Relative to the workspace; the PDF where one was asked for and made.
    public var file: String
    /// Whether a PDF was asked for and LibreOffice could not make it; the Word document is there.
    public var lacksPDF = false
}
