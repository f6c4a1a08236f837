import FieldKinds
import FormModel
import Isolation
import ReaderProtocol

/// What `read` shows: each reading of a file as JSON and as plain text.
public struct ReadingView: Sendable {
    public struct Record: Sendable {
        public var json: String
        public var plain: String
    }

    public var records: [Record] = []
    /// Whether the file gave nothing that can be used.
    public var needsPerson = false

    init(_ outcome: ReadOutcome) {
        switch outcome {
        case .reading(let reading): add(reading)
        case .table(let rows, _): for row in rows { if let reading = row.reading { add(reading) } }
        case .mail(let mail, _, _): add(mail)
        case .failure(let failure):
            needsPerson = true
            let parameters = failure.parameters.sorted { $0.key < $1.key }.map {
                JSONValue.Member($0.key, .string($0.value))
            }
            let json = JSONValue.object([
                .init("format", .string(failure.format.rawValue)), .init("failure", .string(failure.code.rawValue)),
                .init("parameters", .object(parameters)),
            ])
            records.append(Record(json: json.jsonText, plain: failure.code.rawValue))
        }
    }

    private mutating func add(_ reading: Reading) {
        let json = ReadingJSON.value(of: reading)
        records.append(Record(json: json.jsonText, plain: ReadingJSON.plain(reading)))
    }

    private mutating func add(_ mail: MailReading) {
        let parts = mail.parts.map { part in
            JSONValue.object([
                .init("name", .string(part.name)), .init("format", .string(part.format.rawValue)),
                .init("byteCount", .number(String(part.byteCount))),
                .init("skipped", part.skipReason.map(JSONValue.string) ?? .null),
            ])
        }
        let json = JSONValue.object([
            .init("format", .string("mail")), .init("subject", .string(mail.subject)),
            .init("from", mail.fromAddress.map(JSONValue.string) ?? .null),
            .init("receivedAt", mail.receivedAt.map { .string($0.description) } ?? .null),
            .init("parts", .array(parts)), .init("body", mail.body.map(ReadingJSON.value(of:)) ?? .null),
        ])
        let names = mail.parts.map { "\($0.name) (\($0.format.rawValue))" }.joined(separator: ", ")
        let body = mail.body.map(ReadingJSON.plain) ?? ""
        records.append(Record(json: json.jsonText, plain: "\(mail.subject)\n\(names)\n\(body)"))
    }
}

/// A reading as JSON and as plain lines.
enum ReadingJSON {
    static func value(of reading: Reading) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("format", .string(reading.format.rawValue)),
            .init("language", reading.language.map(JSONValue.string) ?? .null),
            .init("blocks", .array(reading.blocks.map(value(of:)))),
            .init("stories", .array(reading.stories.map(value(of:)))),
            .init("controls", .array(reading.controls.map(value(of:)))),
            .init("fields", .array(reading.fields.map(value(of:)))),
            .init("warnings", .array(reading.warnings.map { .string($0.code.rawValue) })),
        ]
        if !reading.pages.isEmpty { members.append(.init("pages", .array(reading.pages.map(value(of:))))) }
        return .object(members)
    }

    private static func value(of page: Page) -> JSONValue {
        let regions = page.regions.map { region in
            JSONValue.object([
                .init("place", .string(region.place)), .init("box", value(of: region.box)),
            ])
        }
        return .object([
            .init("width", .number(String(page.width))), .init("height", .number(String(page.height))),
            .init("regions", .array(regions)),
        ])
    }

    private static func value(of box: PageBox) -> JSONValue {
        .array([box.x, box.y, box.width, box.height].map { .number(String($0)) })
    }

    private static func value(of story: Story) -> JSONValue {
        .object([.init("kind", .string(story.kind.rawValue)), .init("blocks", .array(story.blocks.map(value(of:))))])
    }

    private static func value(of block: Block) -> JSONValue {
        switch block {
        case .paragraph(let paragraph):
            return .object([.init("place", .string(paragraph.place)), .init("text", .string(paragraph.text))])
        case .table(let table):
            let rows = table.rows.map { row in
                JSONValue.array(row.cells.map { .array($0.blocks.map(value(of:))) })
            }
            return .object([.init("place", .string(table.place)), .init("rows", .array(rows))])
        }
    }

    private static func value(of control: FormControl) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("kind", .string(control.kind.rawValue)), .init("place", .string(control.place)),
            .init("tag", control.tag.map(JSONValue.string) ?? .null),
            .init("title", control.title.map(JSONValue.string) ?? .null), .init("text", .string(control.text)),
            .init("checked", control.isChecked.map(JSONValue.bool) ?? .null),
            .init("placeholder", .bool(control.isPlaceholder)),
        ]
        if control.origin == .acroField {
            members.append(.init("value", control.chosenValue.map(JSONValue.string) ?? .null))
            members.append(.init("doubtful", .bool(control.isDoubtful)))
        }
        return .object(members)
    }

    private static func value(of field: NamedField) -> JSONValue {
        .object([
            .init("name", .string(field.name)), .init("value", .string(field.value)),
            .init("place", .string(field.place)),
        ])
    }

    /// The text in reading order, cells of a row parted by ` | `.
    static func plain(_ reading: Reading) -> String {
        let fields = reading.fields.map { "\($0.name): \($0.value)" }
        let stories = reading.stories.flatMap { $0.blocks.flatMap(lines) }
        return (fields + reading.blocks.flatMap(lines) + stories).joined(separator: "\n")
    }

    private static func lines(_ block: Block) -> [String] {
        switch block {
        case .paragraph(let paragraph): return [paragraph.text]
        case .table(let table):
            return table.rows.map { row in
                row.cells.map { $0.blocks.flatMap(lines).joined(separator: " / ") }.joined(separator: " | ")
            }
        }
    }
}
