import HTTPTypes
import Registry
import Desk
import FormModel
import Foundation
import Testing

@testable import Web

@Suite struct SubmissionGroupTests {
    private func checked(_ test: TestSite, _ number: Int) throws -> (WebForm, CheckedTypedForm) {
        let form = try #require(try test.site.intake.catalogue.current().form(event: "proba", form: "main"))
        var typed = TypedForm(language: .polish)
        for (name, value) in TestEvent.answers { typed.texts[name, default: []].append(value) }
        typed.texts["name_latin"] = ["Osoba Numer\(String(UnicodeScalar(UInt8(97 + number % 26))))"]
        typed.texts["email"] = ["osoba\(number)@example.org"]
        return (form, form.check(typed, at: test.site.now))
    }

    @Test func manyAtOnceAreAllRecordedOnce() async throws {
        let test = try TestSite()
        let snapshot = try test.site.intake.catalogue.current()
        let intake = test.site.intake
        let codes = try await withThrowingTaskGroup(of: RegistrationCode?.self) { group in
            for number in 0..<200 {
                let (form, checked) = try checked(test, number)
                let key = intake.newSubmissionKey()
                // Each is sent twice at the same moment, as by a double click.
                for _ in 0..<2 {
                    group.addTask {
                        switch await intake.submit(checked, of: form, in: snapshot, key: key) {
                        case .accepted(let receipt), .repeated(let receipt): receipt.code
                        default: nil
                        }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.count == 400)
        #expect(!codes.contains(nil))
        #expect(Set(codes).count == 200)
        #expect(try intake.workspace.list(.init()).total == 200)
        #expect(try intake.workspace.registry.read { try $0.verifyJournal() }.firstBroken == nil)
    }

    @Test func theOrderOfReceiptIsTheOrderOfWriting() async throws {
        let test = try TestSite()
        let snapshot = try test.site.intake.catalogue.current()
        for number in 0..<5 {
            test.setNow("2023-12-01T10:00:0\(number)+01:00")
            let (form, checked) = try checked(test, number)
            _ = await test.site.intake.submit(checked, of: form, in: snapshot, key: test.site.intake.newSubmissionKey())
        }
        let rows = try test.site.intake.workspace.list(.init()).summaries.map(\.row).sorted { $0.id < $1.id }
        #expect(rows.map(\.receivedAt) == rows.map(\.receivedAt).sorted())
    }

    @Test func aFormThatWaitedPastTheDeadlineIsNotTakenIn() async throws {
        let test = try TestSite()
        let (form, checked) = try checked(test, 0)
        let snapshot = try test.site.intake.catalogue.current()
        test.setNow("2023-12-09T00:00:00+01:00")
        let result = await test.site.intake.submit(
            checked,
            of: form,
            in: snapshot,
            key: test.site.intake.newSubmissionKey()
        )
        guard case .closed = result else {
            Issue.record("\(result)")
            return
        }
        #expect(try test.site.intake.workspace.list(.init()).total == 0)
    }

    @Test func afterStoppingNothingIsAccepted() async throws {
        let test = try TestSite()
        let (form, checked) = try checked(test, 0)
        let snapshot = try test.site.intake.catalogue.current()
        test.site.intake.stop()
        let result = await test.site.intake.submit(
            checked,
            of: form,
            in: snapshot,
            key: test.site.intake.newSubmissionKey()
        )
        guard case .refused(_, isFull: true) = result else {
            Issue.record("\(result)")
            return
        }
    }
}
