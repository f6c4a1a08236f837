import Desk
import FormModel
import HTTPTypes
@testable import Registry
import Testing

@testable import Web

@Suite struct StaffAccountTests {
    private static let password = "koń wóz niebo pole"

    /// Makes an account with a role and signs in; returns the cookie.
    private func signedIn(_ test: TestSite, as role: StaffRole = .administrator, login: String = "ola") async throws
        -> String
    {
        let accounts = test.site.accounts
        let path = try accounts.invite(role, by: "test")
        let typed = [("login", login), ("name", "Ola Testowa"), ("password", Self.password)]
        #expect(try await test.ask(.post, path, texts: typed).status == .seeOther)
        let reply = try await test.ask(.post, "/desk/login", texts: [("login", login), ("password", Self.password)])
        #expect(reply.headers[.location] == "/desk")
        return String(try #require(reply.headers[.setCookie]).prefix { $0 != ";" })
    }

    @Test func theFirstAccountIsMadeByALinkThatWorksOnce() async throws {
        let test = try TestSite()
        let first = try #require(try test.site.accounts.setUpLink())
        let link = try #require(try test.site.accounts.setUpLink())
        let typed = [("login", "ola"), ("name", "Ola Testowa"), ("password", Self.password)]
        // The link of the start before is worth nothing any more.
        #expect(try await test.ask(.post, first, texts: typed).status == .unprocessableContent)
        #expect(try await test.ask(.post, link, texts: typed).headers[.location] == "/desk/login")
        #expect(
            try await test.ask(.post, link, texts: [("login", "ewa"), ("name", "Ewa"), ("password", Self.password)])
                .status == .unprocessableContent
        )
        #expect(try test.site.accounts.setUpLink() == nil)
    }

    @Test(arguments: ["krótkie", "aaaaaaaaaaaa", "olaolaolaola1", "ola-testowa1", "012345678901"])
    func passwordsThatAreEasyToGuessAreRefused(password: String) async throws {
        let test = try TestSite()
        let link = try #require(try test.site.accounts.setUpLink())
        let typed = [("login", "ola-testowa"), ("name", "Ola"), ("password", password)]
        #expect(try await test.ask(.post, link, texts: typed).status == .unprocessableContent)
        #expect(try test.site.accounts.setUpLink() != nil)
    }

    @Test func aSessionLivesWhileItIsUsedAndNeverLongerThanADay() async throws {
        let test = try TestSite()
        let cookie = try await signedIn(test)
        #expect(try await test.ask(.get, "/desk", cookie: cookie).status == .ok)
        for minute in stride(from: 25, through: 475, by: 25) {
            test.setNow(minutes: minute)
            #expect(try await test.ask(.get, "/desk", cookie: cookie).status == .ok, "minute \(minute)")
        }
        test.setNow(minutes: 481)
        #expect(try await test.ask(.get, "/desk", cookie: cookie).headers[.location] == "/desk/login")
        let other = try await signedIn(test, login: "ewa")
        test.setNow(minutes: 481 + 31)
        #expect(try await test.ask(.get, "/desk", cookie: other).headers[.location] == "/desk/login")
    }

    @Test func signingOutEndsTheSessionOnTheServer() async throws {
        let test = try TestSite()
        let cookie = try await signedIn(test)
        let token = try #require(try await test.ask(.get, "/desk", cookie: cookie).hidden("-token"))
        _ = try await test.ask(.post, "/desk/logout", texts: [("-token", token)], cookie: cookie)
        #expect(try await test.ask(.get, "/desk", cookie: cookie).headers[.location] == "/desk/login")
    }

    @Test func aChangeWithoutTheFormsTokenIsRefused() async throws {
        let test = try TestSite()
        let cookie = try await signedIn(test)
        for texts in [[], [("-token", "x")], [("-token", "")]] {
            let reply = try await test.ask(
                .post,
                "/desk/accounts",
                texts: [("role", "administrator")] + texts,
                cookie: cookie
            )
            #expect(reply.status == .forbidden)
        }
    }

    @Test(arguments: [
        (StaffRole.administrator, true), (.coordinator, true), (.frontDesk, true), (.auditor, true),
        (.assessor, false), (.trainer, false),
    ])
    func rolesSeeWhatTheyNeed(role: StaffRole, seesRegistrations: Bool) async throws {
        let test = try TestSite()
        let cookie = try await signedIn(test, as: role)
        #expect(try await test.ask(.get, "/desk", cookie: cookie).status == .ok)
        let list = try await test.ask(.get, "/desk/registrations", cookie: cookie)
        #expect(list.status == (seesRegistrations ? .ok : .forbidden))
        let accounts = try await test.ask(.get, "/desk/accounts", cookie: cookie)
        #expect(accounts.status == (role == .administrator ? .ok : .forbidden))
    }

