import ArgumentParser
import Desk
import Dispatch
import FormModel
import Foundation
import Logging
import Web

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: say(
            "Uruchamia formularze w sieci i strony zgłoszeń.",
            "Serves the forms and the applicants' pages on the web."
        ),
        discussion: say(
            """
            Bez ustawień słucha tylko na tym komputerze (127.0.0.1). Do internetu wystawia się go za serwerem \
            pośredniczącym (--trusted-proxy) albo z własnym certyfikatem (--certificate, --key).
            """,
            """
            Without settings it listens on this computer only (127.0.0.1). Put it on the internet behind a reverse \
            proxy (--trusted-proxy) or with a certificate of its own (--certificate, --key).
            """
        )
    )

    @Option(help: ArgumentHelp(say("Port.", "Port."), valueName: "port"))
    var port = 8080

    @Option(help: ArgumentHelp(say("Adres, na którym słucha.", "Address to listen on."), valueName: "host"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            say("Adres, pod którym widzą go ludzie: https://…", "The address people see: https://…"),
            valueName: "url"
        )
    )
    var publicUrl: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Sieć serwera pośredniczącego, któremu wolno podać adres pytającego; można powtórzyć.",
                "Network of a reverse proxy that may say who asks; can be repeated."
            ),
            valueName: "cidr"
        )
    )
    var trustedProxy: [String] = []

    @Option(help: ArgumentHelp(say("Certyfikat (PEM).", "Certificate chain (PEM)."), valueName: say("plik", "file")))
    var certificate: String?

    @Option(
        help: ArgumentHelp(
            say("Klucz certyfikatu (PEM).", "The certificate's key (PEM)."),
            valueName: say("plik", "file")
        )
    )
    var key: String?

    @Option(
        help: ArgumentHelp(
            say("Najwięcej formularzy na minutę z jednego adresu.", "Most forms a minute from one address."),
            valueName: "n"
        )
    )
    var submissionsPerMinute = 60

    @OptionGroup var options: WorkspaceOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(say("Port ma numer od 0 do 65535.", "A port has a number from 0 to 65535."))
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError(
                say("Certyfikat i klucz podaje się razem.", "Certificate and key are given together.")
            )
        }
        for text in trustedProxy where AddressRange(text) == nil {
            throw ValidationError(
                say(
                    "„\(text)” nie jest adresem sieci, na przykład 10.0.0.0/8.",
                    "“\(text)” is no network such as 10.0.0.0/8."
                )
            )
        }
    }

    func run() throws {
        var workspace = try options.open()
        let settings = workspace.settings
        let address = publicUrl.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? settings.publicURL
        if !address.isEmpty { workspace = workspace.published(at: address) }
        var logger = Logger(label: "nabor.web") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        var configuration = WebConfiguration(
            address: ServerAddress(host: host, port: port),
            publicURL: address.isEmpty ? nil : address,
            trustedProxies: trustedProxy.compactMap(AddressRange.init),
            certificatePath: certificate,
            keyPath: key,
            sharePath: workspace.environment.sharePath,
            submissionsPerMinute: submissionsPerMinute
        )
        // For measuring what writing in groups brings; nobody else has a use for it.
        configuration.groupCountMax = ProcessInfo.processInfo.environment["NABOR_WEB_GROUP"].flatMap { Int($0) }
        let server = try WebServer(workspace: workspace, configuration: configuration, logger: logger)
        if let link = try server.setUpAddress() {
            Console.printError(
                say(
                    "Nie ma jeszcze kont. Pierwsze załóż pod tym adresem (działa raz, przez 48 godzin):",
                    "There are no accounts yet. Make the first one at this address (works once, for 48 hours):"
                )
            )
            Console.printError("  " + link)
        }
        let shown = !address.isEmpty ? address : (certificate == nil ? "http://" : "https://") + host
        let isShort = !address.isEmpty
        try Self.waiting {
            try await server.run { port in
                let address = isShort ? shown : "\(shown):\(port)"
                Console.printError(Console.good("✓ ") + say("Działa: \(address)", "Running: \(address)"))
            }
        }
    }

    /// Waits on the main thread, where the other commands work too, until the server has stopped.
    private static func waiting(_ body: @escaping @Sendable () async throws -> Void) throws {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome()
        Task {
            do { try await body() } catch { outcome.set(error) }
            done.signal()
        }
        done.wait()
        if let error = outcome.error { throw error }
    }

    /// Sound: written before the semaphore is signalled, read after.
    private final class Outcome: @unchecked Sendable {
        private(set) var error: (any Error)?

        func set(_ error: any Error) { self.error = error }
    }
}
