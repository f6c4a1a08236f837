import Documents
import Foundation

/// Templates and data that `make_inputs.py` made.
struct Inputs {
    let folder: String

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder).appending(path: name)))
    }

    func template(_ name: String) throws -> Template { try Template(bytes: bytes(name)) }

    func records(_ name: String) throws -> [DataValue] { try DataReader.records(bytes(name)) }

    /// An attendance list of any length whose rows are made while they are asked for.
    func streamedList(rows count: Int) throws -> DataValue {
        guard let record = try records("attendance_500.json").first, let members = record.members,
            let rows = record["rows"]?.elements, !rows.isEmpty
        else { throw CocoaError(.fileReadCorruptFile) }
        var object = members
        object["rows"] = .stream(
            DataStream {
                var next = 0
                return {
                    guard next < count else { return nil }
                    next += 1
                    return rows[(next - 1) % rows.count]
                }
            }
        )
        return .object(object)
    }
}
