import FormModel

/// Rows of slots as sessions: one for each beginning, with places of its own.
struct AppointmentBuilder {
    let draft: Draft
    let rows: [CheckedMapping]

    func sessions() -> [SelectionSession] {
        var sessions: [SelectionSession] = []
        for row in rows {
            let slots = slots(of: row)
            guard sessions.count + slots.count <= FileLimits.sessionCountMax else {
                draft.add(.sessionsTooMany, at: row.place)
                return sessions
            }
            sessions += slots
        }
        return overlapping(sessions)
    }

    private func slots(of row: CheckedMapping) -> [SelectionSession] {
        guard let day = row.day("day"), let hours = row.hours("hours"), let minutes = row.whole("minutes") else {
            return []
        }
        let step = max(1, minutes + (row.whole("pause") ?? 0))
        var slots: [SelectionSession] = []
        for start in stride(from: hours.start, through: hours.end - minutes, by: step) {
            let name = row.text("name").map { $0 + "-" } ?? ""
            let clock = Self.padded(start / 60) + Self.padded(start % 60)
            let seats = row.whole("seats") ?? 1
            slots.append(
                SelectionSession(
                    id: "\(name)\(day)-\(clock)",
                    seats: SeatRange(minimum: 0, maximum: seats)
                )
            )
        }
        return slots
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Slots of different rows that begin at the same minute are at the same time.
    private func overlapping(_ sessions: [SelectionSession]) -> [SelectionSession] {
        let byBeginning = Dictionary(grouping: sessions) { $0.id.suffix(15) }
        return sessions.map { session in
            var session = session
            session.overlaps = (byBeginning[session.id.suffix(15)] ?? []).map(\.id).filter { $0 != session.id }
            return session
        }
    }
}
