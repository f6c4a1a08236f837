import FormModel
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1900, 3, 1, -25_508), (2299, 11, 30, 120_498),
    ])
    func daysSinceEpochMatchTheCalendar(year: Int, month: Int, day: Int, days: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: days) == date)
    }

    @Test func everyDayOfFourCenturiesGoesThereAndBack() {
        var previous = CalendarDate(daysSinceEpoch: -80_000)
        for days in -79_999...66_097 {
            let date = CalendarDate(daysSinceEpoch: days)
            #expect(date.daysSinceEpoch == days)
            #expect(date > previous)
            previous = date
        }
    }

    @Test(arguments: ["2021-02-29", "2021-13-01", "2021-1-01", "0000-01-01", "2021-00-10", "20210101", "2021-01-0a"])
    func daysThatDoNotExistAreRefused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func aBirthdayOnTheLeapDayIsKeptOnThe28thInOrdinaryYears() throws {
        let birth = try #require(CalendarDate(iso: "2004-02-29"))
        #expect(birth.fullYears(at: try #require(CalendarDate(iso: "2022-02-27"))) == 17)
        #expect(birth.fullYears(at: try #require(CalendarDate(iso: "2022-02-28"))) == 18)
        #expect(birth.fullYears(at: try #require(CalendarDate(iso: "2024-02-28"))) == 19)
        #expect(birth.fullYears(at: try #require(CalendarDate(iso: "2024-02-29"))) == 20)
    }

    @Test func weekdaysAreISO() throws {
        #expect(try #require(CalendarDate(iso: "2023-12-14")).weekday == 4)
        #expect(try #require(CalendarDate(iso: "1969-12-28")).weekday == 7)
    }
}
