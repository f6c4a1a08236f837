import Desk
import FormModel
import HTTPTypes
import Logging

/// The one place where faults become statuses and pages.
struct FaultPages: Sendable {
    let library: PageLibrary
    let frame: PageFrame

    func reply(to error: any Error, _ request: WebRequest, logger: Logger) -> WebReply {
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
