import Desk
import FormModel
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite struct DeskPageTests {
    @Test func aFilterIsItsAddress() {
        let filter = ListFilter(["event": "proba", "state": "incomplete", "q": "Żak & Łoś", "page": "3"])
        #expect(
            filter.address()
                == "/desk/registrations?event=proba&state=incomplete&q=%C5%BBak%20%26%20%C5%81o%C5%9B&page=3"
        )
        #expect(filter.query.offset == 100)
        #expect(ListFilter(["state": "nonsense", "page": "-4"]) == ListFilter([:]))
    }

    @Test func barsStandOnZeroAndGapsStayGaps() throws {
        let days = [
            (day: try #require(CalendarDate(iso: "2023-12-01")), count: 10),
            (day: try #require(CalendarDate(iso: "2023-12-03")), count: 5),
        ]
        let chart = DayChart(days: days)
        #expect(chart.bars.map(\.height) == [DayChart.height, DayChart.height / 2])
        #expect(chart.bars[1].x - chart.bars[0].x == 12)
        #expect(DayChart(days: []).bars.isEmpty)
    }

    @Test func countsAndActorsAreSaidInWords() async throws {
        let test = try TestSite()
        let desk = try await DeskVisitor(test, as: .coordinator)
        try await test.register("Anna Testowa", "anna@example.org")
        #expect(try await desk.get("/desk").text.contains("1 <span>zgłoszenie</span>"))
        for number in 2...5 {
            try await test.register("Zofia Próbna\(String(repeating: "a", count: number))", "z\(number)@example.org") {
                $0.texts["paper.number"] = ["RX000100\(number)"]
            }
        }
        #expect(try await desk.get("/desk").text.contains("5 <span>zgłoszeń</span>"))
        let auditor = try await DeskVisitor(test, as: .auditor, login: "audyt")
        let journal = try await auditor.get("/desk/journal").text
        #expect(journal.contains("osoba zgłaszająca się") && !journal.contains(">applicant<"))
    }

    /// What applicants typed is text on every page of the desk, whatever it looks like.
    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\u{301}\"\u{301}<\u{301}b", "{{organiser}}",
        "javascript:alert(1)", "</textarea><b>",
    ])
    func typedTextIsNeverMarkup(text: String) async throws {
        let test = try TestSite()
        let form = try #require(try test.site.intake.catalogue.current().form(event: "proba", form: "main"))
        var typed = TypedForm(language: .polish)
        for (name, value) in TestEvent.answers { typed.texts[name, default: []].append(value) }
        typed.texts["about"] = [text]
        typed.texts["guests[1].guest_name"] = [text]
        let checked = form.check(typed, at: test.site.now)
        let result = await test.site.intake.submit(
            checked,
            of: form,
            in: try test.site.intake.catalogue.current(),
            key: test.site.intake.newSubmissionKey()
        )
        guard case .accepted(let receipt) = result else {
            Issue.record("\(result)")
            return
        }
        let details = try test.site.intake.workspace.show(receipt.code)
        var values = test.site.deskFrame.values(title: "x", language: .polish, session: nil)
        RegistrationView(details: details, journal: [], language: .polish).fill(&values)
        let page = test.site.library.render("desk-registration", values)
        let own = try await test.ask(.get, "/z/\(receipt.token)").text
        for html in [page, own] {
            #expect(html.contains(MarkupEscaping.escaped(text)))
            for mark in ["<script>alert", "<img src=x", "</textarea><b>"] { #expect(!html.contains(mark)) }
        }
    }

    @Test func theOverviewCountsWhatIsThere() async throws {
        let test = try TestSite()
        let form = try #require(try test.site.intake.catalogue.current().form(event: "proba", form: "main"))
        for number in 0..<3 {
            var typed = TypedForm(language: .polish)
            for (name, value) in TestEvent.answers { typed.texts[name, default: []].append(value) }
            typed.texts["email"] = ["osoba\(number)@example.org"]
            typed.texts["name_latin"] = [["Anna Lis", "Jan Sowa", "Ewa Zając"][number]]
            let snapshot = try test.site.intake.catalogue.current()
            let key = test.site.intake.newSubmissionKey()
            _ = await test.site.intake.submit(form.check(typed, at: test.site.now), of: form, in: snapshot, key: key)
        }
        let overview = try test.site.intake.overview()
        #expect(overview.calls.map(\.total) == [3])
        #expect(overview.calls[0].channels == [.web: 3])
        #expect(overview.calls[0].days.map(\.count) == [3])
        #expect(overview.calls[0].seats.map(\.taken) == [0])
    }
}
