import Desk
import FieldKinds
import FormModel
import Registry
import Selection

/// One registration for a person: who, where it stands, the answers with where they come from, what is doubtful.
enum RegistrationView {
    static func print(_ details: RegistrationDetails, places: [String: WaitingPlace] = [:]) {
        let row = details.summary.row
        let title = details.event?.definition.title.text(in: Speech.language) ?? row.event
        Console.print(Console.bold(Console.safe(row.name)) + "  " + Console.accent(row.code.text))
        Console.print(Console.dim(title))
        Console.print()
        printState(details, places)
        printAnswers(details)
        printFindings(details)
        printPapers(details)
    }

    /// One line after a change.
    static func printShort(_ workspace: Workspace, _ code: String, isJSON: Bool) throws {
        let details = try workspace.show(try workspace.row(code).code)
        if isJSON {
            Console.print(bytes: RegistrationJSON.line(details.summary))
        } else {
            Console.print(Console.good("✓ ") + ListView.line(details.summary))
        }
    }

    private static func printState(_ details: RegistrationDetails, _ places: [String: WaitingPlace]) {
        let row = details.summary.row
        let zone = details.event?.definition.timeZone ?? "Europe/Warsaw"
        let received = DateText.moment(row.receivedAt, timeZone: zone, in: Speech.language)
        line(say("Stan", "State"), StateWording.text(row.state, Speech.language))
        line(say("Wpłynęło", "Received"), "\(received), \(StateWording.text(row.channel, Speech.language))")
        if let source = details.source { line(say("Źródło", "Source"), Console.safe(source.name)) }
        for participation in details.summary.participations {
            let activity = details.event?.definition.activity(participation.activity)
            let name = activity?.title.text(in: Speech.language) ?? participation.activity
            let group = participation.group.map { " (\($0))" } ?? ""
            let rank = participation.rank.map { say(", miejsce \($0)", ", rank \($0)") } ?? ""
            line(name + group, StateWording.text(participation.state, Speech.language) + rank)
            if let place = places[participation.activity] { line("", Console.dim(line(of: place))) }
            if let reason = participation.reason { line("", Console.dim(reason.text.text(in: Speech.language))) }
            if participation.state == .offered, let until = participation.offeredUntil {
                let moment = DateText.moment(until, timeZone: zone, in: Speech.language)
                line("", Console.dim(say("do \(moment)", "until \(moment)")))
            }
        }
    }

    private static func line(of place: WaitingPlace) -> String {
        say(
            "w kolejce \(place.inLine) z \(place.lineLength), wśród podobnych zgłoszeń \(place.inCategory) z \(place.categoryCount); to nie obietnica",
            "in line \(place.inLine) of \(place.lineLength), among like applications \(place.inCategory) of \(place.categoryCount); not a promise"
        )
    }

    private static func printAnswers(_ details: RegistrationDetails) {
        Console.print()
        let form = details.form
        let keys = form?.fields.map(\.key) ?? []
        let others = details.answers.byField.keys.filter { !keys.contains($0) }.sorted()
        for key in keys + others {
            guard let answer = details.answers[key] else { continue }
            let field = form?.question(key, version: answer.fieldVersion)
            let text = field.map { FieldPrinter($0).text(answer.value, in: Speech.language) } ?? answer.value.plainText
            let label = field?.label.text(in: Speech.language) ?? key
            let mark = details.summary.row.reviewFields.contains(key) ? Console.wait(" ?") : ""
            line(label, Console.safe(text) + mark)
            if let evidence = answer.evidence.last {
                line("", Console.dim(origin(evidence, count: answer.evidence.count)))
            }
        }
    }

    private static func origin(_ evidence: Evidence, count: Int) -> String {
        let more = count > 1 ? say(", dowodów \(count)", ", \(count) pieces of evidence") : ""
        return EvidenceWording.text(evidence, Speech.language) + more
    }

    private static func printFindings(_ details: RegistrationDetails) {
        let findings = details.summary.row.findings
        if findings.isEmpty, details.suspects.isEmpty { return }
        Console.print()
        for finding in findings {
            let sign = finding.severity == .error ? Console.stop("×") : Console.wait("!")
            Console.print("\(sign) " + Console.safe(FindingText.text(finding, form: details.form)))
        }
        for suspect in details.suspects {
            Console.print(
                Console.wait("! ")
                    + say(
                        "Może to ta sama osoba: \(ListView.line(suspect)). nabor merge \(details.summary.row.code) \(suspect.row.code) --reason … albo nabor separate.",
                        "Perhaps the same person: \(ListView.line(suspect)). nabor merge \(details.summary.row.code) \(suspect.row.code) --reason … or nabor separate."
                    )
            )
        }
    }

    private static func printPapers(_ details: RegistrationDetails) {
        if details.scores.isEmpty, details.payments.isEmpty, details.attendance.isEmpty, details.messages.isEmpty,
            details.documents.isEmpty
        {
            return
        }
        Console.print()
        for score in details.scores {
            let points = DecimalNumber(unscaled: score.points, scale: 2)?.description ?? ""
            line(say("Punkty", "Points"), "\(score.criterion): \(points) (\(score.assessor))")
        }
        for payment in details.payments {
            let money = MoneyText.text(payment.amount, currency: payment.currency)
            line(say("Wpłata", "Payment"), "\(money), \(DateText.long(payment.paidOn, in: Speech.language))")
        }
        let present = details.attendance.count { $0.presence == .present }
        if !details.attendance.isEmpty {
            line(say("Obecność", "Attendance"), "\(present) / \(details.attendance.count)")
        }
        for message in details.messages {
            let state = message.writtenAt == nil ? say("czeka", "waiting") : say("zapisana", "written")
            line(say("Wiadomość", "Message"), "\(message.kind), \(state)")
        }
        for document in details.documents { line(say("Dokument", "Document"), document.file) }
    }

    private static let labelWidth = 28

    private static func line(_ label: String, _ value: String) {
        let shown = label.count > labelWidth ? label.prefix(labelWidth - 1) + "…" : label
        let space = String(repeating: " ", count: labelWidth - shown.count)
        let indented = value.replacing("\n", with: "\n" + String(repeating: " ", count: labelWidth + 2))
        Console.print(Console.dim(shown + space) + "  " + indented)
    }
}
