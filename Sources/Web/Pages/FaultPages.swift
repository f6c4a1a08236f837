import Desk
import FormModel
import HTTPTypes
import Logging

/// The one place where faults become statuses and pages.
struct FaultPages: Sendable {
    let library: PageLibrary
    let frame: PageFrame
    let deskFrame: DeskFrame

    func reply(to error: any Error, _ request: WebRequest, logger: Logger) -> WebReply {
        if let session = request.staff, let refusal = error as? DeskError, refusal.code != .registryFailed {
            return refused(refusal, request, session)
        }
        let fault = error as? WebFault ?? Self.fault(for: error)
        if fault.code == .failed || fault.code == .busy {
            logger.error("request failed", metadata: ["code": "\(fault.code.rawValue)", "detail": "\(fault.detail)"])
        }
        if request.path.hasPrefix("/api/") { return program(fault) }
        if fault.code == .notSignedIn { return .see("/desk/login") }
        let language = request.language(among: InterfaceLanguage.allCases)
        let (title, text) = Self.words(fault.code)
        var values = frame.values(title: title.text(language), language: language)
        values["heading"] = title.text(language)
        values["explanation"] = text.text(language)
        var reply = WebReply.page(library.render("fault", values), status: Self.status(fault.code))
        if fault.code == .busy || fault.code == .tooManyRequests { reply.headers[.retryAfter] = "60" }
        return reply
    }

    /// The rules said no to somebody of the staff: what they say, and the way back.
    private func refused(_ refusal: DeskError, _ request: WebRequest, _ session: StaffSession) -> WebReply {
        let language = session.language
        var values = deskFrame.values(title: StaffText.refused.text(language), language: language, session: session)
        values["explanation"] = refusal.message.text(in: language)
        values.set(
            "faults",
            refusal.faults.prefix(50).map { PageValues(["text": "\($0.place.line): " + $0.message.text(in: language)]) }
        )
        // A page that can be asked for again; the address of an action cannot.
        let path = request.headers[.referer].flatMap(Self.ownPath) ?? "/desk"
        values["back-address"] = path
        let isUnknown = [.unknownCode, .unknownEvent, .unknownForm].contains(refusal.code)
        return .page(library.render("desk-refused", values), status: isUnknown ? .notFound : .unprocessableContent)
    }

    /// The path of a page of the desk out of a Referer; nil for anything else.
    private static func ownPath(_ address: String) -> String? {
        // Scheme and host end at the third slash.
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].hasPrefix("desk"), !parts[3].contains("\\") else { return nil }
        return "/" + parts[3].prefix(1_000)
    }

    /// RFC 9457 would say more; a code and a sentence are what programs need.
    private func program(_ fault: WebFault) -> WebReply {
        let body = JSONValue.object([
            .init("error", .string(fault.code.rawValue)), .init("detail", .string(fault.detail)),
        ])
        var reply = WebReply.json(body.jsonText, status: Self.status(fault.code))
        if fault.code == .notSignedIn { reply.headers[.wwwAuthenticate] = "Bearer" }
        return reply
    }

    private static func fault(for error: any Error) -> WebFault {
        guard let error = error as? DeskError else {
            return WebFault(.failed, detail: String(describing: type(of: error)))
        }
        switch error.code {
        case .unknownCode, .unknownEvent, .unknownForm: return WebFault(.notFound)
        default: return WebFault(.failed, detail: error.code.rawValue)
        }
    }

    static func status(_ code: WebFault.Code) -> HTTPResponse.Status {
        switch code {
        case .notFound: .notFound
        case .invalidForm: .badRequest
        case .tooLarge: .contentTooLarge
        case .foreignSite, .forbidden: .forbidden
        case .tooManyRequests: .tooManyRequests
        case .notSignedIn: .unauthorized
        case .busy: .serviceUnavailable
        case .failed: .internalServerError
        }
    }

    private static func words(_ code: WebFault.Code) -> (PublicText, PublicText) {
        switch code {
        case .notFound, .notSignedIn: (.notFoundTitle, .notFoundText)
        case .invalidForm: (.invalidTitle, .invalidText)
        case .tooLarge: (.tooLargeTitle, .tooLargeText)
        case .foreignSite, .forbidden: (.foreignTitle, .foreignText)
        case .tooManyRequests: (.tooManyTitle, .tooManyText)
        case .busy: (.busyTitle, .busyText)
        case .failed: (.failedTitle, .failedText)
        }
    }
}
