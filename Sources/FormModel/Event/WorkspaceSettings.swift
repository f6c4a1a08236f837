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

    public init(
        organiser: Organiser,
        language: InterfaceLanguage = .polish,
        timeZone: String = "Europe/Warsaw",
        mail: Mail = Mail(),
        contact: Contact? = nil,
        retention: [RetentionCategory] = []
    ) {
        self.organiser = organiser
        self.language = language
        self.timeZone = timeZone
        self.mail = mail
        self.contact = contact
        self.retention = retention
    }
}
