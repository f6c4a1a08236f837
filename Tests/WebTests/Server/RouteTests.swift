import Foundation
import Registry
import FormModel
import Desk
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct RouteTests {
    /// Every route that changes something, as the router has it, refuses a request of another site.
    @Test func everyChangeFromAnotherSiteIsRefused() async throws {
        let test = try TestSite()
        let changing = test.site.routes.filter(\.changesSomething)
        #expect(changing.count >= 5)
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await Application(router: WebServer.router(test.site)).test(.router) { client in
            for route in changing {
                guard case .program = route.access else {
                    let path = route.path.replacing("{", with: "").replacing("}", with: "")
                    let reply = try await client.execute(
                        uri: path,
                        method: route.method,
                        headers: [fetchSite: "cross-site"]
                    )
                    #expect(reply.status == .forbidden, "\(route.path)")
                    continue
                }
            }
        }
    }

    /// The browser visits every page of this list and fails when one was left out; so the list must be whole.
    @Test func theListOfPagesIsThatOfTheRouter() throws {
        let test = try TestSite()
        let listed = try String(contentsOfFile: TestSite.shareFolder + "/scripts/web/pages.txt", encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != "\t" }) }
        #expect(listed == test.site.routes.filter { $0.method == .get }.map(\.path).sorted())
    }

    @Test(arguments: ["/", "/e/proba", "/e/proba/main", "/health", "/nie-ma", "/z/nie-ma"])
    func everyAnswerCarriesTheHeadersOfSafety(path: String) async throws {
        let test = try TestSite()
        try await Application(router: WebServer.router(test.site)).test(.router) { client in
            let reply = try await client.execute(uri: path, method: .get)
            let policy = reply.headers[try #require(HTTPField.Name("Content-Security-Policy"))] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            #expect(reply.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
            #expect(reply.headers[try #require(HTTPField.Name("X-Frame-Options"))] == "DENY")
        }
    }

    @Test func aBodyThatIsTooLargeIsRefusedBeforeItIsRead() async throws {
        let test = try TestSite()
        let body = ByteBuffer(repeating: 0x61, count: RouteResponder.plainByteCountMax + 1)
        try await Application(router: WebServer.router(test.site)).test(.router) { client in
            let reply = try await client.execute(
                uri: "/e/proba/main",
                method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: body
            )
            #expect(reply.status == .contentTooLarge)
        }
    }

    @Test func styleFilesAreKeptForEverUnderTheirDigest() async throws {
        let test = try TestSite()
        let address = test.site.library.address(of: "style.css")
        try await Application(router: WebServer.router(test.site)).test(.router) { client in
            let reply = try await client.execute(uri: address, method: .get)
            #expect(reply.status == .ok)
            #expect(reply.headers[.cacheControl]?.contains("immutable") == true)
        }
    }
}
