import FormModel

/// The event file.
enum EventShape {
    static let event = MappingShape(
        "event",
        "The top of an event file. The keys of a form may stand here when the event has a single form.",
        own + FormShape.sharedKeys.filter { $0.name != "consents" }
    )

    private static let own: [KeyShape] = [
        KeyShape("event", .slug, required: true, "The event's name in commands, folders and mail addresses."),
        KeyShape("title", .localized, required: true, translated: true, "Title for people."),
        KeyShape("summary", .localized, translated: true, "One or two sentences for the public page."),
        KeyShape(
            "languages",
            .list(.language),
            "Languages an applicant may use, the main one first; `[pl]` if absent."
        ),
        KeyShape("time_zone", .timeZone, "IANA name; `Europe/Warsaw` if absent."),
        KeyShape("organiser", .mapping(organiser), "Who runs the event; the workspace's organiser if absent."),
        KeyShape("contact", .mapping(contact), "Who signs letters and answers questions."),
        KeyShape("projects", .list(.mapping(ProjectShape.project)), "Projects the event is reported to."),
        KeyShape("marking", .mapping(ProjectShape.marking), "Logos and the funding sentence of every document."),
        KeyShape("retention", .list(.mapping(retention)), "Categories of keeping, beside those of `nabor.yaml`."),
        KeyShape("activities", .list(.mapping(ActivityShape.activity)), required: true, "What people take part in."),
        KeyShape("points", .list(.mapping(PointShape.criterion)), "Criteria of the assessment."),
        KeyShape("documents", .list(.mapping(DocumentShape.document)), "Kinds of documents the event uses."),
        KeyShape("second_check", .flag, "Doubtful answers are checked by two people; no if absent."),
        KeyShape(
            "acceptance",
            .mapping(acceptance),
            "How sure an answer read from a scan must be, in per cent, to need no person; the reading's own safe values if absent."
        ),
        KeyShape("forms", .list(.mapping(FormShape.form)), "The forms, when there are several."),
        KeyShape("consents", .list(.mapping(FormShape.consent)), "Consents that belong to every form of the event."),
    ]

    static let acceptance = MappingShape(
        "acceptance",
        "By kind of field, 90 to 100 per cent; 100 always asks a person. It replaces the reading's own caution for print of that kind in both directions: 95 lets one answer in twenty pass that is wrong. Writing by hand always goes to a person, an e-mail address unless a second source has it.",
        AcceptanceThresholds.kinds.map { kind in
            KeyShape(kind.name, .whole(AcceptanceThresholds.percentRange), "Fields of kind `\(kind.name)`.")
        }
    )

    static let organiser = MappingShape(
        "organiser",
        "The organisation that runs the event and controls the data.",
        [
            KeyShape("name", .text, required: true, "Full name."),
            KeyShape("address", .text, "Street, postal code, town."),
            KeyShape("city", .text, "Town that letters are dated in."),
            KeyShape("email", .text, "Office address."),
            KeyShape("phone", .text, "Office phone."),
            KeyShape("krs", .text, "KRS number; quote it, it begins with zeros."),
            KeyShape("nip", .text, "NIP."),
            KeyShape("regon", .text, "REGON."),
            KeyShape("data_protection", .text, "Data protection officer's address."),
        ]
    )

    static let contact = MappingShape(
        "contact",
        "The person named in letters.",
        [
            KeyShape("name", .text, required: true, "Name as it is signed."),
            KeyShape("function", .localized, translated: true, "Function under the name."),
            KeyShape("email", .text, "Where questions go."),
            KeyShape("phone", .text, "Where questions go."),
        ]
    )

    static let retention = MappingShape(
        "retention",
        "How long answers of a category are kept.",
        [
            KeyShape("id", .identifier, required: true, "Name that fields use."),
            KeyShape("label", .localized, required: true, "What it covers."),
            KeyShape(
                "after",
                .word(RetentionCategory.Start.allCases.map(\.rawValue)),
                required: true,
                "Where counting starts."
            ),
            KeyShape("keep", .duration, required: true, "How long: `5 years`, `6 months`, `30 days`."),
        ]
    )
}

