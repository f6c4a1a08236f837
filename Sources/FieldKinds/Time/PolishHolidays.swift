public import FormModel

/// Days free from work by the Polish act on days off (ustawa o dniach wolnych od pracy), and working days counted
/// around them.
public enum PolishHolidays {
    /// Whether the day is a statutory holiday; Saturdays and ordinary Sundays are not.
    public static func isHoliday(_ day: CalendarDate) -> Bool {
        switch (day.month, day.day) {
        case (1, 1), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26): return true
        // Epiphany has been free since 2011, Christmas Eve since 2025.
        case (1, 6): return day.year >= 2011
        case (12, 24): return day.year >= 2025
        default: break
        }
        let distance = day.daysSinceEpoch - easter(of: day.year).daysSinceEpoch
        // Easter Sunday and Monday, Pentecost, Corpus Christi.
        return distance == 0 || distance == 1 || distance == 49 || distance == 60
    }

    /// Monday to Friday and no holiday.
    public static func isWorkingDay(_ day: CalendarDate) -> Bool { day.weekday < 6 && !isHoliday(day) }

    /// The day that lies so many working days after `day`, which itself is not counted.
    public static func adding(workingDays count: Int, to day: CalendarDate) -> CalendarDate {
        var result = day
        var left = max(0, count)
        while left > 0 {
            result = result.adding(days: 1)
            if isWorkingDay(result) { left -= 1 }
        }
        return result
    }

    /// Easter Sunday of the Gregorian calendar: the Sunday after the ecclesiastical full moon on or after 21 March.
    public static func easter(of year: Int) -> CalendarDate {
        let golden = year % 19
        let century = year / 100
        // Epact with the solar and lunar corrections of the Gregorian reform.
        var moonAge = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        if moonAge == 29 || (moonAge == 28 && golden > 10) { moonAge -= 1 }
        let fullMoon = CalendarDate(daysSinceEpoch: dayNumber(ofMarch21: year) + moonAge)
        return fullMoon.adding(days: 7 - fullMoon.weekday % 7)
    }

    private static func dayNumber(ofMarch21 year: Int) -> Int {
        CalendarDate(year: max(1, min(9999, year)), month: 3, day: 21)?.daysSinceEpoch ?? 0
    }
}
