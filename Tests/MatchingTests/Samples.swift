import FormModel
import Matching

/// A small event with every shape of question, and readings written as text.
enum Samples {
    static let today = CalendarDate(year: 1930, month: 1, day: 1)!

    static let form = FormDefinition(
        fields: [
            FieldDefinition(
                key: "name_latin",
                kind: .personName(spelling: .latin, part: .full),
                label: LocalizedText([
                    .polish: "Imię i nazwisko", .english: "Name and surname", .ukrainian: "Ім’я та прізвище латиницею",
                ]),
                isRequired: true
            ),
            FieldDefinition(
                key: "birth_date",
                kind: .date,
                label: LocalizedText([.polish: "Data urodzenia", .english: "Date of birth"])
            ),
            FieldDefinition(key: "pesel", kind: .pesel, label: "PESEL"),
            FieldDefinition(
                key: "email",
                kind: .email,
                label: LocalizedText([.polish: "E-mail", .english: "E-mail address", .ukrainian: "Електронна пошта"])
            ),
            FieldDefinition(
                key: "phone",
                kind: .phone,
                label: LocalizedText([.polish: "Numer telefonu", .english: "Phone number", .ukrainian: "Телефон"])
            ),
            FieldDefinition(key: "postcode", kind: .postalCode, label: "Kod pocztowy"),
            FieldDefinition(key: "city", kind: .text, label: "Miejscowość", aliases: ["Miasto"]),
            FieldDefinition(key: "motivation", kind: .longText, label: "Dlaczego chce Pani/Pan wziąć udział?"),
            FieldDefinition(
                key: "diet",
                kind: .choice,
                label: LocalizedText([.polish: "Dieta", .english: "Diet"]),
                options: [
                    Option(key: "zwykla", label: LocalizedText([.polish: "zwykła", .english: "standard"])),
                    Option(key: "wege", label: LocalizedText([.polish: "wegetariańska", .english: "vegetarian"])),
                    Option(key: "wegan", label: LocalizedText([.polish: "wegańska", .english: "vegan"])),
                ]
            ),
            FieldDefinition(
                key: "topics",
                kind: .choices,
                label: "Tematy",
                options: [
                    Option(key: "prawo", label: "prawo"), Option(key: "praca", label: "praca"),
                    Option(key: "zdrowie", label: "zdrowie i opieka"),
                ]
            ),
            FieldDefinition(key: "works", kind: .yesNo, label: "Czy pracuje Pani/Pan z migrantami?"),
            FieldDefinition(
                key: "consent_data",
                kind: .consent,
                label: "Zgoda na przetwarzanie danych",
                clause: ConsentClause(
                    version: "1",
                    text: "Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
                )
            ),
        ]
    )

    static let delegates = FieldDefinition(
        key: "delegates",
        kind: .group,
        label: "Osoby delegowane",
        fields: [
            FieldDefinition(
                key: "name_latin",
                kind: .personName(spelling: .latin, part: .full),
                label: "Imię i nazwisko"
            ),
            FieldDefinition(key: "role", kind: .text, label: "Funkcja"),
            FieldDefinition(key: "email", kind: .email, label: "E-mail"),
        ]
    )

    static let organisationForm = FormDefinition(
        id: "seminaria",
        applicant: .organisation,
        fields: [
            FieldDefinition(key: "org_name", kind: .text, label: "Nazwa organizacji"),
            FieldDefinition(key: "city", kind: .text, label: "Miejscowość"),
            delegates,
        ]
    )

    static func event(_ slug: String = "probny-nabor", _ forms: [FormDefinition]) -> EventDefinition {
        EventDefinition(
            slug: slug,
            title: "Próbny nabór",
            languages: [.polish, .english, .ukrainian],
            forms: forms,
            activities: []
        )
    }

    static func matcher(_ form: FormDefinition = form, blanks: [Reading] = []) -> FormMatcher {
        FormMatcher(event: event("probny-nabor", [form]), form: form, blanks: blanks)
    }

    static func match(
        _ reading: Reading,
        _ form: FormDefinition = form,
        blank: Reading? = nil,
        context: MatchContext = MatchContext(today: today)
    ) -> MatchOutcome {
        matcher(form, blanks: blank.map { [$0] } ?? []).match(reading, context: context)
    }
}

extension MatchOutcome {
    /// Values as plain text by key: what most tests compare.
    var plain: [String: String] { answers.byField.mapValues { $0.value.plainText } }
    var codes: [FindingCode] { findings.map(\.code) }
}

/// Builds readings out of short notations.
///
/// In a text `~word~` is struck out, `^word^` highlighted, `¤word¤` underlined.
enum Paper {
    static func lines(_ texts: String..., format: SourceFormat = .docx) -> Reading {
        Reading(
            format: format,
            blocks: texts.enumerated().map { .paragraph(paragraph($1, place: "body/p[\($0 + 1)]")) }
        )
    }

    static func table(_ rows: [[String]], before: [String] = []) -> Reading {
        var blocks: [Block] = before.enumerated().map {
            .paragraph(paragraph($1, place: "body/p[\($0 + 1)]"))
        }
        blocks.append(.table(table(rows, place: "body/table[1]")))
        return Reading(format: .docx, blocks: blocks)
    }

    static func table(_ rows: [[String]], place: String) -> Table {
        Table(
            place: place,
            rows: rows.enumerated().map { row, cells in
                Table.Row(
                    cells: cells.enumerated().map { column, text in
                        cell(text, place: "\(place)/row[\(row + 1)]/cell[\(column + 1)]")
                    }
                )
            }
        )
    }

    static func cell(_ text: String, place: String, span: Int = 1, continuesAbove: Bool = false) -> Table.Cell {
        Table.Cell(
            place: place,
            blocks: text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                .paragraph(paragraph(String($1), place: "\(place)/p[\($0 + 1)]"))
            },
            columnSpan: span,
            continuesAbove: continuesAbove
        )
    }

    static func paragraph(_ text: String, place: String) -> Paragraph {
        var spans: [Span] = []
        var style: Span.Style = []
        var current = ""
        for character in text {
            let mark: Span.Style? =
                switch character {
                case "~": .struck
                case "^": .highlighted
                case "¤": .underlined
                default: nil
                }
            guard let mark else {
                current.append(character)
                continue
            }
            if !current.isEmpty { spans.append(Span(text: current, style: style)) }
            current = ""
            style.formSymmetricDifference(mark)
        }
        if !current.isEmpty { spans.append(Span(text: current, style: style)) }
        return Paragraph(place: place, spans: spans)
    }

    static func web(_ values: [(String, String)], format: SourceFormat = .jsonl) -> Reading {
        Reading(
            format: format,
            fields: values.enumerated().map { NamedField(name: $1.0, value: $1.1, place: "field[\($0 + 1)]") }
        )
    }
}
