public import FormModel

/// A table to be exported: columns with kinds, rows read one by one, and further sheets for repeating groups.
public struct TableExport: Sendable {
    public enum ColumnKind: String, Sendable, CaseIterable {
        /// Text, codes, phone numbers: never a number or a formula, however it looks.
        case text
        case number
        case date
        /// Date and time of day in the zone the caller has chosen.
        case dateTime
        case flag
    }

    public struct Column: Hashable, Sendable {
        /// Stable key; the member's name in JSON.
        public var key: String
        /// What stands in the first row.
        public var title: String
        public var kind: ColumnKind
        /// In characters; nil is worked out from the title and the kind.
        public var width: Int?

        public init(key: String, title: String, kind: ColumnKind = .text, width: Int? = nil) {
            self.key = key
            self.title = title
            self.kind = kind
            self.width = width
        }
    }

    public enum Cell: Hashable, Sendable {
        case empty
        case text(String)
        case number(DecimalNumber)
        case date(CalendarDate)
        case dateTime(CalendarDate, hour: Int, minute: Int, second: Int)
        case flag(Bool)
    }

    /// One table: the main one, or that of a repeating group.
    public struct Sheet: Sendable {
        public var name: String
        public var columns: [Column]
        /// Starts the rows from the first and returns the function that gives one row after the other.
        public var rows: @Sendable () -> () -> [Cell]?

        public init(name: String, columns: [Column], rows: @escaping @Sendable () -> () -> [Cell]?) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }

        public init(name: String, columns: [Column], rows: [[Cell]]) {
            self.init(name: name, columns: columns) {
                var position = 0
                return {
                    guard position < rows.count else { return nil }
                    defer { position += 1 }
                    return rows[position]
                }
            }
        }
    }

    public var sheet: Sheet
    /// Written by XLSX and JSON; CSV holds the main sheet alone.
    public var furtherSheets: [Sheet]
    /// How yes and no are printed in CSV.
    public var language: InterfaceLanguage

    public init(sheet: Sheet, furtherSheets: [Sheet] = [], language: InterfaceLanguage = .polish) {
        self.sheet = sheet
        self.furtherSheets = furtherSheets
        self.language = language
    }
}

/// An export that could not be written.
public struct ExportError: Error, Hashable, Sendable {
    public enum Code: String, Sendable {
        /// The file could not be made or written.
        case fileUnwritable = "export.fileUnwritable"
        /// XLSX holds at most 1,048,576 rows, 16,384 columns and 32,767 characters a cell.
        case tooLarge = "export.tooLarge"
    }

    public var code: Code
    /// What the C library or the system said; holds no value of the table.
    public var detail: String
}
