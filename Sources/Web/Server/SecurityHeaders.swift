import HTTPTypes

/// The headers that every answer carries (OWASP ASVS 5, chapter 3.4).
enum SecurityHeaders {
    /// Nothing inline, nothing from elsewhere, no frames, forms only to ourselves.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        headers[name("Content-Security-Policy")] = contentSecurityPolicy
        headers[name("X-Content-Type-Options")] = "nosniff"
        headers[name("X-Frame-Options")] = "DENY"
        // The applicant's link must not travel to another site.
        headers[name("Referrer-Policy")] = "same-origin"
        headers[name("Cross-Origin-Opener-Policy")] = "same-origin"
        headers[name("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[name("Permissions-Policy")] = "camera=(), microphone=(), geolocation=()"
        if isSecure { headers[name("Strict-Transport-Security")] = "max-age=31536000" }
    }

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
        return name
    }
}
