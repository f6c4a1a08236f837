import Documents
import Foundation
import FormModel
import Testing

@testable import Desk

/// Every shipped template against every sample event: what a template asks for, the rooms supply.
struct TemplateCheckTests {
    private static let samples = ShippedTemplatesTests.folder.deletingLastPathComponent()
        .appendingPathComponent("samples/events")

    static let events: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: samples.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test(arguments: ShippedTemplatesTests.files)
    func shippedTemplateAsksForWhatEveryEventHas(_ file: String) throws {
        #expect(Self.events.count == 5)
        for name in Self.events {
            let event = try EventLoading.load(Self.samples.appendingPathComponent(name).path)
            let path = ShippedTemplatesTests.folder.appendingPathComponent(file).path
            let outcome = try TemplateCheck(event: event, kind: nil).check(path)
            #expect(outcome.faults.map(\.message) == [], "\(file) with \(name)")
            #expect(outcome.kinds.count == 1)
            #expect(outcome.uses.allSatisfy { $0.isKnown == true })
        }
    }

    /// What a specimen lacks, `nabor check` would call unknown although letters have it.
    @Test(arguments: DocumentKind.allCases)
    func specimenHasEveryNameOfTheLetters(_ kind: DocumentKind) {
        let real = SampleLetters(language: .polish).value(kind.rawValue)
        let specimen = DocumentSpecimen(
            LetterFixtures.event,
            settings: WorkspaceSettings(organiser: LetterFixtures.organiser),
            kind: kind,
            language: .polish
        )
        let known = ValuePaths(root: specimen.values)
        let unknown = ValuePaths(root: real).all.filter { known.find($0) != .known }
        #expect(unknown == [])
    }

    @Test func kindIsTakenFromThePlan() throws {
        var definition = LetterFixtures.event
        definition.documents = [DocumentPlan(kind: .ranking, template: "receipt.pl.docx")]
        let event = LoadedEvent(definition: definition, yaml: "", path: "", warnings: [])
        let path = ShippedTemplatesTests.folder.appendingPathComponent("receipt.pl.docx").path
        let outcome = try TemplateCheck(event: event, kind: nil).check(path)
        #expect(outcome.kinds == [.ranking])
        #expect(Set(outcome.uses.filter { $0.isKnown == false }.map(\.path)).contains("person.salutation"))
        #expect(try TemplateCheck(event: event, kind: .receipt).check(path).faults == [])
    }
}
