import Desk
import FormModel
import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// Somebody of the staff in a browser: signed in, with the token that every form carries.
struct DeskVisitor {
    static let password = "koń wóz niebo pole"

    let test: TestSite
    let cookie: String
    let token: String

    init(_ test: TestSite, as role: StaffRole, login: String = "ola") async throws {
        let path = try test.site.accounts.invite(role, by: "test")
        let typed = [("login", login), ("name", "Ola Testowa"), ("password", Self.password)]
        _ = try await test.ask(.post, path, texts: typed)
        let reply = try await test.ask(.post, "/desk/login", texts: [("login", login), ("password", Self.password)])
        cookie = String(try #require(reply.headers[.setCookie]).prefix { $0 != ";" })
        token = test.site.accounts.formToken(ofSession: String(cookie.split(separator: "=", maxSplits: 1)[1]))
        self.test = test
    }

    func get(_ path: String) async throws -> WebReply { try await test.ask(.get, path, cookie: cookie) }

    func post(
        _ path: String,
        _ texts: [(String, String)] = [],
        files: [FormInput.File] = []
    ) async throws -> WebReply {
        try await test.ask(.post, path, texts: texts + [("-token", token)], files: files, cookie: cookie)
    }
}

extension TestSite {
    /// Registers somebody by the public form.
    @discardableResult
    func register(_ name: String, _ email: String, change: (inout TypedForm) -> Void = { _ in }) async throws
        -> SubmissionResult.Receipt
    {
        let snapshot = try site.intake.catalogue.current()
        let form = try #require(snapshot.form(event: "proba", form: "main"))
        var typed = TypedForm(language: .polish)
        for (name, value) in TestEvent.answers { typed.texts[name, default: []].append(value) }
        typed.texts["name_latin"] = [name]
        typed.texts["email"] = [email]
        change(&typed)
        let key = site.intake.newSubmissionKey()
        let result = await site.intake.submit(form.check(typed, at: site.now), of: form, in: snapshot, key: key)
        guard case .accepted(let receipt) = result else {
            Issue.record("\(result)")
            throw WebFault(.failed)
        }
        return receipt
    }
}
