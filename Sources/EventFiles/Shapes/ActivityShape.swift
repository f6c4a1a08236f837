import FormModel

/// Activities, sessions, groups.
enum ActivityShape {
    static let activity = MappingShape(
        "activity",
        "What people take part in.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("title", .localized, required: true, translated: true, "Title in letters."),
            KeyShape("kind", .word(Activity.Kind.allCases.map(\.rawValue)), required: true, "What sort of activity."),
            KeyShape("place", .text, "Town."),
            KeyShape("address", .text, "Where exactly."),
            KeyShape("programme", .list(.localized), translated: true, "What happens when, a line each."),
            KeyShape("covered", .list(.localized), translated: true, "What the organiser pays for, a line each."),
            KeyShape(
                "counts",
                .word(Activity.Counting.allCases.map(\.rawValue)),
                "Whether a place is an applicant or a delegate; `applicants` if absent."
            ),
            KeyShape("capacity", .whole(1...1_000_000), "Places; no limit if absent."),
            KeyShape("guests", .whole(0...10_000), "Experts and guests beyond the capacity."),
        ] + timeKeys + ruleKeys
    )

    private static let timeKeys: [KeyShape] = [
        KeyShape("date", .day, "A single day."),
        KeyShape("dates", .dayRange, "A day or a range, one session a day: `2019-03-15..17`."),
        KeyShape("hours", .hours, "Hours of every session that names none: `9:30-15:30`."),
        KeyShape("sessions", .list(.mapping(session)), "Sessions one by one."),
        KeyShape(
            "weekly",
            .either(.mapping(weekly), .list(.mapping(weekly))),
            "Sessions by a weekly rule, or several rules."
        ),
        KeyShape("groups", .list(.mapping(group)), "Groups with places of their own."),
        KeyShape("group_field", .fieldKey, "Field that says which group a person needs."),
    ]

    private static let ruleKeys: [KeyShape] = [
        KeyShape("cohort", .mapping(cohort), "Participants come from another activity."),
        KeyShape("condition", .expression, "Must hold before somebody may take part."),
        KeyShape("selection", .mapping(SelectionShape.block), "How people are chosen; nobody is chosen if absent."),
        KeyShape("confirm_within_days", .whole(0...365), "Chosen people confirm within so many working days."),
        KeyShape("fee", .mapping(fee), "What a participant pays."),
        KeyShape("strike_off", .mapping(strikeOff), "When a participant loses the place."),
        KeyShape("certificate_percent", .whole(0...100), "Share of sessions that earns the certificate."),
        KeyShape("teachers", .list(.text), "Names for attendance lists."),
        KeyShape("goal", .whole(0...1_000_000), "People wanted at each session."),
    ]

    static let session = MappingShape(
        "session",
        "One dated meeting.",
        [
            KeyShape("id", .identifier, "Name in commands; ACTIVITY-N if absent."),
            KeyShape("title", .localized, translated: true, "Topic."),
            KeyShape("date", .day, required: true, "Day."),
            KeyShape("hours", .hours, "From and to."),
            KeyShape("place", .text, "Where it differs from the activity."),
            KeyShape("module", .text, "Module, for certificates per module."),
            KeyShape("group", .identifier, "Group that meets; everybody if absent."),
        ]
    )

    static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static let weekly = MappingShape(
        "weekly",
        "Sessions by a weekly rule.",
        [
            KeyShape("id", .identifier, "Sessions are called ID-1, ID-2 …; a second rule of the same id counts on."),
            KeyShape("title", .localized, translated: true, "Topic of each."),
            KeyShape("from", .day, required: true, "First possible day."),
            KeyShape("to", .day, "Last possible day."),
            KeyShape("weekdays", .list(.word(weekdayNames)), required: true, "Days of the week."),
            KeyShape("every", .whole(1...52), "Every so many weeks; 1 if absent."),
            KeyShape("count", .whole(1...2000), "How many sessions; all up to `to` if absent."),
            KeyShape("except", .list(.day), "Days left out: holidays."),
            KeyShape("hours", .hours, "From and to."),
            KeyShape("place", .text, "Where it differs from the activity."),
            KeyShape("module", .text, "Module, for certificates per module."),
            KeyShape("group", .identifier, "Group that meets."),
        ]
    )

    static let group = MappingShape(
        "group",
        "A group inside an activity.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("title", .localized, required: true, translated: true, "Name in letters."),
            KeyShape("capacity", .whole(1...100_000), required: true, "Places."),
            KeyShape("min", .whole(0...100_000), "Fewest people with whom it takes place."),
        ]
    )

    static let cohort = MappingShape(
        "cohort",
        "Where the participants come from.",
        [
            KeyShape("from", .identifier, required: true, "Activity whose participants go on."),
            KeyShape("refill", .word(["none", "reserve"]), "Fill free places from that activity's reserve."),
        ]
    )

    static let fee = MappingShape(
        "fee",
        "What a participant pays.",
        [
            KeyShape("amount", .decimal, required: true, "Amount in the currency's unit."),
            KeyShape("currency", .word(["PLN", "EUR"]), "`PLN` if absent."),
            KeyShape("due_days", .whole(0...365), required: true, "Days after the announcement."),
        ]
    )

    static let strikeOff = MappingShape(
        "strikeOff",
        "When a participant loses the place.",
        [
            KeyShape("unexcused", .whole(1...1000), required: true, "Absences without excuse."),
            KeyShape("text", .localized, translated: true, "How letters say it."),
        ]
    )
}
