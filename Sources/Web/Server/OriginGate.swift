import HTTPTypes

/// Refuses changes that another site's page sends in somebody's name.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, and `Origin` before it); a browser that says nothing is an
/// old one or a program, and for those the form's own key or token decides.
enum OriginGate {
    static func allows(_ headers: HTTPFields, host: String?, publicURL: String?) -> Bool {
        if let site = headers[fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        if let publicURL, origin == publicURL { return true }
        guard let host else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    private static let fetchSite: HTTPField.Name = {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("no header name") }
        return name
    }()
}
