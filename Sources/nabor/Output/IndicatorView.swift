import FormModel
import Desk
import FieldKinds

/// The funders' figures for a person.
enum IndicatorView {
    static func print(_ figures: [IndicatorFigure], isJSON: Bool) {
        if isJSON {
            for figure in figures { Console.print(bytes: json(figure)) }
            return
        }
        var project = ""
        var table: TextTable?
        for figure in figures {
            if figure.project.id != project {
                table?.print()
                if table != nil { Console.print() }
                project = figure.project.id
                Console.print(
                    Console.bold(figure.project.title.text(in: Speech.language)) + "  "
                        + Console.dim(figure.project.number)
                )
                table = TextTable([
                    TextTable.Column(title: say("Wskaźnik", "Indicator"), minimum: 20),
                    TextTable.Column(title: say("Cel", "Target"), alignment: .right),
                    TextTable.Column(title: say("Osiągnięto", "Reached"), alignment: .right),
                ])
            }
            let isTotal = figure.part.isEmpty
            table?.add([
                TextTable.Cell(isTotal ? figure.indicator.label.text(in: Speech.language) : "  " + figure.part),
                TextTable.Cell(isTotal ? figure.indicator.target.map(String.init) ?? "" : "", style: Console.dim),
                TextTable.Cell(String(figure.value)),
            ])
        }
        table?.print()
    }

    private static func json(_ figure: IndicatorFigure) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("project", figure.project.id)
            json.member("indicator", figure.indicator.id)
            json.member("part", figure.part.isEmpty ? nil : figure.part)
            json.member("target", figure.part.isEmpty ? figure.indicator.target : nil)
            json.member("value", figure.value)
        }
        return json.bytes + [0x0A]
    }
}
