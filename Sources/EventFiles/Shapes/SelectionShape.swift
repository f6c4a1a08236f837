import FormModel

/// Selection rules: a file of their own, or the `selection` of an activity.
enum SelectionShape {
    static let file = MappingShape("selectionRules", "The rules of one selection.", keys(inFile: true))
    /// In an activity the seats default to the capacity.
    static let block = MappingShape("selection", "The rules of an activity's selection.", keys(inFile: false))

    private static func keys(inFile: Bool) -> [KeyShape] {
        [
            KeyShape("selection", .whole(1...1), required: inFile, "Version of the grammar: 1."),
            KeyShape(
                "seats",
                .seats,
                required: inFile,
                inFile ? "A number, or `{min, max}`." : "A number, or `{min, max}`; the capacity if absent."
            ),
            KeyShape("eligible", .list(.mapping(need)), "Conditions that all must hold."),
            KeyShape(
                "method",
                .word(SelectionRules.Method.allCases.map(\.rawValue)),
                required: true,
                "Order of receipt, points, lot, or people's choice with reasons."
            ),
            KeyShape(
                "fairness",
                .word(SelectionRules.Fairness.allCases.map(\.rawValue)),
                "Lotteries: the most equal chances (`leximin`) or a random order (`order`)."
            ),
            KeyShape("ranking", .mapping(ranking), "How points become a score."),
            KeyShape(
                "ties",
                .list(.text),
                "What decides between equals: `score`, `submitted`, `criterion.NAME`, `lottery`; the lot is always last."
            ),
            KeyShape("quotas", .list(.mapping(quota)), "Bounds on how many share a property."),
            KeyShape("sessions", .list(.mapping(session)), "Groups or sessions that people are distributed to."),
            KeyShape(
                "appointments",
                .list(.mapping(appointments)),
                "Sessions made of times, one slot after the other."
            ),
            KeyShape("wishes", .mapping(wishes), "What people may wish for."),
            KeyShape("assign", .mapping(assign), "How people are distributed."),
            KeyShape("reserve", .mapping(reserve), "The waiting list."),
            KeyShape("seed", .mapping(seed), "Where the seed of the lot comes from."),
            KeyShape(
                "publish",
                .word(SelectionRules.Publication.allCases.map(\.rawValue)),
                "What the published record shows; `pseudonyms` if absent."
            ),
        ]
    }

