public import FormModel

/// The categories of keeping that hold where a workspace names none.
public enum RetentionDefaults {
    public static let categories = [
        RetentionCategory(
            id: "funder_papers",
            label: LocalizedText([.polish: "dokumenty projektu", .english: "project papers"]),
            start: .lastPaymentYearEnd,
            years: 5
        ),
        RetentionCategory(
            id: "not_accepted",
            label: LocalizedText([.polish: "zgłoszenia niezakwalifikowane", .english: "applications not accepted"]),
            start: .listClosed,
            months: 6
        ),
        RetentionCategory(
            id: "needs",
            label: LocalizedText([.polish: "dieta i potrzeby dostępności", .english: "diet and access needs"]),
            start: .lastSession,
            days: 30
        ),
        RetentionCategory(
            id: "bank_details",
            label: LocalizedText([.polish: "numer rachunku", .english: "bank account"]),
            start: .settlement
        ),
    ]
}
