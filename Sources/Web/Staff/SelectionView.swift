import Desk
import FieldKinds
import FormModel
import Registry

/// One activity's selection as the page shows it.
struct SelectionView {
    let board: SelectionBoard
    let language: InterfaceLanguage
    /// What was typed into the form of „what if”.
    var typed: [String: String] = [:]

    /// Lines of a result that a page shows; all of them stand in the record and in the documents.
    static let lineCountMax = 2_000

    func fill(_ values: inout PageValues) {
        values["event"] = board.event.title.text(in: language)
        values["address"] = SelectionPages.address(board.event.slug, board.activity.id)
        values["pool-count"] = SelectionText.poolCount.text(language, String(board.poolCount))
        values["confirmed-count"] = SelectionText.confirmedCount.text(language, String(board.confirmedCount))
        if let seats = board.seats {
            values["places"] = SelectionText.ofSeats.text(language, String(board.taken), String(seats))
            values["share"] = String(seats == 0 ? 0 : min(100, board.taken * 100 / seats))
        }
        let rules = RulesInWords(event: board.event, activity: board.activity, language: language).sentences
        values.set("rules", rules.map { PageValues(["text": $0]) })
        let method = board.activity.selection?.method
        values.set("isCurated", method == .curated)
        values.set("isLottery", method == .lottery)
        values.set("isPending", board.isPending)
        values.set("mayRun", !board.isPending && method != .curated)
        fillRun(&values)
        values.set("quotas", board.quotas.map(quota))
        values.set("waiting", board.waitingList.map(person))
        values.set("offers", board.offers.map(person))
        fillWhatIf(&values)
    }

    private func fillRun(_ values: inout PageValues) {
        guard let run = board.run else { return }
        values.set("hasRun", true)
        let moment = DateText.moment(run.at, timeZone: board.event.timeZone, in: language)
        values["run-head"] = SelectionText.runHead.text(language, moment, ActorWords.text(run.actor, language))
        values["run-state"] = (board.isPending ? SelectionText.pending : .announced).text(language)
        values["run-tone"] = board.isPending ? "wait" : "good"
        values.set("hasChances", board.lines.contains { $0.decision.chance != nil })
        values.set("lines", board.lines.prefix(Self.lineCountMax).map(line))
        let counts = Dictionary(grouping: board.lines, by: \.decision.outcome)
        values.set(
            "outcomes",
            Decision.Outcome.allCases.compactMap { outcome in
                counts[outcome].map { lines in
                    PageValues([
                        "text": SelectionText.text(outcome).text(language), "count": String(lines.count),
                        "tone": SelectionText.tone(outcome),
                    ])
                }
            }
        )
    }

    private func line(_ line: SelectionBoard.Line) -> PageValues {
        var values = PageValues(["code": line.code, "name": line.name])
        values["address"] = "/desk/registrations/\(line.code)"
        values["rank"] = line.decision.rank.map { String($0) }
        values["outcome"] = SelectionText.text(line.decision.outcome).text(language)
        values["tone"] = SelectionText.tone(line.decision.outcome)
        values["reason"] = line.decision.reason.text.text(in: language)
        values["session"] = line.decision.session
        values["chance"] = line.decision.chance.map(Self.percent)
        return values
    }

