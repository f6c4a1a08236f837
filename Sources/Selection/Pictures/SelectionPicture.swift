public import FormModel

/// A run as a picture (SVG): how full each rule is, and how the chances are spread. Totals only, nobody by number.
public struct SelectionPicture: Sendable {
    /// The text of the SVG file.
    public let svg: String

    private static let width = 760
    private static let barLeft = 250
    private static let barWidth = 420
    private static let rowHeight = 26

    /// Nil when the bytes are no record.
    ///
    /// - Parameter language: Polish or English; other languages read English.
    public init?(record: [UInt8], title: String = "", language: InterfaceLanguage) {
        guard let json = try? JSONParser.parse(record), json["schema"]?.text == RecordWriter.schema else { return nil }
        let isPolish = language == .polish
        let fills = RecordFill.rows(json)
        let chances = RecordFill.chances(json)
        var body = ""
        var y = 34
        let heading = title.isEmpty ? (isPolish ? "Rozstrzygnięcie" : "Selection") : title
        body += Self.text(heading, x: 20, y: y, size: 18, weight: "bold")
        y += 18
        if json["rehearsal"]?.flag == true {
            body += Self.text(
                isPolish ? "Próba: bez wcześniejszego zobowiązania" : "Rehearsal: no commitment was made before",
                x: 20,
                y: y + 4,
                size: 13,
                fill: "#b02a1a"
            )
            y += 18
        }
        y += 10
        body += Self.text(isPolish ? "Wypełnienie zasad" : "How full the rules are", x: 20, y: y, size: 14)
        y += 10
        let most = max(1, fills.map { max($0.have, $0.maximum ?? $0.have, $0.minimum) }.max() ?? 1)
        for fill in fills {
            body += Self.bar(fill, y: y, most: most, isPolish: isPolish)
            y += Self.rowHeight
        }
        if !chances.isEmpty {
            y += 26
            body += Self.text(isPolish ? "Szanse" : "Chances", x: 20, y: y, size: 14)
            y += 10
            body += Self.histogram(chances, y: y, isPolish: isPolish)
            y += Self.histogramHeight + 34
        }
        y += 14
        let hash = Digest.sha256(record)
        body += Self.text("SHA-256 " + hash, x: 20, y: y, size: 10, fill: "#555555")
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(Self.width)" height="\(y + 16)" \
            viewBox="0 0 \(Self.width) \(y + 16)" font-family="Lato, Liberation Sans, sans-serif">
            <title>\(Self.escaped(heading))</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            \(body)</svg>

            """
    }

    // MARK: - Parts

    private static func bar(_ fill: RecordFill, y: Int, most: Int, isPolish: Bool) -> String {
        func x(_ count: Int) -> Int { barLeft + count * barWidth / most }
        let isOff = fill.have < fill.minimum || fill.maximum.map { fill.have > $0 } ?? false
        let color = isOff ? "#b02a1a" : "#1d5fa8"
        var part = text(shortened(fill.label), x: barLeft - 10, y: y + 17, size: 12, anchor: "end")
        part += "<rect x=\"\(barLeft)\" y=\"\(y + 6)\" width=\"\(barWidth)\" height=\"14\" fill=\"#eceff3\"/>\n"
        part +=
            "<rect x=\"\(barLeft)\" y=\"\(y + 6)\" width=\"\(max(0, x(fill.have) - barLeft))\" height=\"14\" fill=\"\(color)\"/>\n"
        // Where the bounds lie: a line down from above for the minimum, up from below for the maximum.
        if fill.minimum > 0 {
            part += "<path d=\"M\(x(fill.minimum)) \(y + 3)v12\" stroke=\"#111111\" stroke-width=\"2\"/>\n"
        }
        if let maximum = fill.maximum {
            part += "<path d=\"M\(x(maximum)) \(y + 23)v-12\" stroke=\"#111111\" stroke-width=\"2\"/>\n"
        }
        let bounds = [fill.minimum > 0 ? "≥ \(fill.minimum)" : nil, fill.maximum.map { "≤ \($0)" }].compactMap(\.self)
        let note = bounds.isEmpty ? "\(fill.have)" : "\(fill.have)  (\(bounds.joined(separator: ", ")))"
        return part + text(note, x: barLeft + barWidth + 8, y: y + 17, size: 11)
    }

    private static let histogramHeight = 120
    private static let binCount = 20

    /// How many people have which chance, in steps of five percent.
    private static func histogram(_ chances: [Int], y: Int, isPolish: Bool) -> String {
        var bins = [Int](repeating: 0, count: binCount)
        for chance in chances { bins[min(binCount - 1, chance * binCount / 100_000)] += 1 }
        let most = max(1, bins.max() ?? 1)
        let step = (width - 60) / binCount
        var part = ""
        for (index, count) in bins.enumerated() where count > 0 {
            let height = max(1, count * histogramHeight / most)
            let left = 30 + index * step
            part +=
                "<rect x=\"\(left)\" y=\"\(y + 12 + histogramHeight - height)\" width=\"\(step - 2)\" height=\"\(height)\" fill=\"#1d5fa8\"/>\n"
            part += text(
                "\(count)",
                x: left + step / 2 - 1,
                y: y + 8 + histogramHeight - height,
                size: 10,
                anchor: "middle"
            )
        }
        for percent in stride(from: 0, through: 100, by: 20) {
            part += text(
                "\(percent) %",
                x: 30 + percent * binCount * step / 100,
                y: y + histogramHeight + 28,
                size: 11,
                anchor: "middle"
            )
        }
        let range = [chances.min() ?? 0, chances.max() ?? 0].map { ChanceText.percent($0, of: 100_000) + " %" }
        let words =
            isPolish ? "najmniejsza \(range[0]), największa \(range[1])" : "smallest \(range[0]), largest \(range[1])"
        return part + text(words, x: width - 20, y: y - 10, size: 12, anchor: "end")
    }

    private static func text(
        _ content: String,
        x: Int,
        y: Int,
        size: Int,
        weight: String = "normal",
        fill: String = "#111111",
        anchor: String = "start"
    ) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" font-weight=\"\(weight)\" fill=\"\(fill)\" "
            + "text-anchor=\"\(anchor)\">\(escaped(content))</text>\n"
    }

    private static func shortened(_ label: String) -> String {
        label.count <= 34 ? label : label.prefix(33) + "…"
    }

    /// XML 1.0 section 2.4; control characters cannot be written at all.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// How full one rule of a record is.
struct RecordFill {
    var label: String
    var have: Int
    var minimum: Int
    var maximum: Int?

    /// Rules that everybody may read about, with the places given: caps and shares of filled places are left out, sensitive
    /// quotas too.
    static func rows(_ json: JSONValue) -> [RecordFill] {
        guard let problem = ProblemReader(json).problem() else { return [] }
        let rowsJSON = json["rows"]?.elements ?? []
        let sensitive = sensitiveQuotas(json)
        var have = problem.rows.map(\.held)
        let selected = selectedSessions(json)
        for (item, element) in zip(problem.items, json["items"]?.elements ?? []) {
            guard let id = element["ids"]?.elements?.first?.text, let session = selected[id] else { continue }
            let options = problem.types[item.type].options
            let option =
                options.first { $0.session >= 0 && problem.sessionIDs[Int($0.session)] == session } ?? options.first
            for use in option?.uses ?? [] { have[Int(use.row)] += Int(use.count) }
        }
        return problem.rows.indices.compactMap { index in
            let row = problem.rows[index]
            guard row.scale == 1, row.kind != .cap, !isSensitive(row.label, sensitive) else { return nil }
            let held = row.held
            let minimum = rowsJSON[index]["min"]?.integer ?? 0
            return RecordFill(
                label: row.label,
                have: have[index],
                minimum: minimum > 0 ? minimum + held : 0,
                maximum: row.upper < QuotaRow.unlimited ? row.upper + held : nil
            )
        }
    }

    private static func selectedSessions(_ json: JSONValue) -> [String: String] {
        var selected: [String: String] = [:]
        for decision in json["decisions"]?.elements ?? [] where decision["outcome"]?.text == "selected" {
            if let id = decision["id"]?.text { selected[id] = decision["session"]?.text ?? "" }
        }
        return selected
    }

    private static func sensitiveQuotas(_ json: JSONValue) -> [String] {
        guard let rules = json["rules"].flatMap(RulesJSON.rules) else { return [] }
        return (rules.quotas + rules.sessions.flatMap(\.quotas)).filter(\.isSensitive).map(\.id)
    }

    private static func isSensitive(_ label: String, _ quotas: [String]) -> Bool {
        let own = label.split(separator: "/").last.map(String.init) ?? label
        return quotas.contains { own == $0 || own.hasPrefix($0 + ":") }
    }

    /// The chance of everybody, in thousandths of a percent.
    static func chances(_ json: JSONValue) -> [Int] {
        guard let lottery = json["lottery"], let columns = lottery["columns"]?.elements,
            let itemColumns = lottery["itemColumns"]?.elements?.compactMap(\.integer),
            let tickets = lottery["tickets"]?.integer, tickets > 0
        else { return [] }
        var shares = [Int](repeating: 0, count: columns.count)
        for list in lottery["lists"]?.elements ?? [] {
            for pair in list["counts"]?.elements ?? [] {
                guard let column = pair.elements?.first?.integer, shares.indices.contains(column),
                    let count = pair.elements?.last?.integer, let own = list["tickets"]?.integer
                else { continue }
                shares[column] += count * own
            }
        }
        return itemColumns.map { column in
            guard shares.indices.contains(column), let supply = columns[column]["supply"]?.integer, supply > 0 else {
                return 0
            }
            return Int(Int128(shares[column]) * 100_000 / Int128(tickets * supply))
        }
    }
}