    @Test func withoutASessionEveryPageOfTheDeskLeadsToTheSignIn() async throws {
        let test = try TestSite()
        for route in test.site.routes {
            guard case .staff = route.access, route.method == .get else { continue }
            let path = route.path.replacing("{", with: "").replacing("}", with: "")
            for cookie in [nil, "nabor-session=x"] {
                #expect(
                    try await test.ask(.get, path, cookie: cookie).headers[.location] == "/desk/login",
                    "\(route.path)"
                )
            }
        }
    }

    /// After five failures an account is held back, also from the right password; others are not.
    @Test func guessingIsHeldBackAccountByAccount() async throws {
        let test = try TestSite()
        _ = try await signedIn(test)
        _ = try await signedIn(test, login: "ewa")
        let accounts = test.site.accounts
        var tried = 0
        for guess in 0..<40 {
            if case .refused = try accounts.signIn(login: "ola", password: "zgadywane \(guess)", code: "") {
                tried += 1
            }
        }
        #expect(tried == 5)
        guard case .wait = try accounts.signIn(login: "ola", password: Self.password, code: "") else {
            Issue.record("the right password must wait as well")
            return
        }
        guard case .signedIn = try accounts.signIn(login: "ewa", password: Self.password, code: "") else {
            Issue.record("another account is affected")
            return
        }
        test.setNow(minutes: 4)
        guard case .signedIn = try accounts.signIn(login: "OLA", password: Self.password, code: "") else {
            Issue.record("the wait does not end")
            return
        }
    }

    @Test func waitsGrowToAnHourAndNoFurther() {
        let waits = [4, 5, 6, 7, 20].map { StaffAccounts.waitMilliseconds(failureCount: $0) }
        #expect(waits == [nil, 180_000, 360_000, 720_000, 3_600_000])
    }

    @Test func theAuthenticatorIsAskedForOnceItIsSet() async throws {
        let test = try TestSite()
        let cookie = try await signedIn(test)
        let accounts = test.site.accounts
        let session = try #require(try accounts.session(String(cookie.dropFirst("nabor-session=".count))))
        let secret = OneTimeCode.newSecret()
        let step = test.site.now.millisecondsSinceEpoch / 30_000
        let code = OneTimeCode.code(secret: secret, step: step)
        #expect(try accounts.setSecondFactor(session.account, secret: secret, code: "000000") == (code == "000000"))
        #expect(try accounts.setSecondFactor(session.account, secret: secret, code: code))
        // What was signed in with the password alone is over.
        #expect(try await test.ask(.get, "/desk", cookie: cookie).headers[.location] == "/desk/login")
        guard case .refused = try accounts.signIn(login: "ola", password: Self.password, code: "") else {
            Issue.record("signed in without a code")
            return
        }
        guard case .signedIn = try accounts.signIn(login: "ola", password: Self.password, code: code) else {
            Issue.record("the right code is refused")
            return
        }
        guard case .refused = try accounts.signIn(login: "ola", password: Self.password, code: code) else {
            Issue.record("a code worked twice")
            return
        }
    }

    /// RFC 6238, appendix B, the last six digits.
    @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")])
    func codesAreThoseOfTheStandard(second: Int64, code: String) {
        let secret = Array("12345678901234567890".utf8)
        #expect(OneTimeCode.step(matching: code, secret: secret, secondsSinceEpoch: second, lastStep: 0) == second / 30)
        #expect(OneTimeCode.base32(Array("foobar".utf8)) == "MZXW6YTBOI")
    }

    @Test func passwordsAreKeptSaltedAndNormalised() throws {
        let one = try PasswordHash.make("zażółć gęślą jaźń")
        #expect(one != (try PasswordHash.make("zażółć gęślą jaźń")))
        #expect(PasswordHash.matches("zaz\u{307}ółć gęślą jaźń", one))
        #expect(!PasswordHash.matches("zażółć gęślą jaźn", one))
        #expect(!PasswordHash.matches("x", PasswordHash.nobody()))
        #expect(!PasswordHash.matches("x", "text"))
    }
}
