import FieldKinds
import FormModel
public import Registry

/// The same thing done to many registrations, shown before it is done.
public enum BulkAction: String, CaseIterable, Sendable {
    case confirm, withdraw, reinstate

    /// Registrations that one action may concern.
    public static let countMax = 2_000

    /// Whether it makes sense for a registration as it stands.
    func applies(to row: RegistrationRow) -> Bool {
        switch self {
        case .confirm: row.state == .needsReview && row.possibleDuplicateOf == nil
        case .withdraw: row.state.stateClass == .pending && row.mergedInto == nil
        case .reinstate: row.state == .withdrawn && row.mergedInto == nil
        }
    }

    /// What takes it back, where anything does.
    public var opposite: BulkAction? {
        switch self {
        case .withdraw: .reinstate
        case .confirm, .reinstate: nil
        }
    }
}

/// What an action would concern.
public struct BulkPreview: Sendable {
    public var concerned: [RegistrationRow]
    /// Registrations for which it makes no sense.
    public var skipped: [RegistrationRow]
}

extension Workspace {
    /// What an action would concern, without doing it.
    public func preview(_ action: BulkAction, codes: [String]) throws(DeskError) -> BulkPreview {
        var preview = BulkPreview(concerned: [], skipped: [])
        for code in codes.prefix(BulkAction.countMax) {
            let row = try row(code)
            // Where two people check each answer, nobody confirms in bulk.
            let isForTwo = action == .confirm && (try? event(row.event))?.definition.needsSecondCheck == true
            if action.applies(to: row), !isForTwo { preview.concerned.append(row) } else { preview.skipped.append(row) }
        }
        return preview
    }

    /// Does it; those for which it makes no sense meanwhile are left out. Returns the codes it was done to.
    public func perform(_ action: BulkAction, codes: [String], reason: String) throws(DeskError) -> [String] {
        let rows = try preview(action, codes: codes).concerned
        for row in rows {
            switch action {
            case .confirm: _ = try edit(row.code.text, Correction(confirmed: ["*"], reason: reason))
            case .withdraw: _ = try withdraw(row.code.text, activity: nil, reason: reason)
            case .reinstate: try reinstate(row, reason: reason)
            }
        }
        return rows.map(\.code.text)
    }
}