    /// One decimal place, with a comma in Polish and English alike: „11,6%”.
    static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths / 10),\(tenths % 10)%"
    }

    private func quota(_ line: SelectionBoard.QuotaLine) -> PageValues { Self.quota(line, language) }

    static func quota(_ line: SelectionBoard.QuotaLine, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["label": line.label, "have": String(line.have)])
        values["bounds"] = SelectionText.bounds(line.minimum, line.maximum, language)
        let isFine = line.have >= line.minimum ?? 0 && line.have <= line.maximum ?? .max
        values["tone"] = isFine ? "good" : "stop"
        // The bar's whole is the maximum, or what there is where that is more; ticks stand at the bounds.
        let whole = max(line.maximum ?? 0, line.minimum ?? 0, line.have, 1)
        values["width"] = String(line.have * 100 / whole)
        if let minimum = line.minimum, minimum < whole { values["tick"] = String(minimum * 100 / whole) }
        return values
    }

    private func person(_ person: SelectionBoard.Person) -> PageValues {
        var values = PageValues(["code": person.code, "name": person.name])
        values["address"] = "/desk/registrations/\(person.code)"
        values["rank"] = person.participation.rank.map { String($0) }
        values["until"] = person.participation.offeredUntil.map {
            SelectionText.until.text(language, Moments.text($0, timeZone: board.event.timeZone, language))
        }
        return values
    }

    static func unmet(_ report: SelectionReport, _ language: InterfaceLanguage) -> [PageValues] {
        report.unmetSentences.map { text, changes in
            var value = PageValues(["text": text.text(in: language)])
            value.set("changes", changes.map { PageValues(["text": $0.text(in: language)]) })
            return value
        }
    }

    // MARK: What if

    private struct Row {
        var quota: String
        var value: String
        var label: String
        var bounds: Quota.Bounds

        var name: String { quota + "|" + value }
    }

    private var quotaRows: [Row] {
        let words = QuotaWords(event: board.event, activity: board.activity, language: language)
        return (board.activity.selection?.quotas ?? []).flatMap { quota -> [Row] in
            var rows = quota.values.map { value in
                Row(
                    quota: quota.id,
                    value: value.value,
                    label: words.text(quota.id + ":" + value.value),
                    bounds: value.bounds
                )
            }
            if let each = quota.each {
                rows.append(Row(quota: quota.id, value: "*", label: words.text(quota.id), bounds: each))
            }
            if case .condition = quota.subject {
                rows.append(Row(quota: quota.id, value: "", label: words.text(quota.id), bounds: quota.bounds))
            }
            return rows
        }
    }

    private func fillWhatIf(_ values: inout PageValues) {
        values["what-seats"] = typed["seats"] ?? board.seats.map { String($0) }
        values["what-seed"] = typed["seed"]
        values.set(
            "what-quotas",
            quotaRows.enumerated().map { index, row in
                var value = PageValues(["label": row.label, "name": row.name, "id": String(index)])
                value["least"] = typed["least|" + row.name] ?? row.bounds.minimum.map(Self.text)
                value["most"] = typed["most|" + row.name] ?? row.bounds.maximum.map(Self.text)
                return value
            }
        )
    }

    /// The rules as typed.
    var change: WhatIf {
        let bounds = quotaRows.map { row in
            WhatIf.Bounds(
                quota: row.quota,
                value: row.value,
                bounds: Quota.Bounds(
                    minimum: Self.bound(typed["least|" + row.name] ?? ""),
                    maximum: Self.bound(typed["most|" + row.name] ?? "")
                )
            )
        }
        let seats = typed["seats"].flatMap { Int($0) }.map { min(1_000_000, max(0, $0)) }
        let seed = typed["seed"].flatMap { $0.isEmpty ? nil : String($0.prefix(500)) }
        return WhatIf(seats: seats, bounds: bounds, seed: seed)
    }

    static func text(_ bound: Quota.Bound) -> String {
        switch bound {
        case .count(let count): String(count)
        case .share(let points): "\(points / 100)%"
        }
    }

    /// `4` or `40%`; nil for anything else.
    static func bound(_ typed: String) -> Quota.Bound? {
        let text = typed.filter { !$0.isWhitespace }
        if text.hasSuffix("%") {
            return Int(text.dropLast()).flatMap { (0...100).contains($0) ? .share(basisPoints: $0 * 100) : nil }
        }
        return Int(text).flatMap { (0...1_000_000).contains($0) ? .count($0) : nil }
    }

    func fill(_ values: inout PageValues, _ outcome: WhatIfReport) {
        values.set("isTried", true)
        values.set("tried-quotas", outcome.quotas.map(quota))
        func people(_ lines: [SelectionReport.Line]) -> [PageValues] {
            lines.prefix(200).map { PageValues(["name": $0.name, "code": $0.code]) }
        }
        values.set("entering", people(outcome.entering))
        values.set("leaving", people(outcome.leaving))
        values.set("tried-unmet", Self.unmet(outcome.report, language))
        let count = outcome.report.count(.selected)
        values["tried-selected"] = "\(SelectionText.selected.text(language)): \(count)"
    }
}
