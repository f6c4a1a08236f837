import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// One POST to another program: the status it answers with, nil when it does not answer. Redirections are not followed: a
/// signed change goes where the administrator sent it, and nowhere else.
struct WebhookCall: Sendable {
    let host: String
    let port: Int
    let isSecure: Bool
    let target: String

    /// Time for connecting and for the answer.
    static let seconds: Int64 = 10

    /// Nil for an address that changes must not go to: abroad only by TLS, the same computer may do without.
    init?(_ address: String) {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil
        else { return nil }
        let isOwn = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isOwn) else { return nil }
        self.host = host
        isSecure = parts.scheme == "https"
        port = parts.port ?? (isSecure ? 443 : 80)
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        target = path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    }

    func post(_ body: [UInt8], headers: [(String, String)]) async -> Int? {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: Int.self)
        let call = self
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.seconds(Self.seconds))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if call.isSecure { try pipeline.addHandler(call.tls()) }
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(AnswerHandler(answer))
                }
            }
        do {
            let channel = try await bootstrap.connect(host: host, port: port).get()
            let timer = loop.scheduleTask(in: .seconds(Self.seconds)) {
                answer.fail(ChannelError.connectTimeout(.seconds(Self.seconds)))
            }
            try await send(body, headers, on: channel)
            let status = try await answer.futureResult.get()
            timer.cancel()
            try? await channel.close()
            return status
        } catch {
            answer.fail(error)
            return nil
        }
    }

    private func tls() throws -> NIOSSLClientHandler {
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        return try NIOSSLClientHandler(context: context, serverHostname: host)
    }

    private func send(_ body: [UInt8], _ headers: [(String, String)], on channel: any Channel) async throws {
        var all = HTTPHeaders(headers)
        all.add(name: "Host", value: port == (isSecure ? 443 : 80) ? host : "\(host):\(port)")
        all.add(name: "Content-Length", value: String(body.count))
        all.add(name: "Connection", value: "close")
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: target, headers: all)
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
        try await channel.writeAndFlush(HTTPClientRequestPart.end(nil)).get()
    }

    /// Hears the head of the answer; the rest is of no interest.
    private final class AnswerHandler: ChannelInboundHandler {
        typealias InboundIn = HTTPClientResponsePart

        private let answer: EventLoopPromise<Int>

        init(_ answer: EventLoopPromise<Int>) {
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .head(let head) = unwrapInboundIn(data) { answer.succeed(Int(head.status.code)) }
        }

        func channelInactive(context: ChannelHandlerContext) {
            answer.fail(ChannelError.eof)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            answer.fail(error)
            context.close(promise: nil)
        }
    }
}
