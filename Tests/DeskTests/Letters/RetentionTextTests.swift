import FormModel
import Testing

@testable import Desk

struct RetentionTextTests {
    @Test(arguments: [
        (
            5, 0, 0, RetentionCategory.Start.lastPaymentYearEnd,
            "5 lat od 31 grudnia roku ostatniej płatności w projekcie"
        ),
        (0, 6, 0, .listClosed, "6 miesięcy od zamknięcia listy"),
        (0, 0, 30, .lastSession, "30 dni od ostatniego spotkania"),
        (0, 0, 0, .settlement, "do rozliczenia"),
        (1, 3, 0, .settlement, "1 rok i 3 miesiące od rozliczenia"),
    ])
    func periodIsWrittenOut(
        _ years: Int,
        _ months: Int,
        _ days: Int,
        _ start: RetentionCategory.Start,
        _ wanted: String
    ) {
        let category = RetentionCategory(
            id: "x",
            label: "x",
            start: start,
            years: years,
            months: months,
            days: days
        )
        #expect(RetentionText(.polish).text(category).replacing("\u{A0}", with: " ") == wanted)
    }
}
