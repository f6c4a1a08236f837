import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Coming in and going out: sign-in, invitations, the authenticator.
struct SignInPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/desk/login") { try signIn($0, fault: nil) },
            .post("/desk/login") { try await signedIn($0) },
            .post("/desk/logout", .staff(Set(StaffRole.allCases))) { try await signedOut($0) },
            .get("/desk/join/{token}") { try await joining($0, fault: nil) },
            .post("/desk/join/{token}") { try await join($0) },
            .get("/desk/second-factor", .staff(Set(StaffRole.allCases))) { try secondFactor($0) },
            .post("/desk/second-factor", .staff(Set(StaffRole.allCases))) { try await setSecondFactor($0) },
        ]
    }

    private func language(_ request: WebRequest) -> InterfaceLanguage {
        request.language(among: [.polish, .english])
    }

    // MARK: Sign-in

    private func signIn(_ request: WebRequest, fault: String?) throws -> WebReply {
        let language = language(request)
        var values = site.deskFrame.values(title: StaffText.signIn.text(language), language: language, session: nil)
        values["fault"] = fault
        values["login"] = request.input["login"]
        if request.query["done"] == "second-factor" { values["notice"] = StaffText.secondFactorSet.text(language) }
        return .page(site.library.render("desk-login", values), status: fault == nil ? .ok : .unprocessableContent)
    }

    private func signedIn(_ request: WebRequest) async throws -> WebReply {
        guard site.signIns.allows(request.client) else { throw WebFault(.tooManyRequests) }
        let accounts = site.accounts
        let input = request.input
        let result = try await BlockingWork.run {
            try accounts.signIn(
                login: input["login"] ?? "",
                password: input["password"] ?? "",
                code: input["code"] ?? ""
            )
        }
        let language = language(request)
        switch result {
        case .signedIn(let token):
            var reply = WebReply.see("/desk")
            reply.headers[.setCookie] = site.gate.cookie(token)
            return reply
        case .refused: return try signIn(request, fault: StaffText.wrong.text(language))
        case .wait(let until):
            let zone = accounts.workspace.settings.timeZone
            let moment = DateText.hour(minuteOfDay: until.local(in: zone).secondOfDay / 60 + 1)
            var reply = try signIn(request, fault: StaffText.wait.text(language, moment))
            reply.status = .tooManyRequests
            return reply
        }
    }

    private func signedOut(_ request: WebRequest) async throws -> WebReply {
        let accounts = site.accounts
        if let token = request.staff?.token { try await BlockingWork.run { try accounts.signOut(token) } }
        var reply = WebReply.see("/desk/login")
        reply.headers[.setCookie] = site.gate.expiredCookie
        return reply
    }

    // MARK: Invitations

    private func joining(_ request: WebRequest, fault: StaffText?) async throws -> WebReply {
        let language = language(request)
        let accounts = site.accounts
        let token = request.parameters["token"] ?? ""
        let role = try await BlockingWork.run { try accounts.role(ofInvitation: token) }
        var values = site.deskFrame.values(title: StaffText.join.text(language), language: language, session: nil)
        if let role {
            values["explanation"] = StaffText.joinText.text(language, StaffText.name(of: role, language))
            values["address"] = "/desk/join/\(token)"
            values["login"] = request.input["login"]
            values["name"] = request.input["name"]
            values["fault"] = fault?.text(language)
        } else {
            values["fault"] = StaffText.invitationOver.text(language)
        }
        let isFine = role != nil && fault == nil
        return .page(site.library.render("desk-join", values), status: isFine ? .ok : .unprocessableContent)
    }

    private func join(_ request: WebRequest) async throws -> WebReply {
        guard site.signIns.allows(request.client) else { throw WebFault(.tooManyRequests) }
        let accounts = site.accounts
        let input = request.input
        let token = request.parameters["token"] ?? ""
        let language = language(request)
        do {
            try await BlockingWork.run {
                try accounts.join(
                    token,
                    login: input["login"] ?? "",
                    name: input["name"] ?? "",
                    password: input["password"] ?? "",
                    language: language
                )
            }
        } catch let fault as StaffAccounts.JoinFault {
            return try await joining(request, fault: Self.text(of: fault))
        }
        return .see("/desk/login")
    }

    private static func text(of fault: StaffAccounts.JoinFault) -> StaffText {
        switch fault {
        case .invitationOver: .invitationOver
        case .loginInvalid: .loginInvalid
        case .loginTaken: .loginTaken
        case .nameMissing: .nameMissing
        case .passwordShort: .passwordShort
        case .passwordTelling: .passwordTelling
        }
    }

    // MARK: The authenticator

    private func secondFactor(_ request: WebRequest) throws -> WebReply {
        try secondFactor(request, secret: OneTimeCode.newSecret(), isWrong: false)
    }

    /// The secret travels in the form until it is confirmed; only the signed-in person sees it.
    private func secondFactor(_ request: WebRequest, secret: [UInt8], isWrong: Bool) throws -> WebReply {
        guard let session = request.staff else { throw WebFault(.notSignedIn) }
        let language = session.language
        let title = StaffText.setSecondFactor.text(language)
        var values = site.deskFrame.values(title: title, language: language, session: session)
        let organiser = site.accounts.workspace.settings.organiser.name
        values["secret"] = OneTimeCode.base32(secret)
        values["otp-address"] = OneTimeCode.address(secret: secret, login: session.account.login, issuer: organiser)
        values["kept"] = secret.map { String($0) }.joined(separator: ".")
        if isWrong { values["fault"] = StaffText.codeWrong.text(language) }
        let page = site.library.render("desk-second-factor", values)
        return .page(page, status: isWrong ? .unprocessableContent : .ok)
    }

    private func setSecondFactor(_ request: WebRequest) async throws -> WebReply {
        guard let session = request.staff else { throw WebFault(.notSignedIn) }
        let secret = (request.input["secret"] ?? "").split(separator: ".").compactMap { UInt8($0) }
        guard secret.count == 20 else { throw WebFault(.invalidForm) }
        let accounts = site.accounts
        let code = request.input["code"] ?? ""
        let isSet = try await BlockingWork.run {
            try accounts.setSecondFactor(session.account, secret: secret, code: code)
        }
        guard isSet else { return try secondFactor(request, secret: secret, isWrong: true) }
        var reply = WebReply.see("/desk/login?done=second-factor")
        reply.headers[.setCookie] = site.gate.expiredCookie
        return reply
    }
}
