import Desk
import FieldKinds
import FormModel

/// The overview as the page shows it, with a small chart for each call drawn here.
struct OverviewView {
    let overview: DeskOverview
    let language: InterfaceLanguage
    let linksToLists: Bool

    func fill(_ values: inout PageValues) {
        values.set("calls", overview.calls.map(call))
        if overview.waitingSources > 0 {
            values["waiting-sources"] = StaffText.waitingSources.text(language, String(overview.waitingSources))
        }
        if overview.hasWaitingMail { values["waiting-mail"] = StaffText.waitingMail.text(language) }
    }

    private func call(_ call: DeskOverview.Call) -> PageValues {
        var values = PageValues(["title": call.event.title.text(in: language), "total": String(call.total)])
        let registrations: [StaffText] = [.registration1, .registration2, .registration5]
        let form = PluralForm(call.total, in: language)
        values["noun"] = form.choose(one: registrations[0], few: registrations[1], many: registrations[2]).text(
            language
        )
        values["chart-id"] = "chart-" + call.event.slug
        if linksToLists { values["address"] = "/desk/registrations?event=\(ListFilter.quoted(call.event.slug))" }
        let deadlines = call.event.forms.compactMap(\.deadline)
        values["deadline"] = deadlines.max().map {
            StaffText.deadline.text(language, Moments.text($0, timeZone: call.event.timeZone, language))
        }
        values.set("states", states(call))
        values.set("channels", channels(call))
        values.set("seats", call.seats.map(seats))
        values.set("quotas", categories(call))
        let bars = DayChart(days: call.days)
        values.set("bars", bars.bars.map(\.values))
        values["chart-title"] = chartTitle(call)
        values.set(
            "days",
            call.days.suffix(DayChart.dayCountMax).map { day, count in
                PageValues(["day": DateText.short(day, in: language), "count": String(count)])
            }
        )
        return values
    }

    /// A sentence that says what the bars show.
    private func chartTitle(_ call: DeskOverview.Call) -> String? {
        guard let top = call.days.max(by: { $0.count < $1.count }) else { return nil }
        let day = DateText.long(top.day, in: language)
        return language == .polish
            ? "Zgłoszeń: \(call.total), najwięcej \(day) (\(top.count))"
            : "\(call.total) registrations, most on \(day) (\(top.count))"
    }

    private func states(_ call: DeskOverview.Call) -> [PageValues] {
        RegistrationState.allCases.filter { call.states[$0, default: 0] > 0 }.map { state in
            var value = PageValues([
                "text": StateWording.text(state, language), "count": String(call.states[state, default: 0]),
            ])
            value["tone"] = ApplicantWords.tone(state)
            if linksToLists {
                value["address"] =
                    "/desk/registrations?event=\(ListFilter.quoted(call.event.slug))&state=\(state.rawValue)"
            }
            return value
        }
    }

    private func channels(_ call: DeskOverview.Call) -> [PageValues] {
        let top = max(1, call.channels.values.max() ?? 0)
        return call.channels.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            channel,
            count in
            PageValues([
                "text": StateWording.text(channel, language), "count": String(count),
                "width": String(max(1, count * 100 / top)),
            ])
        }
    }

    /// The rows of each activity's quotas, those of several activities under their titles.
    private func categories(_ call: DeskOverview.Call) -> [PageValues] {
        var order: [Activity] = []
        for category in call.categories where order.last?.id != category.activity.id { order.append(category.activity) }
        return order.map { activity in
            var values = PageValues(["title": order.count > 1 ? activity.title.text(in: language) : ""])
            let rows = call.categories.filter { $0.activity.id == activity.id }
            let words = QuotaWords(event: call.event, activity: activity, language: language)
            let whole = rows.map { max($0.applications, $0.minimum ?? 0, $0.maximum ?? 0) }.max() ?? 1
            values.set("rows", rows.map { CategoryBar($0, whole: max(1, whole), words, language).values })
            return values
        }
    }

    private func seats(_ row: (activity: Activity, seats: Int, taken: Int)) -> PageValues {
        var value = PageValues(["title": row.activity.title.text(in: language), "seats": String(row.seats)])
        value["taken"] = StaffText.taken.text(language, String(row.taken))
        value.set("share", row.seats == 0 ? 0 : min(100, row.taken * 100 / row.seats))
        return value
    }
}

/// Registrations by day as bars from a zero line.
struct DayChart {
    struct Bar {
        var x: Int
        var height: Int

        var values: PageValues {
            PageValues(["x": String(x), "y": String(DayChart.height - height), "height": String(height)])
        }
    }

    static let dayCountMax = 60
    static let height = 56
    let bars: [Bar]

    /// The last sixty days with their gaps; a day without any has no bar.
    init(days: [(day: CalendarDate, count: Int)]) {
        guard let last = days.last?.day, let top = days.map(\.count).max(), top > 0 else {
            bars = []
            return
        }
        bars = days.compactMap { day, count in
            let back = last.daysSinceEpoch - day.daysSinceEpoch
            guard back < Self.dayCountMax else { return nil }
            return Bar(x: (Self.dayCountMax - 1 - back) * 6, height: max(2, count * Self.height / top))
        }
    }
}
