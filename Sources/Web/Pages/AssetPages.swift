import HTTPTypes

/// Style and script files. Their address holds their digest, so browsers keep them for ever.
struct AssetPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [.get("/static/{digest}/{name}") { try asset($0) }]
    }

    private func asset(_ request: WebRequest) throws -> WebReply {
        guard let asset = site.library.assets[request.parameters["name"] ?? ""] else { throw WebFault(.notFound) }
        var reply = WebReply(body: asset.bytes)
        reply.headers[.contentType] = asset.contentType
        let isCurrent = request.parameters["digest"] == asset.digest
        reply.headers[.cacheControl] = isCurrent ? "public, max-age=31536000, immutable" : "no-cache"
        return reply
    }
}
