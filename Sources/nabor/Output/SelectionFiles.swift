import Desk
import FormModel
import Foundation
import Selection

/// The files a run leaves beside its decisions.
struct SelectionFiles {
    var record: String?
    var published: String?
    var picture: String?
    /// Put before the names when several activities were decided at once.
    var prefix: String

    func write(_ bytes: [UInt8], mode: SelectionRules.Publication, title: String) throws {
        if let record { try write(bytes, to: record) }
        if let published { try write(publication(bytes, mode), to: published) }
        if let picture, let drawn = SelectionPicture(record: bytes, title: title, language: Speech.language) {
            try write(Array(drawn.svg.utf8), to: picture)
        }
    }

    private func publication(_ bytes: [UInt8], _ mode: SelectionRules.Publication) throws -> [UInt8] {
        do throws(PublicRecord.Fault) {
            return try PublicRecord(record: bytes, mode: mode).bytes
        } catch {
            guard case .typesTooSmall(let people) = error else {
                throw DeskError(.recordInvalid, "To nie jest protokół wyboru.", "This is no selection record.")
            }
            throw DeskError(
                .recordInvalid,
                "Rodzaj zgłoszeń liczy tylko \(people) osób; tabela rodzajów zdradziłaby je. Użyj publish: root-only.",
                "A kind of applications has only \(people) people; a table of kinds would tell who they are. Use publish: root-only."
            )
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: path)
        let name = prefix + url.lastPathComponent
        try Data(bytes).write(to: url.deletingLastPathComponent().appendingPathComponent(name), options: .atomic)
    }
}
