import Desk
import FieldKinds
import FormModel

/// An extracted form for a person.
enum ExtractionView {
    static func print(_ form: ExtractedForm, definition: FormDefinition?) {
        let part = form.part.map { " " + $0 } ?? ""
        Console.print(Console.bold(Console.safe(form.file) + part))
        let language = form.checked.language?.rawValue ?? "–"
        Console.print(
            Console.dim(
                "\(form.reader), \(form.checked.event ?? say("wydarzenie nieznane", "event unknown")), \(language)"
            )
        )
        var table = TextTable([
            TextTable.Column(title: say("Pole", "Field"), minimum: 12),
            TextTable.Column(title: say("Odpowiedź", "Answer"), minimum: 20),
            TextTable.Column(title: say("Pewność", "Sure"), alignment: .right, minimum: 4),
            TextTable.Column(title: say("Skąd", "Where"), minimum: 12),
        ])
        let keys = definition?.fields.map(\.key) ?? form.checked.answers.byField.keys.sorted()
        for key in keys {
            guard let answer = form.checked.answers[key] else { continue }
            let field = definition?.field(key)
            let text = field.map { FieldPrinter($0).text(answer.value, in: Speech.language) } ?? answer.value.plainText
            let doubt = form.checked.needsReview.contains(key)
            let evidence = answer.evidence.last
            let shown = doubt ? TextTable.Cell(text, style: Console.wait) : TextTable.Cell(text)
            table.add([
                TextTable.Cell(key), shown,
                TextTable.Cell("\(Int((answer.confidence * 100).rounded())) %"),
                TextTable.Cell(
                    evidence.map { EvidenceWording.text($0, Speech.language) } ?? "",
                    style: Console.dim
                ),
            ])
        }
        if !table.isEmpty { table.print() }
        for finding in form.checked.findings {
            let sign = finding.severity == .error ? Console.stop("×") : Console.wait("!")
            Console.print("\(sign) " + Console.safe(FindingText.text(finding, form: definition)))
        }
        Console.print()
    }
}
