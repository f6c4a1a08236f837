/// What people take part in: a training, a course with groups, a series of meetings, a call for grants.
public struct Activity: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case meeting, training, course, series, studyVisit, seminarSeries, call, appointments, fair, dropIn
    }

    public enum Counting: String, CaseIterable, Sendable, Codable {
        case applicants, delegates
    }

    /// Where participants come from when not from registrations of its own.
    public struct Cohort: Hashable, Sendable, Codable {
        /// Activity whose participants go on.
        public var from: String
        /// Places left free are refilled from the reserve of that activity.
        public var refillsFromReserve: Bool

        public init(from: String, refillsFromReserve: Bool = false) {
            self.from = from
            self.refillsFromReserve = refillsFromReserve
        }
    }

    public var id: String
    public var title: LocalizedText
    public var kind: Kind
    public var place: String
    public var address: String
    /// Free text for letters, one line each: what happens when.
    public var programme: [LocalizedText]
    /// What the organiser pays for, one line each.
    public var covered: [LocalizedText]
    public var counts: Counting
    /// Nil means no limit.
    public var capacity: Int?
    /// Experts and guests beyond the capacity.
    public var guestsOutsideCapacity: Int
    public var sessions: [Session]
    public var groups: [Group]
    /// Key of the field that says which group a person needs (a level, a town).
    public var groupField: String?
    public var cohort: Cohort?
    /// An expression that must hold before somebody may take part, beside the form's own eligibility.
    public var condition: String?
    /// Nil: nobody is selected, whoever applies takes part.
    public var selection: SelectionRules?
    /// Announcing turns selected into offered, to be confirmed within so many working days; nil confirms at once.
    public var confirmWithinDays: Int?
    public var fee: Fee?
    public var strikeOff: StrikeOff?
    /// Share of sessions (0 to 100) that earns the certificate.
    public var certificateAttendancePercent: Int?
    public var teachers: [String]
    public var goal: Int?

    public init(
        id: String,
        title: LocalizedText,
        kind: Kind,
        place: String = "",
        address: String = "",
        programme: [LocalizedText] = [],
        covered: [LocalizedText] = [],
        counts: Counting = .applicants,
        capacity: Int? = nil,
        guestsOutsideCapacity: Int = 0,
        sessions: [Session] = [],
        groups: [Group] = [],
        groupField: String? = nil,
        cohort: Cohort? = nil,
        condition: String? = nil,
        selection: SelectionRules? = nil,
        confirmWithinDays: Int? = nil,
        fee: Fee? = nil,
        strikeOff: StrikeOff? = nil,
        certificateAttendancePercent: Int? = nil,
        teachers: [String] = [],
        goal: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.place = place
        self.address = address
        self.programme = programme
        self.covered = covered
        self.counts = counts
        self.capacity = capacity
        self.guestsOutsideCapacity = guestsOutsideCapacity
        self.sessions = sessions
        self.groups = groups
        self.groupField = groupField
        self.cohort = cohort
        self.condition = condition
        self.selection = selection
        self.confirmWithinDays = confirmWithinDays
        self.fee = fee
        self.strikeOff = strikeOff
        self.certificateAttendancePercent = certificateAttendancePercent
        self.teachers = teachers
        self.goal = goal
    }

    /// The first day of the activity, by its sessions.
    public var firstDay: CalendarDate? { sessions.map(\.date).min() }
    public var lastDay: CalendarDate? { sessions.map(\.date).max() }
}
