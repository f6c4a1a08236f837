import Documents
import FieldKinds
import FormModel
import Foundation
import Testing
import WrittenDocuments

@testable import Desk

/// What is typed into the Word form of a sample comes back exactly, for every question of all five samples.
@Suite struct WordRoundTripTests {
    /// What a person types for a kind of field, and the value it stands for.
    private static func typed(_ field: FieldDefinition, _ number: Int) -> (text: String, value: String) {
        switch field.kind {
        case .personName(_, let part):
            let name = part == .surname ? "Testowa-Łęcka" : part == .given ? "Żaneta" : "Żaneta Testowa-Łęcka"
            return (name, name)
        case .email: return ("anna.testowa\(number)@example.org", "anna.testowa\(number)@example.org")
        case .phone: return ("990 000 00\(number)", "+4899000000\(number)")
        case .date: return ("12.04.1990", "1990-04-12")
        case .number: return ("1\(number)", "1\(number)")
        case .country: return ("Polska", "PL")
        case .language: return ("polski", "pl")
        case .pesel: return ("02070803628", "02070803628")
        case .nip: return ("123-456-32-18", "1234563218")
        case .regon: return ("123456785", "123456785")
        case .krs: return ("0009999999", "0009999999")
        case .iban: return ("PL61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874")
        case .postalCode: return ("00-001", "00-001")
        case .longText:
            return ("Pierwszy wiersz & „cudzysłów”.\nDrugi wiersz.", "Pierwszy wiersz & „cudzysłów”.\nDrugi wiersz.")
        default: return ("Odpowiedź <\(field.key)>", "Odpowiedź <\(field.key)>")
        }
    }

    private struct Filling {
        var language: InterfaceLanguage
        var texts: [String: String] = [:]
        var expected: [String: String] = [:]

        mutating func add(_ field: FieldDefinition, _ name: FormFieldName, _ number: Int) {
            let key = name.description
            switch field.kind {
            case .choice:
                let option = field.options[number % field.options.count]
                // Long lists are chosen from, not ticked.
                if field.options.count <= 12 { return tick([option.key], key) }
                texts[key] = option.label.text(in: language)
                expected[key] = option.key
            case .choices:
                tick(field.options.enumerated().filter { $0.offset % 2 == number % 2 }.map(\.element.key), key)
            case .addressForm: tick(["neutral"], key)
            case .yesNo: tick([number % 2 == 0 ? "true" : "false"], key)
            case .consent:
                texts[key] = "x"
                expected[key] = "true"
            default: (texts[key], expected[key]) = { ($0.text, $0.value) }(typed(field, number))
            }
        }

        private mutating func tick(_ options: [String], _ key: String) {
            for option in options { texts["\(key)=\(option)"] = "x" }
            expected[key] = options.joined(separator: "; ")
        }
    }

    private static func filling(_ form: FormDefinition, _ language: InterfaceLanguage) -> Filling {
        var filling = Filling(language: language)
        for (number, field) in form.fields.enumerated() where field.kind != .file {
            guard field.kind == .group else {
                filling.add(field, FormFieldName(field.key), number % 10)
                continue
            }
            for (index, inner) in field.fields.enumerated() {
                filling.add(inner, FormFieldName(group: field.key, entry: 1, inner: inner.key), index)
            }
        }
        return filling
    }

    private static func flat(_ answers: AnswerSet) -> [String: String] {
        var flat: [String: String] = [:]
        for (key, value) in answers.values {
            guard case .group(let entries) = value else {
                flat[key] = value.plainText
                continue
            }
            for (index, entry) in entries.enumerated() {
                for (inner, value) in entry { flat["\(key)[\(index + 1)]/\(inner)"] = value.plainText }
            }
        }
        return flat
    }

    @Test(arguments: SampleFormTests.slugs, InterfaceLanguage.allCases)
    func everyAnswerComesBack(slug: String, language: InterfaceLanguage) throws {
        let event = try SampleFormTests.event(slug)
        let checker = FormChecker(events: [event], blanks: [:])
        let printing = FormPrinting(event: event)
        for form in event.definition.forms {
            let filling = Self.filling(form, language)
            let blank = try printing.make(form: form, language: language, format: .docx)
            #expect(try WrittenDocuments.faults(in: blank.bytes, origin: slug) == [])
            let reading = try FilledWordForm.reading(FilledWordForm.filled(blank.bytes, filling.texts))
            #expect(reading.properties["nabor:event"] == slug)
            #expect(reading.properties["nabor:version"] == blank.version)
            let received = try #require(Instant(iso: "2023-11-20T12:00:00+01:00"))
            let checked = checker.check(reading, FormChecker.Circumstances(channel: .mail, receivedAt: received))
            #expect(checked.form == form.id)
            #expect(Self.flat(checked.answers) == filling.expected)
        }
    }

    @Test(arguments: SampleFormTests.slugs)
    func blankFormHasNoAnswers(slug: String) throws {
        let event = try SampleFormTests.event(slug)
        let checker = FormChecker(events: [event], blanks: [:])
        for form in event.definition.forms {
            let blank = try FormPrinting(event: event).make(form: form, language: .polish, format: .docx)
            #expect(try WrittenDocuments.faults(in: blank.bytes, origin: slug) == [])
            let reading = try FilledWordForm.reading(blank.bytes)
            let received = try #require(Instant(iso: "2023-11-20T12:00:00+01:00"))
            let checked = checker.check(reading, FormChecker.Circumstances(channel: .mail, receivedAt: received))
            // An unticked box says no; nothing else is said.
            let said = checked.answers.values.filter { $0.value != .flag(false) }
            #expect(said.isEmpty)
        }
    }
}
