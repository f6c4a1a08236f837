import FormModel
import ReaderProtocol

/// Replies that use every field of every record.
enum SampleReplies {
    static let reading: Reading = {
        let control = FormControl(
            origin: .contentControl,
            kind: .checkBox,
            place: "body/p[1]/control[1]",
            tag: "zgoda",
            title: "Zgoda",
            text: "☒",
            isChecked: true,
            isPlaceholder: false,
            choices: [FormControl.Choice(display: "Tak", value: "t")],
            chosenValue: "t",
            binding: "/a/b",
            parent: nil
        )
        let inner = FormControl(origin: .formField, kind: .text, place: "p", text: "Zażółć", parent: 0)
        let paragraph = Paragraph(
            place: "body/p[1]",
            spans: [Span(text: "Imię:\t", style: [.bold, .leader]), Span(text: "Łucja 🙂", style: .struck, control: 1)]
        )
        let cell = Table.Cell(place: "c", blocks: [.paragraph(paragraph)], columnSpan: 2, continuesAbove: true)
        let table = Table(place: "body/table[1]", rows: [Table.Row(cells: [cell]), Table.Row(cells: [])])
        let box = PageBox(x: -1.5, y: 2, width: 3.25, height: 4)
        return Reading(
            format: .docx,
            language: "pl",
            blocks: [.paragraph(paragraph), .table(table)],
            stories: [Story(kind: .footnote, blocks: [.paragraph(paragraph)])],
            controls: [control, inner],
            fields: [
                NamedField(name: "email", value: "a@example.org", isChecked: false, place: "x", page: 3, box: box)
            ],
            properties: ["nabor:event": "szkola", "author": ""],
            pages: [
                Page(
                    width: 595,
                    height: 842,
                    words: [Page.Word(text: "A", box: box, confidence: 0.5)],
                    marks: [Page.Mark(box: box, darkness: 1)],
                    regions: [Page.Region(place: "page[1]/p[1]", box: box)]
                )
            ],
            answers: [
                PageAnswer(
                    name: "email",
                    page: 2,
                    sheet: 3,
                    box: box,
                    text: PageAnswer.Text(text: "a@example.org", otherText: "", confidence: 0.5, isPrint: true),
                    ticks: [PageAnswer.Tick(option: "tak", isTicked: true, isDoubtful: false, box: box)]
                )
            ],
            sheets: [
                ScannedSheet(
                    number: 3,
                    formPage: 2,
                    code: FormCode(event: "szkola", version: "K7WQ3M9T", page: 2, pageCount: 4, language: .ukrainian),
                    corners: corners,
                    alignment: .words,
                    signature: false,
                    problem: .notRegistered
                ), ScannedSheet(number: 1),
            ],
            warnings: [ReadingWarning(.trackedChanges, place: "body", parameters: ["count": "2"])]
        )
    }()

    static let corners = SheetCorners([(-0.0125, 0), (1.0, 0.03), (0.95, 1.5), (0, 1)].map(SheetCorners.Point.init))

    static let crop = FieldCrop(
        name: "delegates[2]/email",
        sheet: 3,
        picture: PagePicture(width: 2, height: 1, pixels: [0, 255])!
    )

    static let mail = MailReading(
        messageID: "1@example.org",
        fromAddress: "a@example.org",
        fromName: "Łucja",
        recipients: ["z@example.org"],
        subject: "Zgłoszenie",
        receivedAt: Instant(millisecondsSinceEpoch: 1_772_362_800_000),
        body: reading,
        parts: [
            MailReading.Part(index: 0, name: "f.docx", declaredType: "a/b", format: .docx, byteCount: 3),
            MailReading.Part(
                index: 1,
                name: "",
                declaredType: "image/png",
                format: .png,
                byteCount: 9,
                skipReason: "inlineLogo"
            ),
        ],
        warnings: [ReadingWarning(.attachmentSkipped)]
    )

    static let streams: [[ReaderReply]] = [
        [.reading(reading), .end],
        [.reading(reading), .crop(crop), .crop(crop), .end],
        [.mail(mail), .part(index: 0, bytes: [1, 2, 3]), .end],
        [.mail(mail), .part(index: 0, bytes: [1, 2, 3]), .reading(reading), .end],
        [
            .row(TableRow(number: 2, reading: Reading(format: .csv, fields: reading.fields))),
            .row(TableRow(number: 5, fault: ReadingWarning(.sourceDamaged, place: "row[5]"))), .end,
        ],
        [.failure(ReadFailure(.sourceLimit, format: .zip, parameters: ["limit": "members"]))],
    ]

    /// The stream as bytes.
    static func bytes(_ replies: [ReaderReply]) throws -> [UInt8] {
        try replies.flatMap { try $0.encoded() }
    }

    /// What a stream says when it is fed in pieces of this size.
    static func decoded(_ bytes: [UInt8], pieceByteCount: Int) throws -> (replies: [ReaderReply], isComplete: Bool) {
        var stream = ReplyStream()
        var replies: [ReaderReply] = []
        for start in stride(from: 0, to: bytes.count, by: pieceByteCount) {
            stream.feed(bytes[start..<min(bytes.count, start + pieceByteCount)])
            while let reply = try stream.next() { replies.append(reply) }
        }
        return (replies, stream.isComplete)
    }
}
