import FieldKinds
import FormModel

/// When an activity takes place, in as few lines as say it.
struct ActivitySchedule {
    /// One line: days, hours and what happens there.
    struct Line: Equatable {
        var when: String
        var hours: String
        var what: String
    }

    /// More lines than this are summed up by weekday.
    static let lineCountMax = 8
    /// More weekdays and hours than this are no table any more; the summary says how many meetings there are.
    static let patternCountMax = 4

    let sessions: [Session]
    let language: InterfaceLanguage
    private let activityPlace: String

    /// The sessions of the activity, or of one of its groups.
    init(_ activity: Activity?, group: String? = nil, language: InterfaceLanguage) {
        let mine = activity?.sessions.filter { $0.group == nil || group == nil || $0.group == group } ?? []
        sessions = mine.sorted { ($0.date, $0.startMinute ?? 0, $0.id) < ($1.date, $1.startMinute ?? 0, $1.id) }
        self.language = language
        activityPlace = activity?.place ?? ""
    }

    /// All days together: `15–17 marca 2019 r.`; empty without sessions.
    var span: String {
        guard let first = sessions.first?.date, let last = sessions.map(\.date).max() else { return "" }
        return days(first, last)
    }

    /// Hours that all sessions share, else empty.
    var commonHours: String {
        let hours = Set(sessions.map(Self.hours))
        return hours.count == 1 ? hours.first ?? "" : ""
    }

    /// Whole minutes of all sessions whose beginning and end are known.
    var minuteCount: Int {
        sessions.reduce(0) { sum, session in
            guard let start = session.startMinute, let end = session.endMinute, end > start else { return sum }
            return sum + end - start
        }
    }

    /// The line for a table of facts: days, weekday and hours as far as all sessions share them.
    var summary: String {
        guard let first = sessions.first else { return "" }
        let isOneDay = sessions.allSatisfy { $0.date == first.date }
        let day = isOneDay ? span + " (" + DateText.weekday(first.date, in: language) + ")" : span
        // Sessions of several groups are not one person's meetings.
        let isOneGroup = Set(sessions.map(\.group)).count == 1
        let isLong = isOneGroup && blocks.count > Self.lineCountMax
        let count = isLong ? LetterWord.meetings.counted(sessions.count, in: language) : ""
        return [day, commonHours, count].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The table of dates: sessions on consecutive days become one line, and a long series becomes one line for each
    /// pattern of weekday and hours. Empty when the summary says everything there is room for.
    var lines: [Line] {
        let blocks = self.blocks
        if blocks.count > Self.lineCountMax { return patterns }
        if blocks.count == 1, what(blocks[0]).isEmpty { return [] }
        return blocks.map { block in
            let first = block[0]
            let last = block[block.count - 1]
            let weekday = first.date == last.date ? " (" + DateText.weekday(first.date, in: language) + ")" : ""
            return Line(when: days(first.date, last.date) + weekday, hours: Self.hours(first), what: what(block))
        }
    }

    static func hours(_ session: Session) -> String {
        session.startMinute.map { DateText.hours(from: $0, to: session.endMinute) } ?? ""
    }

    /// Runs of sessions on consecutive days with the same hours, place and title.
    private var blocks: [[Session]] {
        var result: [[Session]] = []
        for session in sessions {
            if let last = result.last?.last, session.date == last.date.adding(days: 1),
                Self.hours(session) == Self.hours(last), session.place == last.place, session.title == last.title
            {
                result[result.count - 1].append(session)
            } else {
                result.append([session])
            }
        }
        return result
    }

    private var patterns: [Line] {
        var order: [String] = []
        var byPattern: [String: [Session]] = [:]
        for session in sessions {
            let pattern = "\(session.date.weekday)|\(Self.hours(session))|\(session.place)"
            if byPattern[pattern] == nil { order.append(pattern) }
            byPattern[pattern, default: []].append(session)
        }
        guard order.count <= Self.patternCountMax else { return [] }
        return order.compactMap { pattern in
            guard let block = byPattern[pattern], let first = block.first, let last = block.last else { return nil }
            let weekday = " (" + DateText.weekday(first.date, in: language) + ")"
            let count = LetterWord.meetings.counted(block.count, in: language)
            let place = first.place.isEmpty ? "" : ", " + first.place
            return Line(
                when: days(first.date, last.date) + weekday,
                hours: Self.hours(first),
                what: count + place
            )
        }
    }

    private func what(_ block: [Session]) -> String {
        let title = block[0].title.text(in: language)
        let place = block[0].place == activityPlace ? "" : block[0].place
        return [title, place].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func days(_ first: CalendarDate, _ last: CalendarDate) -> String {
        first == last ? DateText.long(first, in: language) : DateText.range(first, last, in: language)
    }
}
