import HTTPTypes

/// What is answered: a status, a few headers, bytes.
struct WebReply: Sendable {
    var status: HTTPResponse.Status = .ok
    var headers = HTTPFields()
    var body: [UInt8] = []
    /// A body that comes bit by bit, as long as there is something to say.
    var stream: AsyncStream<[UInt8]>?

    /// A page. Pages with somebody's data are not kept by anybody on the way.
    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> WebReply {
        var reply = WebReply(status: status, body: Array(html.utf8))
        reply.headers[.contentType] = "text/html; charset=utf-8"
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// JSON for a program.
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> WebReply {
        var reply = WebReply(status: status, body: Array(text.utf8))
        reply.headers[.contentType] = "application/json; charset=utf-8"
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// Sends the browser on to another page of ours after something was done (303, so that reloading does not repeat it).
    static func see(_ path: String) -> WebReply {
        var reply = WebReply(status: .seeOther)
        reply.headers[.location] = path
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// A file to keep; the name is ours and has only safe letters (RFC 6266).
    static func download(_ bytes: [UInt8], type: String, name: String) -> WebReply {
        var reply = WebReply(body: bytes)
        reply.headers[.contentType] = type
        reply.headers[.contentDisposition] = "attachment; filename=\"\(safe(name))\""
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// A picture that was drawn here; 404 where there is none.
    static func picture(_ png: [UInt8]?) -> WebReply {
        guard let png else { return WebReply(status: .notFound) }
        var reply = WebReply(body: png)
        reply.headers[.contentType] = "image/png"
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    private static func safe(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }.prefix(100))
    }
}

/// A request that cannot be answered with its page; the one place that turns it into a page or JSON is `FaultPages`.
struct WebFault: Error, Sendable, Equatable {
    enum Code: String, Sendable, CaseIterable {
        case notFound, invalidForm, tooLarge, foreignSite, tooManyRequests, notSignedIn, forbidden, busy, failed
    }

    let code: Code
    /// Ids and codes of our own for the log; never an answer.
    let detail: String

    init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }
}
