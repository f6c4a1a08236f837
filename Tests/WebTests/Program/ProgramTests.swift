import Desk
import FormModel
import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite struct ProgramTests {
    private static let answers = """
        {"name_latin":"Anna Testowa","email":"anna@example.org","sector":"inna","languages":["uk"],\
        "guests":[{"guest_name":"Ola","guest_age":7}],"paper":{"kind":"passport","number":"ZS0000177"},"consent_data":true}
        """

    private func key(_ test: TestSite, _ role: StaffRole = .coordinator) throws -> String {
        let token = ServerSecret.randomText()
        try test.site.intake.workspace.registry.write {
            try $0.addProgramKey(token: token, name: "próba", role: role, madeBy: "test", at: test.site.now)
        }
        return token
    }

    private func send(
        _ test: TestSite,
        _ token: String,
        key: String = "klucz-0001",
        body: String = "{\"language\":\"pl\",\"answers\":\(answers)}"
    ) async throws -> WebReply {
        try await test.ask(
            .post,
            "/api/v1/events/proba/forms/main/registrations",
            headers: ["Authorization": "Bearer " + token, "Idempotency-Key": key],
            body: body
        )
    }

    @Test func aProgramSendsAndReads() async throws {
        let test = try TestSite()
        let token = try key(test)
        let made = try await send(test, token)
        #expect(made.status == .created)
        let code = try #require(try json(made)["code"]?.text)
        let read = try await test.ask(
            .get,
            "/api/v1/registrations/\(code)",
            headers: ["Authorization": "Bearer " + token]
        )
        let answers = try #require(try json(read)["answers"])
        #expect(
            answers["guests"]
                == .array([.object([.init("guest_age", .number("7")), .init("guest_name", .string("Ola"))])])
        )
        #expect(answers["consent_data"] == .bool(true))
        let list = try await test.ask(
            .get,
            "/api/v1/events/proba/registrations",
            headers: ["Authorization": "Bearer " + token]
        )
        #expect(try json(list)["count"] == .number("1"))
    }

    @Test func theSameKeyGivesTheSameRegistrationAndNoOther() async throws {
        let test = try TestSite()
        let token = try key(test)
        let first = try await send(test, token)
        let second = try await send(test, token)
        #expect(second.status == .ok)
        #expect(second.text == first.text)
        let other = "{\"answers\":\(Self.answers.replacing("anna@", with: "ewa@"))}"
        #expect(try await send(test, token, body: other).status == .conflict)
        // Another program may use the same key.
        #expect(try await send(test, try key(test)).status == .created)
    }

    @Test(arguments: [
        ("", HTTPResponse.Status.badRequest), ("{", .badRequest), ("[]", .badRequest),
        ("{\"answers\":{}}", .unprocessableContent), ("{\"answers\":{\"email\":{\"a\":[1]}}}", .unprocessableContent),
    ])
    func whatCannotBeTakenIsRefused(body: String, status: HTTPResponse.Status) async throws {
        let test = try TestSite()
        #expect(try await send(test, try key(test), body: body).status == status)
        #expect(try test.site.intake.workspace.list(RegistrationQuery()).total == 0)
    }

    @Test func keysOpenWhatTheirRoleMayDo() async throws {
        let test = try TestSite()
        #expect(try await send(test, "x").status == .unauthorized)
        #expect(try await send(test, try key(test, .auditor)).status == .forbidden)
        #expect(try await send(test, try key(test, .frontDesk)).status == .created)
        let reader = try key(test, .frontDesk)
        let list = try await test.ask(
            .get,
            "/api/v1/events/proba/registrations",
            headers: ["Authorization": "Bearer " + reader]
        )
        #expect(list.status == .forbidden)
    }

    @Test func aRevokedKeyOpensNothing() async throws {
        let test = try TestSite()
        let token = try key(test)
        let registry = test.site.intake.workspace.registry
        let id = try #require(try registry.read { try $0.programKey(token) }).id
        try registry.write { try $0.revokeProgramKey(id, at: test.site.now) }
        #expect(try await send(test, token).status == .unauthorized)
    }

    @Test func onlyWhatChangedIsListed() async throws {
        let test = try TestSite()
        let token = try key(test)
        _ = try await send(test, token)
        test.setNow(minutes: 10)
        func count(_ since: String) async throws -> JSONValue? {
            let path = "/api/v1/events/proba/registrations?modified_since=" + since
            return try json(try await test.ask(.get, path, headers: ["Authorization": "Bearer " + token]))["count"]
        }
        #expect(try await count("2023-12-01T08:59:59Z") == .number("1"))
        #expect(try await count("2023-12-01T09:00:00Z") == .number("0"))
    }

    /// The description and the routes tell the same.
    @Test func theDescriptionListsEveryRoute() throws {
        let path = TestSite.shareFolder + "/docs/openapi.json"
        let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        let document = try bytes.withUnsafeBytes { try JSONParser.parse($0) }
        let described = (document["paths"]?.members ?? []).flatMap { path in
            (path.value.members ?? []).map { "\($0.key.uppercased()) \(path.key)" }
        }
        let served = try TestSite().site.routes.filter { route in
            if case .program = route.access { true } else { false }
        }.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(described) == Set(served))
    }

    private func json(_ reply: WebReply) throws -> JSONValue {
        try reply.body.withUnsafeBytes { try JSONParser.parse($0) }
    }
}