/// Projects, indicators, marking.
enum ProjectShape {
    static let project = MappingShape(
        "project",
        "A project of a funder.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("title", .localized, required: true, "Title as in the agreement."),
            KeyShape("number", .text, "Number of the agreement."),
            KeyShape("programme", .text, "Programme."),
            KeyShape("funder", .text, "Who pays."),
            KeyShape("from", .day, "First day of the project."),
            KeyShape("to", .day, "Last day of the project."),
            KeyShape("indicators", .list(.mapping(indicator)), "Figures to be reached."),
        ]
    )

    static let indicator = MappingShape(
        "indicator",
        "A figure the funder wants reached.",
        [
            KeyShape("id", .identifier, required: true, "Short name."),
            KeyShape("label", .localized, required: true, "Name in the table."),
            KeyShape("measure", .word(Indicator.Measure.allCases.map(\.rawValue)), required: true, "What is counted."),
            KeyShape("target", .whole(0...10_000_000), "Figure to be reached."),
            KeyShape("activities", .list(.identifier), "Activities it counts; all if absent."),
            KeyShape("if", .expression, "Whom it counts; everybody if absent."),
            KeyShape("by", .list(.word(Indicator.Breakdown.allCases.map(\.rawValue))), "How it is broken down."),
        ]
    )

    static let marking = MappingShape(
        "marking",
        "What every document carries.",
        [
            KeyShape("logos", .list(.mapping(logo)), "In the order of the row."),
            KeyShape("sentence", .localized, translated: true, "Funding sentence."),
        ]
    )

    static let logo = MappingShape(
        "logo",
        "A picture of the marking set.",
        [
            KeyShape("file", .text, required: true, "PNG, relative to the event file."),
            KeyShape("alt", .text, required: true, "Text for people who do not see it."),
        ]
    )
}

/// Criteria of the assessment.
enum PointShape {
    static let criterion = MappingShape(
        "criterion",
        "Points by assessors (`assessors`, `max`), by a condition (`if`, `points`) or by a formula (`value`, `max`).",
        [
            KeyShape("id", .identifier, required: true, "Name in commands and ties."),
            KeyShape("label", .localized, required: true, translated: true, "Name in the ranking."),
            KeyShape("assessors", .whole(1...20), "So many people give points."),
            KeyShape("if", .expression, "Condition that brings `points`."),
            KeyShape("points", .decimal, "What the condition brings."),
            KeyShape("value", .expression, "Formula; its value is cut to 0 to `max`."),
            KeyShape("max", .decimal, "Most points of one assessor or of the formula."),
            KeyShape("activities", .list(.identifier), "Activities it counts for; all if absent."),
        ]
    )
}

/// Documents.
enum DocumentShape {
    static let document = MappingShape(
        "document",
        "A kind of document with its wording.",
        [
            KeyShape("kind", .word(DocumentKind.allCases.map(\.rawValue)), required: true, "Which kind."),
            KeyShape("template", .text, "Own template under `templates/`; the shipped one if absent."),
            KeyShape("languages", .list(.language), "Fixed languages; the registration's if absent."),
            KeyShape("activities", .list(.identifier), "Activities it belongs to; all if absent."),
            KeyShape("blank_rows", .whole(0...100), "Attendance lists: rows left free."),
            KeyShape("per_session", .flag, "Attendance lists: one list a session; else a column a day."),
            KeyShape(
                "texts",
                .map(key: .identifier, .localized),
                translated: true,
                "Texts for the template by name, such as `resultBy`, `completeBy`, `resign`, `appeal`; `docs/template-values.md` "
                    + "lists them by document."
            ),
            KeyShape("columns", .list(.text), "Participant lists: keys of the columns."),
        ]
    )
}
