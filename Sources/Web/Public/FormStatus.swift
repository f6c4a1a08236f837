import Desk
import FieldKinds
import FormModel

/// Whether a form is open, in words and as a tone of the small dot beside them.
struct FormStatus {
    let text: String
    let tone: String
    let isOpen: Bool
    let isElsewhere: Bool
    /// Open ones first.
    let order: Int

    init(_ form: WebForm, at now: Instant, language: InterfaceLanguage) {
        func moment(_ instant: Instant) -> String {
            Moments.text(instant, timeZone: form.event.definition.timeZone, language)
        }
        switch form.availability(at: now) {
        case .open:
            text =
                form.form.deadline.map { PublicText.applyUntil.text(language, moment($0)) }
                ?? PublicText.apply.text(language)
            (tone, isOpen, isElsewhere, order) = ("good", true, false, 0)
        case .notYet(let opensAt):
            text = PublicText.opensOn.text(language, moment(opensAt))
            (tone, isOpen, isElsewhere, order) = ("waiting", false, false, 1)
        case .closed(let deadline):
            text = PublicText.closedOn.text(language, moment(deadline))
            (tone, isOpen, isElsewhere, order) = ("over", false, false, 2)
        case .notOnWeb:
            text = PublicText.notOnWeb.text(language)
            (tone, isOpen, isElsewhere, order) = ("over", false, true, 3)
        }
    }
}

/// Moments as applicants read them: a deadline at the end of a day is that day.
enum Moments {
    static func text(_ instant: Instant, timeZone: String, _ language: InterfaceLanguage) -> String {
        let local = instant.local(in: timeZone)
        let isWholeDay = local.secondOfDay >= 86_399 || local.secondOfDay == 0
        return isWholeDay
            ? DateText.long(local.date, in: language) : DateText.moment(instant, timeZone: timeZone, in: language)
    }
}
