import FieldKinds
import FormModel
import Testing

@Suite struct DaysAndHoursTests {
    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2023, "2023-04-09"), (2024, "2024-03-31"),
        (2025, "2025-04-20"), (2038, "2038-04-25"), (1954, "1954-04-18"), (2049, "2049-04-18"), (2026, "2026-04-05"),
    ])
    func easter(year: Int, expected: String) throws {
        #expect(PolishHolidays.easter(of: year) == (try day(expected)))
    }

    @Test(arguments: [
        ("2024-12-24", false), ("2025-12-24", true), ("2010-01-06", false), ("2011-01-06", true), ("2023-06-08", true),
        ("2023-04-10", true), ("2023-05-28", true), ("2023-05-02", false), ("2023-11-11", true),
    ])
    func holiday(iso: String, expected: Bool) throws {
        #expect(PolishHolidays.isHoliday(try day(iso)) == expected)
    }

    @Test(arguments: [
        ("2023-12-22", 1, "2023-12-27"), ("2025-12-23", 1, "2025-12-29"), ("2023-04-06", 3, "2023-04-12"),
        ("2023-12-14", 0, "2023-12-14"),
    ])
    func workingDays(from: String, count: Int, expected: String) throws {
        #expect(PolishHolidays.adding(workingDays: count, to: try day(from)) == (try day(expected)))
    }

    @Test(arguments: [
        (InterfaceLanguage.polish, "14\u{A0}grudnia 2023\u{A0}r."), (.english, "14\u{A0}December 2023"),
        (.ukrainian, "14\u{A0}грудня 2023\u{A0}р."), (.russian, "14\u{A0}декабря 2023\u{A0}г."),
        (.belarusian, "14\u{A0}снежня 2023\u{A0}г."),
    ])
    func longDate(language: InterfaceLanguage, expected: String) throws {
        #expect(DateText.long(try day("2023-12-14"), in: language) == expected)
    }

    @Test(arguments: [
        ("2019-03-15", "2019-03-17", "15–17\u{A0}marca 2019\u{A0}r."),
        ("2019-11-30", "2019-12-02", "30\u{A0}listopada – 2\u{A0}grudnia 2019\u{A0}r."),
        ("2019-12-30", "2020-01-02", "30\u{A0}grudnia 2019\u{A0}r. – 2\u{A0}stycznia 2020\u{A0}r."),
        ("2019-03-15", "2019-03-15", "15\u{A0}marca 2019\u{A0}r."),
    ])
    func dateRange(first: String, last: String, expected: String) throws {
        #expect(DateText.range(try day(first), try day(last), in: .polish) == expected)
    }

    @Test func hoursAndWeekday() throws {
        #expect(DateText.hours(from: 570, to: 930) == "9:30–15:30")
        #expect(DateText.hours(from: 540, to: nil) == "9:00")
        #expect(DateText.weekday(try day("2023-12-14"), in: .polish) == "czwartek")
    }

    @Test(arguments: [
        ("2022-01-21", "2022-01-21T22:59:59.999Z"), ("2022-07-01", "2022-07-01T21:59:59.999Z"),
        // The days on which the clocks change.
        ("2022-03-27", "2022-03-27T21:59:59.999Z"), ("2022-10-30", "2022-10-30T22:59:59.999Z"),
    ])
    func deadlineEndsWithTheDayInWarsaw(iso: String, expected: String) throws {
        #expect(Instant.endOfDay(try day(iso), timeZone: "Europe/Warsaw").description == expected)
    }

    @Test(arguments: [
        ("2023-12-01T09:05:07.250+01:00", "2023-12-01T08:05:07.250Z"), ("2023-12-01T09:05:07Z", "2023-12-01T09:05:07Z"),
        ("2023-12-01T09:05", "2023-12-01T08:05:00Z"), ("2023-07-01 09:05:00", "2023-07-01T07:05:00Z"),
        ("2023-12-01", "2023-11-30T23:00:00Z"), ("2023-12-01T09:05:07+0100", "2023-12-01T08:05:07Z"),
    ])
    func isoMoment(text: String, expected: String) {
        #expect(Instant(iso: text, timeZone: "Europe/Warsaw")?.description == expected)
    }

    @Test(arguments: [
        "2023-12-01T25:00", "2023-12-01T09", "2023-13-01T09:00Z", "jutro", "2023-12-01T09:00+01:00x",
        "2023-12-01T09:00.",
    ])
    func malformedMomentIsNil(text: String) {
        #expect(Instant(iso: text, timeZone: "Europe/Warsaw") == nil)
    }

    @Test func momentWithoutAnOffsetNeedsAZone() {
        #expect(Instant(iso: "2023-12-01T09:05") == nil)
        #expect(Instant(iso: "2023-12-01T09:05", timeZone: "Europe/Nowhere") == nil)
    }

    @Test func momentBeforeTheEpochKeepsItsDay() throws {
        let instant = try #require(Instant(iso: "1930-01-01T00:30:00+01:00"))
        #expect(instant.local(in: "UTC") == LocalTime(date: try day("1929-12-31"), secondOfDay: 84_600))
    }

    @Test func momentIsPrintedInItsZone() throws {
        let instant = try #require(Instant(iso: "2023-12-14T08:05:00Z"))
        #expect(
            DateText.moment(instant, timeZone: "Europe/Warsaw", in: .polish) == "14\u{A0}grudnia 2023\u{A0}r., 9:05"
        )
    }
}
