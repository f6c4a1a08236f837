import Registry
import Desk
import FormModel
import Foundation
import HTTPTypes
import Logging
import Synchronization

@testable import Web

/// A workspace in a folder of its own with one event, and the pages over it; the clock stands still until it is moved.
final class TestSite: Sendable {
    static let shareFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static func templates() throws -> [(name: String, text: String)] {
        let folder = shareFolder + "/templates/web"
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }.map {
            ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
        }
    }

    let folder: String
    let site: Site
    private let clockBox: ClockBox
    private let start: Instant

    /// - Parameter event: the YAML of the event `proba`.
    init(
        event: String = TestEvent.yaml,
        now: String = "2023-12-01T10:00:00+01:00",
        publicURL: String = ""
    ) throws {
        folder = NSTemporaryDirectory() + "nabor-web-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/events", withIntermediateDirectories: true)
        try TestEvent.settings.write(toFile: folder + "/nabor.yaml", atomically: true, encoding: .utf8)
        try event.write(toFile: folder + "/events/proba.yaml", atomically: true, encoding: .utf8)
        let start = InstantText.instant(iso: now) ?? Instant(millisecondsSinceEpoch: 0)
        self.start = start
        let box = ClockBox(start)
        let workspace = try Workspace(
            folder: folder,
            environment: DeskEnvironment(
                now: { box.now },
                operatorName: "test",
                sharePath: Self.shareFolder
            )
        )
        clockBox = box
        let published = publicURL.isEmpty ? workspace : workspace.published(at: publicURL)
        var configuration = WebConfiguration(
            address: ServerAddress(host: "127.0.0.1", port: 8080),
            sharePath: Self.shareFolder,
            submissionsPerMinute: 1_000_000
        )
        configuration.passwordExponent = 10
        site = try Site(intake: WebIntake(workspace: published), configuration: configuration)
    }

    deinit {
        site.intake.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func setNow(_ text: String) {
        if let instant = InstantText.instant(iso: text) { clockBox.set(instant) }
    }

    /// Moves the clock to so many minutes after its start.
    func setNow(minutes: Int) {
        clockBox.set(start.adding(milliseconds: Int64(minutes) * 60_000))
    }

    /// Asks a route by its path, without a server.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        texts: [(String, String)] = [],
        files: [FormInput.File] = [],
        cookie: String? = nil,
        headers: [String: String] = [:],
        body: String = ""
    ) async throws -> WebReply {
        let parts = path.split(separator: "?", maxSplits: 1)
        var request = WebRequest(method: method, path: String(parts[0]), client: "192.0.2.1")
        let pairs = parts.dropFirst().joined().split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1)
            return (name: String(halves[0]), value: halves.count == 2 ? String(halves[1]) : "")
        }
        request.take(query: pairs)
        request.body = Array(body.utf8)
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { request.headers[name] = value }
        }
        if let cookie { request.headers[.cookie] = cookie }
        request.input = FormInput(texts: texts.map { (name: $0.0, value: $0.1) }, files: files)
        for route in site.routes where route.method == method {
            guard let parameters = Self.match(route.path, request.path) else { continue }
            request.parameters = parameters
            do {
                try await site.gate.admit(&request, to: route)
                return try await route.answer(request)
            } catch {
                return site.faults.reply(to: error, request, logger: Self.logger)
            }
        }
        return WebReply(status: .notFound)
    }

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func match(_ pattern: String, _ path: String) -> [String: String]? {
        let wanted = pattern.split(separator: "/")
        let given = path.split(separator: "/")
        guard wanted.count == given.count else { return nil }
        var parameters: [String: String] = [:]
        for (want, got) in zip(wanted, given) {
            if want.hasPrefix("{") {
                parameters[String(want.dropFirst().dropLast())] = String(got)
            } else if want != got {
                return nil
            }
        }
        return parameters
    }
}

private final class ClockBox: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }
    func set(_ value: Instant) { instant.withLock { $0 = value } }
}

extension WebReply {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a hidden control of the page.
    func hidden(_ name: String) -> String? {
        let pattern = "name=\"\(name)\" value=\""
        guard let start = text.range(of: pattern)?.upperBound, let end = text[start...].firstIndex(of: "\"") else {
            return nil
        }
        return String(text[start..<end])
    }

    /// Every hidden control that carries an answer through the review page.
    var keptTexts: [(String, String)] {
        text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map { match in
            let value = String(match.2).replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
                .replacing("&gt;", with: ">").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            return (String(match.1), value)
        }
    }
}
