/// The organisation that runs the event and controls the data.
public struct Organiser: Hashable, Sendable, Codable {
    public var name: String
    public var address: String
    public var city: String
    public var email: String
    public var phone: String
    public var krs: String
    public var nip: String
    public var regon: String
    /// Data protection officer's address, empty when there is none.
    public var dataProtectionContact: String

    public init(
        name: String,
        address: String = "",
        city: String = "",
        email: String = "",
        phone: String = "",
        krs: String = "",
        nip: String = "",
        regon: String = "",
        dataProtectionContact: String = ""
    ) {
        self.name = name
        self.address = address
        self.city = city
        self.email = email
        self.phone = phone
        self.krs = krs
        self.nip = nip
        self.regon = regon
        self.dataProtectionContact = dataProtectionContact
    }
}
