import FormModel
import ReaderProtocol

/// The sheets of one printed form in one file, or in the pictures of one mail: read, whoever filled them in.
struct ReadSheets {
    let map: FormMap
    private(set) var reading: Reading
    private(set) var crops: [FieldCrop]

    init(map: FormMap, reading: Reading, crops: [FieldCrop]) {
        self.map = map
        self.reading = reading
        self.crops = crops
    }

    /// Sheets from which something was read.
    var sheets: [ScannedSheet] { reading.sheets.filter { $0.problem == nil } }

    /// Sheets of this form, or of none, that could not be read.
    var unread: [ScannedSheet] { reading.sheets.filter { $0.problem != nil } }

    /// The same sheets behind others: several pictures of one mail are counted through.
    func shifted(by offset: Int) -> ReadSheets {
        guard offset > 0 else { return self }
        var shifted = self
        for index in shifted.reading.sheets.indices { shifted.reading.sheets[index].number += offset }
        for index in shifted.reading.answers.indices { shifted.reading.answers[index].sheet += offset }
        for index in shifted.crops.indices { shifted.crops[index].sheet += offset }
        return shifted
    }

    mutating func append(_ other: ReadSheets) {
        reading.sheets += other.reading.sheets
        reading.answers += other.reading.answers
        reading.warnings += other.reading.warnings
        crops += other.crops
    }

    mutating func removeUnread() { reading.sheets.removeAll { $0.problem != nil } }
}

extension [ReadSheets] {
    /// Those of the same printed form together, in the order in which they came.
    var joined: [ReadSheets] {
        var joined: [ReadSheets] = []
        for sheets in self {
            if let index = joined.firstIndex(where: { $0.map.version == sheets.map.version }) {
                joined[index].append(sheets)
            } else {
                joined.append(sheets)
            }
        }
        return joined
    }
}
