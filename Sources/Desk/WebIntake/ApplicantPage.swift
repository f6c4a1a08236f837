public import FormModel
public import Registry

/// What an applicant may see and do under the link of the receipt.
public struct ApplicantPage: Sendable {
    public let details: RegistrationDetails
    /// Nil when the event's file is gone; then the page only shows.
    public let form: WebForm?
    public let token: String

    public var row: RegistrationRow { details.summary.row }

    /// What may be changed, and why not when nothing may.
    public enum Editing: Hashable, Sendable {
        case everything
        /// Only what the organiser asked to be supplied, whatever the deadline says.
        case missingOnly(Set<String>)
        case nothing
    }

    public func editing(at now: Instant) -> Editing {
        guard let form, row.state.stateClass == .pending, row.mergedInto == nil else { return .nothing }
        // An activity that was taken back is no decision; it may be chosen again.
        let undecided: Set<ParticipationState> = [.applied, .withdrawn]
        guard details.summary.participations.allSatisfy({ undecided.contains($0.state) }) else { return .nothing }
        if case .open = form.availability(at: now) { return .everything }
        guard row.state == .incomplete else { return .nothing }
        let wanted = row.findings.filter { $0.severity == .error && !$0.code.concernsAdmission }.flatMap { finding in
            [finding.field].compactMap { $0.map { String($0.prefix { $0 != "[" }) } }
                + (finding.parameters["fields"]?.split(separator: ",").map(String.init) ?? [])
        }
        return wanted.isEmpty ? .nothing : .missingOnly(Set(wanted))
    }

    /// Offers that wait for an answer now.
    public func openOffers(at now: Instant) -> [ParticipationRow] {
        details.summary.participations.filter { $0.state == .offered && ($0.offeredUntil.map { $0 >= now } ?? true) }
    }

    /// Whether there is anything left to withdraw from.
    public var canWithdraw: Bool { row.state.stateClass == .pending && row.mergedInto == nil }
}

extension WebIntake {
    /// The page of a link; nil for a link that nobody has.
    public func applicantPage(_ untrustedToken: String) throws(DeskError) -> ApplicantPage? {
        let row = try DeskError.attempt { try workspace.registry.read { try $0.registration(ofLink: untrustedToken) } }
        guard let row else { return nil }
        return ApplicantPage(
            details: try workspace.show(row.code),
            form: try catalogue.current().form(event: row.event, form: row.form),
            token: untrustedToken
        )
    }

    /// The link's token of a registration that came by any channel; made when it has none yet.
    public func applicantToken(ofRegistration id: Int64) throws(DeskError) -> String {
        try DeskError.attempt {
            try workspace.registry.write { try ApplicantLinks(workspace: workspace).token(ofRegistration: id, in: $0) }
        }
    }

    /// The applicant answers offers: all open ones, or those of one activity.
    public func answerOffer(_ page: ApplicantPage, activity: String?, accepts: Bool) throws(DeskError) {
        let desk = workspace.acting(as: Self.applicantActor)
        _ = try desk.answerOffer(page.row.code.text, activity: activity, accepts: accepts)
    }

    /// The applicant withdraws from everything.
    public func withdraw(_ page: ApplicantPage, reason: String) throws(DeskError) {
        _ = try workspace.acting(as: Self.applicantActor).withdraw(page.row.code.text, activity: nil, reason: reason)
    }
}
