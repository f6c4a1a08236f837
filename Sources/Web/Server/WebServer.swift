public import Desk
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// The server of `nabor serve`: public forms and applicants' pages over the desk's use cases.
public struct WebServer: Sendable {
    private let site: Site
    private let logger: Logger

    /// Reads the page templates, opens the web's intake. Nothing listens yet.
    public init(workspace: Workspace, configuration: WebConfiguration, logger: Logger) throws {
        let intake = try configuration.groupCountMax.map { try WebIntake(workspace: workspace, groupCountMax: $0) }
        site = try Site(intake: intake ?? WebIntake(workspace: workspace), configuration: configuration)
        self.logger = logger
    }

    /// The address of the one-time link for the first administrator's account; nil once there is an account.
    public func setUpAddress() throws -> String? {
        try site.accounts.setUpLink().map(site.publicAddress)
    }

    /// Serves until the process is told to stop (SIGTERM, SIGINT): requests under way are answered, submissions that wait
    /// are written down.
    ///
    /// - Parameter onRunning: hears the port once the server listens.
    public func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
        let application = Application(
            router: Self.router(site),
            server: try server(),
            configuration: ApplicationConfiguration(
                address: .hostname(site.configuration.address.host, port: site.configuration.address.port),
                serverName: nil,
                backlog: 1024
            ),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        try site.work.start()
        let sweeping = sweeping()
        let telling = telling()
        defer {
            sweeping.cancel()
            telling.cancel()
            site.work.stop()
            site.intake.stop()
        }
        try await application.runService()
    }

    /// Once a minute, as long as the server runs; what cannot be done now is tried again a minute later.
    private func sweeping() -> Task<Void, Never> {
        let intake = site.intake
        let logger = logger
        return Task {
            while !Task.isCancelled {
                do {
                    try await BlockingWork.run { try intake.sweep() }
                } catch {
                    logger.error("sweep failed", metadata: ["code": "\((error as? DeskError)?.code.rawValue ?? "")"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// Every few seconds, as long as the server runs: what other programs have to hear.
    private func telling() -> Task<Void, Never> {
        let sender = WebhookSender(workspace: site.intake.workspace, logger: logger)
        return Task {
            while !Task.isCancelled {
                await sender.round()
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// The router of a table of routes; unknown addresses end at the page that says so.
    static func router(_ site: Site) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: UnknownAddress(site: site))
        for route in site.routes {
            let responder = RouteResponder(route: route, site: site)
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await responder.respond(request, context)
            }
        }
        return router
    }

    /// A connection that says nothing for a minute is closed; headers are bounded.
    private func server() throws -> HTTPServerBuilder {
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024,
                maxHeaderListSize: 32 * 1024,
                maxHeaderFieldCount: 100
            )
        )
        guard let certificate = site.configuration.certificatePath, let key = site.configuration.keyPath else {
            return .http1(configuration: channel)
        }
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map(NIOSSLCertificateSource.certificate)
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        )
        tls.minimumTLSVersion = .tlsv12
        return try .tls(.http1(configuration: channel), tlsConfiguration: tls)
    }
}

/// Answers addresses that lead nowhere with a page instead of an empty reply.
struct UnknownAddress: RouterMiddleware {
    typealias Context = WebContext

    let site: Site

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            let asked = WebRequest(method: request.method, path: request.uri.path, headers: request.headers)
            let reply = site.faults.reply(to: WebFault(.notFound), asked, logger: context.logger)
            var headers = reply.headers
            SecurityHeaders.add(to: &headers, isSecure: site.configuration.isSecure)
            return Response(
                status: reply.status,
                headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
            )
        }
    }
}
