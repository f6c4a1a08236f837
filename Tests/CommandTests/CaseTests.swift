import Foundation
import Testing
import WrittenDocuments

/// The commands as `cases/*.md` show them, run on the built program.
@Suite("Command cases")
struct CaseTests {
    @Test("every case holds commands")
    func everyCaseHasSteps() {
        #expect(CommandCase.all.count >= 20)
        for item in CommandCase.all { #expect(!item.steps.isEmpty, "\(item.name) has no console block") }
    }

    @Test(arguments: CommandCase.all)
    func says(_ item: CommandCase) throws {
        let workspace = try TestWorkspace(events: item.events)
        for (name, value) in item.variables { workspace.variables[name] = value }
        for file in item.files { try workspace.write(Data(file.bytes), to: file.name) }
        var pattern = OutputPattern()
        for step in item.steps {
            workspace.variables.merge(pattern.known) { _, new in new }
            let outcome = try workspace.run(step.command)
            let place = "cases/\(item.name).md:\(step.line): \(step.command)"
            #expect(outcome.exitCode == step.exitCode, "\(place)\n\(outcome.output)\(outcome.errors)")
            if let difference = pattern.difference(step.output, outcome.output) {
                Issue.record("\(place)\n\(difference)\(outcome.errors)")
                return
            }
            if let difference = pattern.difference(step.errors, outcome.errors) {
                Issue.record("\(place)\nstandard error: \(difference)")
                return
            }
        }
        for document in try workspace.writtenDocuments(besides: Set(item.files.map(\.name))) {
            let origin = "\(item.name) \(document.name)"
            #expect(try WrittenDocuments.faults(in: document.bytes, origin: origin) == [], "\(origin)")
        }
    }
}