    static let need = MappingShape(
        "need",
        "A condition of eligibility.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("need", .expression, required: true, "What must hold."),
            KeyShape("reason", .localized, translated: true, "What people are told when it does not."),
        ]
    )

    static let ranking = MappingShape(
        "ranking",
        "How points of several criteria and assessors become one score. Points count in hundredths: 5500 is 55.",
        [
            KeyShape(
                "criteria",
                .map(key: .identifier, .whole(0...1_000_000)),
                "Weight of each criterion; all once if absent."
            ),
            KeyShape(
                "combine",
                .word(RankingRules.Combination.allCases.map(\.rawValue)),
                "How several assessors' points become one; `mean` if absent."
            ),
            KeyShape("drop_extremes", .flag, "Leave out the highest and the lowest."),
            KeyShape("min_reviews", .whole(0...100), "Fewest assessments."),
            KeyShape(
                "third_review_if_apart",
                .whole(0...10_000_000),
                "Hundredths between two beyond which a third is needed."
            ),
            KeyShape("threshold", .whole(0...10_000_000), "Hundredths below which nobody is chosen."),
        ]
    )

    static let bounds: [KeyShape] = [
        KeyShape("min", .bound, "At least: a count or a percentage, rounded up."),
        KeyShape("max", .bound, "At most: a count or a percentage, rounded down."),
    ]

    static let boundsMapping = MappingShape("bounds", "A minimum, a maximum or both.", bounds)

    static let quota = MappingShape(
        "quota",
        "A bound on how many chosen people share a property.",
        [
            KeyShape("id", .identifier, required: true, "Short name in reasons."),
            KeyShape("by", .either(.text, .list(.text)), "A field or several; `organisation` and `address` are keys."),
            KeyShape("where", .expression, "Counts everybody for whom this holds."),
            KeyShape(
                "values",
                .map(key: .any, .either(.bound, .mapping(boundsMapping))),
                "Bounds by value; a bare number means exactly; several fields are joined by `+`: `UA+f`."
            ),
            KeyShape("each", .mapping(boundsMapping), "For every value that is not named."),
        ] + bounds + [
            KeyShape("of", .word(Quota.Base.allCases.map(\.rawValue)), "What percentages are of; `seats` if absent."),
            KeyShape("kind", .word(["hard", "soft"]), "A soft quota is met as far as possible; `hard` if absent."),
            KeyShape("order", .whole(0...1000), "Order among the soft quotas, lowest first."),
            KeyShape("relax", .mapping(relaxation), "How far it may give way when not all can hold."),
            KeyShape("sensitive", .flag, "Never named to other people."),
        ]
    )

    static let relaxation = MappingShape(
        "relax",
        "How far a quota may give way.",
        [KeyShape("order", .whole(0...1000), required: true, "Lower gives way first.")] + bounds
    )

    static let session = MappingShape(
        "selectionSession",
        "A group or session with places of its own.",
        [
            KeyShape("id", .identifier, required: true, "Id of the group or session."),
            KeyShape("seats", .seats, required: true, "A number, or `{min, max}`."),
            KeyShape("need", .expression, "What must hold for a place here."),
            KeyShape("overlaps", .list(.identifier), "Sessions at the same time."),
            KeyShape("prefer", .list(.expression), "For whom the first holds comes first here, then the second."),
            KeyShape("rank_by", .list(.identifier), "Criteria by whose points this session orders people."),
            KeyShape("merge_into", .identifier, "Session that takes its people over when it stays too small."),
            KeyShape("quotas", .list(.mapping(quota)), "Bounds of its own."),
        ]
    )

    static let appointments = MappingShape(
        "appointments",
        "A row of slots; each becomes a session whose id is its beginning: `2027-03-02-0900`.",
        [
            KeyShape("day", .day, required: true, "The day."),
            KeyShape("hours", .hours, required: true, "From the first slot to the end of the last."),
            KeyShape("minutes", .whole(1...1440), required: true, "Length of a slot."),
            KeyShape("pause", .whole(0...1440), "Minutes between two slots; 0 if absent."),
            KeyShape("seats", .whole(1...10_000), "Places in each slot; 1 if absent."),
            KeyShape("name", .identifier, "Put before the time where several rows run at once: `A-2027-03-02-0900`."),
        ]
    )

    static let wishes = MappingShape(
        "wishes",
        "What people may wish for among the sessions.",
        [
            KeyShape("ranked", .whole(1...100), required: true, "How many ranked wishes count."),
            KeyShape("else", .word(WishRules.Otherwise.allCases.map(\.rawValue)), "Whether any other session will do."),
            KeyShape("per_person", .whole(1...100), "Sessions a person may get, none at the same time; 1 if absent."),
            KeyShape("field", .identifier, "Field whose choices, in their order, are the wishes."),
        ]
    )

    static let assign = MappingShape(
        "assign",
        "How people are distributed to sessions.",
        [
            KeyShape(
                "how",
                .word(AssignRules.How.allCases.map(\.rawValue)),
                "Deferred acceptance or best ranks together."
            ),
            KeyShape(
                "below_min",
                .word(AssignRules.BelowMinimum.allCases.map(\.rawValue)),
                "When a session stays too small."
            ),
        ]
    )

    static let reserve = MappingShape(
        "reserve",
        "The waiting list.",
        [
            KeyShape("size", .either(.word(["all"]), .whole(0...1_000_000)), "Most people on it; `all` if absent."),
            KeyShape(
                "offer_hours",
                .whole(1...10_000),
                "Hours to answer an offer from the list, as whole working days; 48 if absent."
            ),
            KeyShape("stop", .expression, "Day after which nobody is promoted: `event.start - P2D`."),
            KeyShape(
                "party",
                .word(ReserveRules.Party.allCases.map(\.rawValue)),
                "A party too large for the free places is waited for (`strict`) or passed over (`skip`, if absent)."
            ),
            KeyShape(
                "unfillable",
                .word(ReserveRules.Unfillable.allCases.map(\.rawValue)),
                "When nobody fits: say what it would take (`ask`), give way within `relax` (`relax`), leave it free."
            ),
        ]
    )

    static let seed = MappingShape(
        "seed",
        "Where the seed of a lottery comes from.",
        [
            KeyShape("source", .text, required: true, "Public source, such as `drand-quicknet` or `dice`."),
            KeyShape("after", .moment, "Not before this moment."),
            KeyShape("fallback", .list(.text), "Sources when the first fails."),
        ]
    )
}

/// The workspace's settings.
enum SettingsShape {
    static let settings = MappingShape(
        "nabor",
        "The settings of a workspace, `nabor.yaml`.",
        [
            KeyShape("organiser", .mapping(EventShape.organiser), required: true, "The organisation."),
            KeyShape("language", .word(["pl", "en"]), "Language of the staff's messages; `pl` if absent."),
            KeyShape("time_zone", .timeZone, "IANA name; `Europe/Warsaw` if absent."),
            KeyShape("mail", .mapping(mail), "Addresses."),
            KeyShape("contact", .mapping(EventShape.contact), "Who signs where an event names nobody."),
            KeyShape("retention", .list(.mapping(EventShape.retention)), "Categories every event may use."),
            KeyShape("public_url", .text, "Address of the pages of `nabor serve`; mails carry links to it."),
        ]
    )

    static let mail = MappingShape(
        "mail",
        "Addresses of the workspace.",
        [
            KeyShape("intake", .text, "Registrations are mailed here; events add `+slug`."),
            KeyShape("from", .text, "Sender of letters."),
            KeyShape("from_name", .text, "Name of the sender."),
        ]
    )
}
