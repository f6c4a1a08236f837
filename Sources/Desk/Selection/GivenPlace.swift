import FormModel
import Registry
import Selection

/// A place that people give before the selection: guaranteed within the capacity, or for an expert or guest beyond it.
public struct GivenPlace: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case guaranteed, guest

        var code: ReasonCode { self == .guest ? .selectedGuest : .selectedGuaranteed }
    }

    public var kind: Kind
    public var reason: String

    public init(_ kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// Nil where nobody gave one.
    init?(_ participation: ParticipationRow) {
        guard let kind = Kind.allCases.first(where: { $0.code.rawValue == participation.reason?.code }) else {
            return nil
        }
        self.init(kind, reason: participation.reason?.parameters["reason"] ?? kind.rawValue)
    }

    func mark(_ candidate: inout Candidate) {
        switch kind {
        case .guaranteed: candidate.guaranteed = reason
        case .guest: candidate.guest = reason
        }
    }
}

extension Workspace {
    /// Gives places before the selection, with a reason: it reads them when it runs and decides nothing about them.
    ///
    /// Experts and guests come beyond the capacity, at most as many as the activity's `guests` allows.
    public func give(_ place: GivenPlace, to codes: [String], activity: String) throws(DeskError) {
        guard !place.reason.allSatisfy(\.isWhitespace) else {
            throw DeskError(.reasonMissing, "Wybór wymaga powodu: --reason.", "A choice needs a reason: --reason.")
        }
        var rows: [RegistrationRow] = []
        for code in codes { rows.append(try row(code)) }
        for row in rows {
            let event = try event(row.event)
            _ = try prepareEvents([event])
            let found = try activities(of: event, named: activity)[0]
            try DeskError.attempt {
                try registry.write { writer in try give(place, to: row, event, found, writer) }
            }
        }
    }

    private func give(
        _ place: GivenPlace,
        to row: RegistrationRow,
        _ event: LoadedEvent,
        _ activity: Activity,
        _ writer: RegistryWriter
    ) throws {
        guard let participation = try writer.reader.participation(registration: row.id, activity: activity.id),
            [.applied, .waitlisted].contains(participation.state)
        else { throw Self.notWaiting(row.code) }
        if place.kind == .guest {
            let known = try writer.reader.participations(event: row.event, activity: activity.id).filter { other in
                other.id != participation.id && other.state.stateClass != .negative
                    && GivenPlace(other)?.kind == .guest
            }
            guard known.count < activity.guestsOutsideCapacity else { throw Self.noGuests(activity) }
            try writer.assignGroup(nil, participation: participation.id)
        }
        try writer.note(
            DecisionReason(code: place.kind.code, parameters: ["reason": place.reason]),
            ofParticipation: participation.id
        )
        try writer.note(
            .chosen,
            actor: environment.operatorName,
            at: now,
            event: row.event,
            code: row.code.text,
            details: [
                .init("activity", .string(activity.id)), .init("place", .string(place.kind.rawValue)),
                .init("reason", .string(place.reason)),
            ]
        )
    }

    private static func notWaiting(_ code: RegistrationCode) -> DeskError {
        DeskError(
            .stateRefused,
            "Zgłoszenie \(code) nie czeka w tym działaniu na decyzję, więc nie można dać miejsca z góry.",
            "Registration \(code) does not wait for a decision in this activity, so no place can be given beforehand."
        )
    }

    private static func noGuests(_ activity: Activity) -> DeskError {
        DeskError(
            .selectionFailed,
            "„\(activity.id)”: wszystkie miejsca dla ekspertów i gości są zajęte (klucz guests: \(activity.guestsOutsideCapacity)).",
            "“\(activity.id)”: all places for experts and guests are taken (key guests: \(activity.guestsOutsideCapacity))."
        )
    }
}
