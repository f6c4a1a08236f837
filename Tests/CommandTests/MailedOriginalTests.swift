import Foundation
import Testing

/// A document that came by mail lies only in its mail; it can be fetched all the same.
@Suite("Mailed originals")
struct MailedOriginalTests {
    @Test func thePageForCheckingShowsTheDocumentThatWasMailed() throws {
        let workspace = try TestWorkspace(events: ["porozmawiajmy-o-integracji"])
        let printed = try workspace.run("nabor form porozmawiajmy-o-integracji --format pdf -o form.pdf")
        #expect(printed.exitCode == 0, "\(printed.errors)")
        let form = try Data(contentsOf: workspace.path("form.pdf"))
        try workspace.write(BadInputTests.Mail.with([UInt8](form), number: 910), to: "batch/1.eml")
        let taken = try workspace.run("nabor intake batch --json")
        let code = try #require(taken.objects.first?["code"] as? String, "\(taken.output) \(taken.errors)")
        // A letter of another alphabet in a Latin name makes it a case for a person.
        #expect(try workspace.run("nabor edit \(code) 'name_latin=Оlena Testowa' --json").exitCode == 0)
        let page = try workspace.run("nabor review --html check --json")
        #expect(page.objects.first?["registrations"] as? Int == 1)
        let shown = workspace.path("check/originals/\(code).pdf")
        #expect(try Data(contentsOf: shown) == form)
    }

    @Test func aMailIsStoredOnceAndItsPartsNotAgain() throws {
        let workspace = try TestWorkspace(events: ["porozmawiajmy-o-integracji"])
        let mail = Product.samples.appendingPathComponent("mailbox/porozmawiajmy-02.eml")
        try workspace.write(try Data(contentsOf: mail), to: "batch/1.eml")
        #expect(try workspace.run("nabor intake batch --json").objects.count == 1)
        let held = try workspace.run("find originals -type f | xargs sha256sum | cut -c1-64")
        let sent = try workspace.run("sha256sum < batch/1.eml | cut -c1-64")
        #expect(held.output == sent.output)
    }
}
