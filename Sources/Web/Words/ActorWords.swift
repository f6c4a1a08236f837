import Desk
import FormModel

/// Who did something, as staff read it: people by their login, the rest in words.
enum ActorWords {
    static func text(_ actor: String, _ language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        switch actor {
        case WebIntake.applicantActor: return isPolish ? "osoba zgłaszająca się" : "applicant"
        case WebIntake.clockActor: return isPolish ? "automatycznie" : "by itself"
        default: return actor
        }
    }
}
