import FieldKinds
import FormModel

/// An activity as applicants read about it: when, where, how many places, what it costs.
struct ActivityView {
    let activity: Activity
    let language: InterfaceLanguage

    init(_ activity: Activity, _ language: InterfaceLanguage) {
        self.activity = activity
        self.language = language
    }

    func values(taken: Int?) -> PageValues {
        var values = PageValues()
        values["title"] = activity.title.text(in: language)
        values["when"] = when
        values["place"] = place
        values["places"] = places(taken)
        values["fee"] = fee
        values.set("sessions", activity.sessions.count > 1 ? activity.sessions.prefix(40).map(session) : [])
        values.set("programme", activity.programme.map { PageValues(["text": Typeset.text($0, language)]) })
        values.set("covered", activity.covered.map { PageValues(["text": Typeset.text($0, language)]) })
        return values
    }

    /// One day with its hours, or the first and the last day.
    var when: String? {
        guard let first = activity.sessions.min(by: { $0.date < $1.date }),
            let last = activity.sessions.max(by: { $0.date < $1.date })
        else { return nil }
        if activity.sessions.count == 1 { return DateText.long(first.date, in: language) + hours(first) }
        return DateText.range(first.date, last.date, in: language)
    }

    var place: String? {
        let parts = [activity.address, activity.place].filter { !$0.isEmpty }
        if activity.address.contains(activity.place) { return parts.first }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func places(_ taken: Int?) -> String? {
        guard let capacity = activity.capacity else { return nil }
        guard let taken, taken > 0 else { return String(capacity) }
        return "\(capacity) (\(PublicText.placesTaken.text(language, String(taken))))"
    }

    private var fee: String? {
        guard let fee = activity.fee else { return nil }
        let amount = MoneyText.number(fee.amount, in: language)
        let unit = fee.currency == "PLN" && language == .polish ? "zł" : fee.currency
        return "\(amount)\u{A0}\(unit), " + PublicText.feeDays.text(language, String(fee.dueDays))
    }

    private func session(_ session: Session) -> PageValues {
        var values = PageValues(["date": DateText.long(session.date, in: language) + hours(session)])
        values["title"] = session.title.text(in: language)
        return values
    }

    private func hours(_ session: Session) -> String {
        session.startMinute.map { ", " + DateText.hours(from: $0, to: session.endMinute) } ?? ""
    }
}
