/// What somebody of the staff does, and so what they may see and change.
public enum StaffRole: String, CaseIterable, Sendable, Codable {
    /// Everything, accounts included.
    case administrator
    /// Everything about registrations, selection and letters.
    case coordinator
    /// Scores, without names and contact data.
    case assessor
    /// Enters and corrects registrations.
    case frontDesk
    /// Names, access needs and attendance.
    case trainer
    /// Reads everything, changes nothing.
    case auditor
}
