public import FormModel

/// States and channels as staff read them.
public enum StateWording {
    public static func text(_ state: RegistrationState, _ language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        return switch state {
        case .received: isPolish ? "wpłynęło" : "received"
        case .needsReview: isPolish ? "do sprawdzenia" : "needs review"
        case .incomplete: isPolish ? "do uzupełnienia" : "incomplete"
        case .submitted: isPolish ? "zgłoszenie przyjęte" : "submitted"
        case .withdrawn: isPolish ? "rezygnacja" : "withdrawn"
        case .cancelled: isPolish ? "skreślenie" : "cancelled"
        }
    }

    public static func text(_ state: ParticipationState, _ language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        return switch state {
        case .applied: isPolish ? "bez decyzji" : "no decision yet"
        case .offered: isPolish ? "oczekuje na potwierdzenie" : "offered"
        case .confirmed: isPolish ? "zakwalifikowany/a" : "confirmed"
        case .waitlisted: isPolish ? "lista rezerwowa" : "waiting list"
        case .rejected: isPolish ? "niezakwalifikowany/a" : "rejected"
        case .expired: isPolish ? "brak odpowiedzi" : "expired"
        case .withdrawn: isPolish ? "rezygnacja" : "withdrawn"
        case .cancelled: isPolish ? "skreślenie" : "cancelled"
        }
    }

    public static func text(_ channel: Channel, _ language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        return switch channel {
        case .web: isPolish ? "formularz w sieci" : "web"
        case .mail: isPolish ? "poczta elektroniczna" : "mail"
        case .paper: isPolish ? "papier" : "paper"
        case .phone: isPolish ? "telefon" : "phone"
        case .nomination: isPolish ? "wskazanie partnera" : "nomination"
        }
    }
}
