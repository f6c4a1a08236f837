import FormModel
public import Registry

/// Attendance lists that come back with signatures: kept like every paper, typed in beside their picture.
///
/// What stands on them is not read by a program: a signature is for people to see.
extension Workspace {
    /// Keeps a scanned or photographed list with the session it belongs to. Refuses anything that is no PDF and no picture.
    public func keepSignedList(_ untrusted: [UInt8], of list: CheckInList) throws(DeskError) {
        guard let format = Self.pageFormat(untrusted) else {
            throw DeskError(
                .fileUnreadable,
                "To nie jest skan ani zdjęcie. Wybierz plik PDF, JPEG, PNG albo TIFF.",
                "This is no scan and no photograph. Choose a PDF, JPEG, PNG or TIFF file."
            )
        }
        let slug = list.event.slug
        let source = UnreadSource(
            bytes: untrusted,
            name: "lista-obecnosci." + format.rawValue,
            format: format,
            channel: .paper,
            event: slug
        )
        try keep(source) { writer, id in
            try writer.addSignedList(id, event: slug, activity: list.activity.id, session: list.session.id)
        }
    }

    /// The lists of a session that came back.
    public func signedLists(of list: CheckInList) throws(DeskError) -> [StoredSource] {
        try DeskError.attempt {
            try registry.read {
                try $0.signedLists(event: list.event.slug, activity: list.activity.id, session: list.session.id)
            }
        }
    }

    /// What a file is by its first bytes; what it holds is for the reader process to find out.
    private static func pageFormat(_ bytes: [UInt8]) -> SourceFormat? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return .tiff
        }
        return nil
    }
}
