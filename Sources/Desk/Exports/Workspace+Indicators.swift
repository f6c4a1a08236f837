import Documents
import Expressions
import FieldKinds
public import FormModel
import Registry

/// One figure of a funder's table.
public struct IndicatorFigure: Sendable {
    public var project: Project
    public var indicator: Indicator
    /// Empty for the total; `sex: F`, `18–60` for a breakdown.
    public var part: String
    public var value: Int
}

extension Workspace {
    /// Counts every indicator of every project, with its breakdowns.
    public func indicators(event slug: String) throws(DeskError) -> [IndicatorFigure] {
        let event = try event(slug)
        let today = now.local(in: event.definition.timeZone).date
        let counted = try DeskError.attempt { try registry.read { try IndicatorData(event, $0) } }
        return event.definition.projects.flatMap { project in
            project.indicators.flatMap { indicator in
                IndicatorCount(event: event.definition, data: counted, indicator: indicator, today: today)
                    .figures.map {
                        IndicatorFigure(project: project, indicator: indicator, part: $0.part, value: $0.value)
                    }
            }
        }
    }

    /// Writes the indicators as CSV or XLSX, by the file's ending.
    public func exportIndicators(event slug: String, to path: String, language: InterfaceLanguage) throws(DeskError) {
        let figures = try indicators(event: slug)
        let isPolish = language == .polish
        let columns = [
            TableExport.Column(key: "project", title: isPolish ? "Projekt" : "Project"),
            TableExport.Column(key: "number", title: isPolish ? "Numer umowy" : "Agreement"),
            TableExport.Column(key: "indicator", title: isPolish ? "Wskaźnik" : "Indicator"),
            TableExport.Column(key: "part", title: isPolish ? "W tym" : "Of these"),
            TableExport.Column(key: "target", title: isPolish ? "Cel" : "Target", kind: .number),
            TableExport.Column(key: "value", title: isPolish ? "Osiągnięto" : "Reached", kind: .number),
        ]
        let rows = figures.map { figure -> [TableExport.Cell] in
            let target = figure.part.isEmpty ? figure.indicator.target : nil
            return [
                .text(figure.project.title.text(in: language)), .text(figure.project.number),
                .text(figure.indicator.label.text(in: language)), .text(figure.part),
                target.map { .number(DecimalNumber($0)) } ?? .empty, .number(DecimalNumber(figure.value)),
            ]
        }
        let name = isPolish ? "Wskaźniki" : "Indicators"
        let table = TableExport(sheet: .init(name: name, columns: columns, rows: rows), language: language)
        try write(table, path.hasSuffix(".xlsx") ? .xlsx : .csv, path)
    }
}
