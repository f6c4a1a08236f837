/// How the server is reached and by whom it may be told about others.
public struct WebConfiguration: Sendable {
    public var address: ServerAddress
    /// The address people see, `https://zapisy.example.org`; nil takes the one listened on.
    public var publicURL: String?
    /// Networks whose `X-Forwarded-For` is believed, `10.0.0.0/8`.
    public var trustedProxies: [AddressRange]
    /// Certificate chain and key in PEM, for TLS without a reverse proxy.
    public var certificatePath: String?
    public var keyPath: String?
    /// Folder with `templates/web`.
    public var sharePath: String
    /// Forms that one address may send in a minute; a library or a school has one address for many people.
    public var submissionsPerMinute: Int
    /// Forms written with one sync; nil takes the usual. Only measurements take less.
    public var groupCountMax: Int?
    /// How costly guessing a password is; nil takes the usual. Only tests take less.
    var passwordExponent: Int?

    public init(
        address: ServerAddress,
        publicURL: String? = nil,
        trustedProxies: [AddressRange] = [],
        certificatePath: String? = nil,
        keyPath: String? = nil,
        sharePath: String,
        submissionsPerMinute: Int = 60
    ) {
        self.address = address
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.certificatePath = certificatePath
        self.keyPath = keyPath
        self.sharePath = sharePath
        self.submissionsPerMinute = submissionsPerMinute
    }

    /// Whether browsers reach us by TLS, so that cookies may insist on it.
    var isSecure: Bool { certificatePath != nil || publicURL?.hasPrefix("https://") == true }
}
