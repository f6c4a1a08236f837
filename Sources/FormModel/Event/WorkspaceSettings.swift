/// The workspace's own settings, from `nabor.yaml`.
public struct WorkspaceSettings: Hashable, Sendable, Codable {
    public struct Mail: Hashable, Sendable, Codable {
        /// Address that registrations are mailed to: `zapisy@example.org`; events add `+slug`.
        public var intakeAddress: String
        /// Sender of letters.
        public var fromAddress: String
        public var fromName: String

        public init(intakeAddress: String = "", fromAddress: String = "", fromName: String = "") {
            self.intakeAddress = intakeAddress
            self.fromAddress = fromAddress
            self.fromName = fromName
        }
    }

    public var organiser: Organiser
    /// Language of the staff interface.
    public var language: InterfaceLanguage
    /// IANA name.
    public var timeZone: String
    public var mail: Mail
    public var contact: Contact?
    public var retention: [RetentionCategory]
    /// The address under which people see the pages of `nabor serve`, without a slash at the end; mails carry links to it.
    /// Empty when nothing is served.
    public var publicURL: String

    public init(
        organiser: Organiser,
        language: InterfaceLanguage = .polish,
        timeZone: String = "Europe/Warsaw",
        mail: Mail = Mail(),
        contact: Contact? = nil,
        retention: [RetentionCategory] = [],
        publicURL: String = ""
    ) {
        self.organiser = organiser
        self.language = language
        self.timeZone = timeZone
        self.mail = mail
        self.contact = contact
        self.retention = retention
        self.publicURL = publicURL
    }
}
