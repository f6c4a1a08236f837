import Registry

/// Who may do what at the desk; the one table of it.
enum DeskRoles {
    static let everybody = Set(StaffRole.allCases)
    static let administrators: Set<StaffRole> = [.administrator]
    /// Names and contact data of all registrations.
    static let readers: Set<StaffRole> = [.administrator, .coordinator, .frontDesk, .auditor]
    /// Entering, correcting, reviewing.
    static let editors: Set<StaffRole> = [.administrator, .coordinator, .frontDesk]
    /// Selecting, announcing, writing letters, exporting.
    static let deciders: Set<StaffRole> = [.administrator, .coordinator]
    /// Seeing how it was decided, and the journal.
    static let witnesses: Set<StaffRole> = [.administrator, .coordinator, .auditor]
    /// Scoring sheets, without names and contact data.
    static let assessors: Set<StaffRole> = [.administrator, .coordinator, .assessor]
    /// Names, access needs, attendance.
    static let trainers: Set<StaffRole> = [.administrator, .coordinator, .frontDesk, .trainer]
}
