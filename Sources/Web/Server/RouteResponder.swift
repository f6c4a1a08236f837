import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns a request of the server into a request of the pages and the reply back: bounds, origin, who asks, faults.
struct RouteResponder: Sendable {
    let route: WebRoute
    let site: Site

    /// Largest body of a request.
    static let byteCountMax = 25 * 1024 * 1024
    /// Largest body where no file can come with it.
    static let plainByteCountMax = 2 * 1024 * 1024

    func respond(_ request: Request, _ context: WebContext) async -> Response {
        let start = ContinuousClock.now
        var asked = webRequest(request, context)
        let reply: WebReply
        do {
            try await gather(request, into: &asked)
            try await site.gate.admit(&asked, to: route)
            reply = try await route.answer(asked)
        } catch {
            reply = site.faults.reply(to: error, asked, logger: context.logger)
        }
        site.metrics.count(route.method.rawValue, route.path, status: reply.status.code, start.duration(to: .now))
        return response(reply)
    }

    private func webRequest(_ request: Request, _ context: WebContext) -> WebRequest {
        var asked = WebRequest(method: request.method, path: request.uri.path, headers: request.headers)
        for (name, value) in context.parameters {
            asked.parameters[String(name)] = URLEncodedForm.decoded(value.utf8, plusIsSpace: false)
        }
        let pairs = try? URLEncodedForm.read(Array((request.uri.query ?? "").utf8))
        asked.take(query: pairs?.texts ?? [])
        asked.client = IPAddress.client(
            peer: context.peer,
            forwarded: request.headers[values: Self.forwardedFor],
            trusted: site.configuration.trustedProxies
        )
        return asked
    }

    private func gather(_ request: Request, into asked: inout WebRequest) async throws {
        guard route.changesSomething else { return }
        if case .program = route.access {
        } else {
            let isOurs = OriginGate.allows(
                request.headers,
                host: request.head.authority,
                publicURL: site.configuration.publicURL
            )
            guard isOurs else { throw WebFault(.foreignSite) }
        }
        let type = request.headers[.contentType] ?? ""
        let boundary = MultipartForm.boundary(type)
        let limit = boundary == nil ? Self.plainByteCountMax : Self.byteCountMax
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw WebFault(.tooLarge)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw WebFault(.tooLarge)
        }
        let bytes = Array(buffer.readableBytesView)
        do throws(FormInputError) {
            if let boundary {
                asked.input = try MultipartForm.read(bytes, boundary: boundary)
            } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
                asked.input = try URLEncodedForm.read(bytes)
            } else {
                asked.body = bytes
            }
        } catch {
            throw WebFault(error.code == .tooManyFields ? .tooLarge : .invalidForm, detail: error.code.rawValue)
        }
    }

    private func response(_ reply: WebReply) -> Response {
        var headers = reply.headers
        SecurityHeaders.add(to: &headers, isSecure: site.configuration.isSecure)
        let body =
            if let stream = reply.stream {
                ResponseBody(asyncSequence: stream.map { ByteBuffer(bytes: $0) })
            } else {
                ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
            }
        return Response(status: reply.status, headers: headers, body: body)
    }

    private static let forwardedFor: HTTPField.Name = {
        guard let name = HTTPField.Name("X-Forwarded-For") else { preconditionFailure("no header name") }
        return name
    }()
}
