/// The person named in letters: who signs and who answers.
public struct Contact: Hashable, Sendable, Codable {
    public var name: String
    public var function: LocalizedText
    public var email: String
    public var phone: String

    public init(name: String, function: LocalizedText = LocalizedText([:]), email: String = "", phone: String = "") {
        self.name = name
        self.function = function
        self.email = email
        self.phone = phone
    }
}
