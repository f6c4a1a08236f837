import Desk
import FieldKinds
import FormModel
import Registry

/// The list of registrations as the page shows it.
struct ListView {
    let filter: ListFilter
    let page: RegistrationPage
    let events: [EventDefinition]
    let language: InterfaceLanguage
    var views: [SavedViewRow] = []
    var mayEdit = false

    func fill(_ values: inout PageValues) {
        values["found"] = StaffText.found.text(language, String(page.total))
        values["q"] = filter.text
        values.set("rows", page.summaries.map(row))
        values.set(
            "states",
            options(
                RegistrationState.allCases.map { ($0.rawValue, StateWording.text($0, language)) },
                filter.state?.rawValue
            )
        )
        values.set(
            "channels",
            options(Channel.allCases.map { ($0.rawValue, StateWording.text($0, language)) }, filter.channel?.rawValue)
        )
        values.set("events", options(events.map { ($0.slug, $0.title.text(in: language)) }, filter.event))
        values.set("words", words)
        fillColumns(&values)
        values["query"] = filter.address().split(separator: "?", maxSplits: 1).dropFirst().joined()
        values.set("mayEdit", mayEdit)
        values["bulk-all"] = WorkText.bulkAll.text(language, String(min(page.total, BulkAction.countMax)))
        values.set(
            "views",
            views.map { PageValues(["name": $0.name, "id": String($0.id), "address": $0.content]) }
        )
        let actions: [(BulkAction, WorkText)] = [
            (.confirm, .bulkConfirm), (.withdraw, .bulkWithdraw), (.reinstate, .bulkReinstate),
        ]
        values.set(
            "actions",
            actions.map { PageValues(["key": $0.0.rawValue, "label": $0.1.text(language)]) }
        )
        if filter.page > 1 { values["previous-address"] = filter.address { $0.page -= 1 } }
        if filter.page * ListFilter.pageCount < page.total { values["next-address"] = filter.address { $0.page += 1 } }
    }

    private func options(_ options: [(String, String)], _ chosen: String?) -> [PageValues] {
        options.map { key, label in
            var option = PageValues(["key": key, "label": label])
            option.set("isChosen", key == chosen)
            return option
        }
    }

    /// The filters that hold, each as a word that can be taken away.
    private var words: [PageValues] {
        var words: [PageValues] = []
        func add(_ label: String?, _ change: (inout ListFilter) -> Void) {
            guard let label else { return }
            let address = filter.address {
                change(&$0)
                $0.page = 1
            }
            words.append(
                PageValues(["label": label, "address": address, "title": StaffText.remove.text(language, label)])
            )
        }
        add(filter.event.map { slug in events.first { $0.slug == slug }?.title.text(in: language) ?? slug }) {
            $0.event = nil
        }
        add(filter.state.map { StateWording.text($0, language) }) { $0.state = nil }
        add(filter.channel.map { StateWording.text($0, language) }) { $0.channel = nil }
        add(filter.text.isEmpty ? nil : "„\(filter.text)”") { $0.text = "" }
        return words
    }

    private func row(_ summary: RegistrationSummary) -> PageValues {
        let row = summary.row
        let event = events.first { $0.slug == row.event }
        var values = PageValues([
            "code": row.code.text, "name": row.name, "address": "/desk/registrations/\(row.code.text)",
        ])
        values.set("cells", filter.columns.map { cell($0, summary, event) })
        return values
    }

    private func cell(
        _ column: ListColumn,
        _ summary: RegistrationSummary,
        _ event: EventDefinition?
    ) -> PageValues {
        var values = PageValues(["title": column.title(events, language)])
        values.set("isDate", column.isDate)
        switch column {
        case .state:
            let state = summary.row.state
            values.set(
                "statuses",
                [PageValues(["text": StateWording.text(state, language), "tone": ApplicantWords.tone(state)])]
            )
        case .participation:
            values.set("statuses", summary.participations.map { participation($0, event) })
        default:
            let text = column.text(summary.row, event, language)
            values["text"] = String(text.prefix(Self.textCountMax)) + (text.count > Self.textCountMax ? "…" : "")
        }
        return values
    }

    /// Letters of an answer that a line has room for.
    private static let textCountMax = 160

    private func participation(_ participation: ParticipationRow, _ event: EventDefinition?) -> PageValues {
        let title = event?.activity(participation.activity)?.title.text(in: language) ?? participation.activity
        return PageValues([
            "text": "\(title): \(StateWording.text(participation.state, language))",
            "tone": ApplicantWords.tone(participation.state.stateClass),
        ])
    }

    /// The columns that are shown as heads, and all that can be chosen as boxes.
    private func fillColumns(_ values: inout PageValues) {
        let concerned = events.filter { filter.event == nil || $0.slug == filter.event }
        values.set("heads", filter.columns.map { PageValues(["title": $0.title(events, language)]) })
        let chosen = Set(filter.columns)
        values.set(
            "columns",
            ListColumn.choices(concerned).enumerated().map { index, column in
                var option = PageValues([
                    "key": column.key, "label": column.title(concerned, language), "id": "col-\(index)",
                ])
                option.set("isChosen", chosen.contains(column))
                return option
            }
        )
        values.set("columns-changed", filter.columns != ListColumn.usual)
        values["usual-address"] = filter.address { $0.columns = ListColumn.usual }
    }
}
