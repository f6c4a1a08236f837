import FormModel
import HTTPTypes
import Registry

/// A request as the pages see it: bounded, taken apart, without the server's own types, so that a page can be tested
/// without a server.
struct WebRequest: Sendable {
    var method: HTTPRequest.Method = .get
    var path = "/"
    /// What stands in the places of the route's path.
    var parameters: [String: String] = [:]
    var query: [String: String] = [:]
    /// Every value of the query by its name, where a name may stand several times.
    var queryLists: [String: [String]] = [:]
    var headers = HTTPFields()
    /// The posted form, if one was posted.
    var input = FormInput()
    /// The body of a program's request.
    var body: [UInt8] = []
    /// Address of whoever asks, as far as the trusted proxies tell it.
    var client = ""
    /// The signed-in person, filled in by the gate for staff.
    var staff: StaffSession?
    /// The key of the program that asks, filled in by the gate for programs.
    var program: ProgramKeyRow?

    /// Takes the pairs of the address; the first of a name counts where one is expected.
    mutating func take(query pairs: [(name: String, value: String)]) {
        for pair in pairs {
            if query[pair.name] == nil { query[pair.name] = pair.value }
            queryLists[pair.name, default: []].append(pair.value)
        }
    }

    /// A cookie by its name.
    func cookie(_ name: String) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let trimmed = pair.drop { $0 == " " }
                if trimmed.hasPrefix(name + "=") { return String(trimmed.dropFirst(name.utf8.count + 1)) }
            }
        }
        return nil
    }

    /// The language asked for: in the form, in the address, by the browser; only ever one of those offered.
    func language(among offered: [InterfaceLanguage]) -> InterfaceLanguage {
        let named = [input[FormNames.language], query["lang"]].compactMap {
            $0.flatMap(InterfaceLanguage.init(rawValue:))
        }
        for language in named + accepted where offered.contains(language) { return language }
        return offered.first ?? .polish
    }

    /// The languages of the Accept-Language header in the order of their weights (RFC 9110 section 12.5.4).
    private var accepted: [InterfaceLanguage] {
        let entries = (headers[.acceptLanguage] ?? "").prefix(200).split(separator: ",").prefix(20)
        let weighted = entries.enumerated().compactMap { index, entry -> (InterfaceLanguage, Double, Int)? in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.split(separator: "-").first,
                let language = InterfaceLanguage(rawValue: tag.lowercased())
            else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (language, weight, index)
        }
        return weighted.sorted { ($0.1, Double(-$0.2)) > ($1.1, Double(-$1.2)) }.map(\.0)
    }
}

/// Names of the controls of our own forms. A hyphen stands first: no field of an event can be called so.
enum FormNames {
    static let language = "-language"
    static let action = "-action"
    static let key = "-key"
    static let clauses = "-clauses"
    static let shown = "-shown"
    static let token = "-token"
    static let upload = "-upload:"
    static let uploadName = "-upload-name:"
}
