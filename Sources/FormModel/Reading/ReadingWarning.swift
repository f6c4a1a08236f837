/// Something a reader noticed about the source itself: macros, tracked changes, an external link, a limit.
public struct ReadingWarning: Hashable, Sendable {
    public var code: FindingCode
    public var place: String?
    public var parameters: [String: String]

    public init(_ code: FindingCode, place: String? = nil, parameters: [String: String] = [:]) {
        self.code = code
        self.place = place
        self.parameters = parameters
    }
}
