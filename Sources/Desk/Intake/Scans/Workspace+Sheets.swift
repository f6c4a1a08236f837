public import FormModel
public import Registry

/// What a person says about one sheet of a scan or one photograph.
public struct MarkedSheet: Hashable, Sendable {
    /// The page of the file, counted from 1; of a mail, its pictures counted through.
    public var sheet: Int
    /// The form's page; nil where its code tells.
    public var formPage: Int?
    /// Where the form's page lies in the picture.
    public var corners: SheetCorners

    public init(sheet: Int, formPage: Int?, corners: SheetCorners) {
        self.sheet = sheet
        self.formPage = formPage
        self.corners = corners
    }
}

extension Workspace {
    /// Reads a source again by the corners that a person marked.
    ///
    /// - Parameter version: of the printed form, for sheets without a code; nil takes the only map there is.
    public func markCorners(
        _ marked: [MarkedSheet],
        source id: Int64,
        version: String?
    ) throws(DeskError) -> [IntakeOutcome] {
        let source = try waitingSource(id)
        let waiting = WaitingSheet.numbers(of: source)
        for sheet in marked where !waiting.contains(sheet.sheet) {
            throw Self.unknownSheet(sheet.sheet, source, waiting)
        }
        var notes = SheetNotes.of(self, sha256: source.sha256)
        for sheet in marked {
            notes.corners[sheet.sheet] = sheet.corners
            notes.pages[sheet.sheet] = sheet.formPage ?? notes.pages[sheet.sheet]
        }
        let isWithoutCode = source.findings.contains {
            $0.code == .sourceNotYetReadable && $0.parameters["reason"] == "noCode"
        }
        if let version {
            notes.version = try map(version: version).version
        } else if isWithoutCode, notes.version == nil {
            notes.version = try onlyMap(of: source.requestedEvent).version
        }
        return try readAgain(source, notes)
    }

    /// Reads a source again with the sheets put together as a person says; those not named wait on.
    public func groupSheets(_ groups: [[Int]], source id: Int64) throws(DeskError) -> [IntakeOutcome] {
        let source = try waitingSource(id)
        let all = groups.flatMap(\.self)
        guard !all.isEmpty, Set(all).count == all.count, all.allSatisfy({ (1...SheetNotes.sheetCountMax).contains($0) })
        else {
            throw DeskError(
                .valueInvalid,
                "Każda kartka może należeć tylko do jednego formularza.",
                "A sheet can belong to one form only."
            )
        }
        let known = Self.askedSheets(of: source)
        if let other = all.first(where: { !known.contains($0) }) { throw Self.unknownSheet(other, source, known) }
        var notes = SheetNotes.of(self, sha256: source.sha256)
        // What was said before about other sheets holds on.
        notes.groups = (notes.groups ?? []).filter { $0.allSatisfy { !all.contains($0) } } + groups
        return try readAgain(source, notes)
    }

    /// Adds pages that came alone to the registration that a person names.
    public func joinPages(source id: Int64, to typedCode: String) throws(DeskError) -> IntakeOutcome {
        let source = try waitingSource(id)
        let row = try row(typedCode)
        let events = try allEvents()
        let versions = try prepareEvents(events)
        let checker = FormChecker(events: events, blanks: [:])
        let pipeline = try IntakePipeline(
            workspace: self,
            checker: checker,
            eventVersions: versions,
            requestedEvent: row.event
        ) { _ in }
        guard let outcome = try pipeline.join(source, to: row) else {
            throw DeskError(
                .valueInvalid,
                "Te strony nie są z formularza zgłoszenia \(row.code). Sprawdź numer i kod.",
                "These pages are not of the form of registration \(row.code). Check number and code."
            )
        }
        return outcome
    }

    /// The printed forms that a sheet without a code may be of: those of the event where one was named, else of all.
    public func printedForms(for source: StoredSource) throws(DeskError) -> [FormMap] {
        try allMaps(source.requestedEvent)
    }

    // MARK: Sheets that are asked about

    /// Numbers of the sheets of which it is not known whose they are.
    private static func askedSheets(of source: StoredSource) -> Set<Int> {
        let texts = source.findings.flatMap { finding -> [Substring] in
            switch finding.code {
            case .scanSheetsUnclear:
                (finding.parameters["order"] ?? "").split(separator: ",").map { $0.prefix { $0 != ":" } }
            case .scanPageAlone: (finding.parameters["sheets"] ?? "").split(separator: "+")
            default: []
            }
        }
        return Set(texts.compactMap { Int($0.filter(\.isNumber)) })
    }

    private static func unknownSheet(_ number: Int, _ source: StoredSource, _ known: Set<Int>) -> DeskError {
        let list = known.isEmpty ? "–" : known.sorted().map(String.init).joined(separator: ", ")
        return DeskError(
            .valueInvalid,
            "Plik \(source.id) nie pyta o kartkę \(number). Czekają kartki: \(list).",
            "File \(source.id) does not ask about sheet \(number). Sheets that wait: \(list)."
        )
    }

    // MARK: What it needs

    private func waitingSource(_ id: Int64) throws(DeskError) -> StoredSource {
        let source = try DeskError.attempt { try registry.read { try $0.source(id) } }
        guard let source, source.status == .needsPerson || source.status == .unassigned else {
            throw DeskError(
                .valueInvalid,
                "Plik \(id) nie czeka na człowieka. Numery podaje: nabor review.",
                "File \(id) does not wait for a person. The numbers are told by: nabor review."
            )
        }
        return source
    }

    private func readAgain(_ source: StoredSource, _ notes: SheetNotes) throws(DeskError) -> [IntakeOutcome] {
        let named = source.findings.lazy.compactMap { $0.parameters["event"] }.first
        let mapped = try notes.version.map { version throws(DeskError) in try map(version: version).event }
        guard let event = mapped ?? source.requestedEvent ?? named ?? eventOfRegistrations(source) else {
            throw DeskError(
                .valueInvalid,
                "Nie wiadomo, do którego wydarzenia należy plik \(source.id). Dodaj --map WERSJA. Są: \(Self.list(try allMaps(nil))).",
                "Which event file \(source.id) belongs to is not known. Add --map VERSION. There are: \(Self.list(try allMaps(nil)))."
            )
        }
        try notes.keep(self, sha256: source.sha256)
        return try assignSource(source.id, to: event)
    }

    private func eventOfRegistrations(_ source: StoredSource) -> String? {
        (try? registry.read { try $0.registrations(ofSource: source.id) })?.first?.event
    }

    private func allMaps(_ slug: String?) throws(DeskError) -> [FormMap] {
        var maps: [FormMap] = []
        let events = try allEvents()
        for event in events where slug == nil || event.definition.slug == slug {
            let kept = try FormMapStore(workspace: self, event: event.definition.slug).all().map(\.map)
            maps += kept + (kept.contains { $0.origin == .own } ? [] : PrintedForms.ofToday(event, self))
        }
        return maps
    }

    private func map(version: String) throws(DeskError) -> FormMap {
        let maps = try allMaps(nil)
        // On paper it stands in two groups.
        let plain = version.uppercased().filter { $0.isLetter || $0.isNumber }
        if let map = maps.first(where: { $0.version.uppercased() == plain }) { return map }
        throw DeskError(
            .valueInvalid,
            "Nie ma mapy formularza „\(version)”. Są: \(Self.list(maps)).",
            "There is no form map “\(version)”. There are: \(Self.list(maps))."
        )
    }

    private func onlyMap(of slug: String?) throws(DeskError) -> FormMap {
        let maps = try allMaps(slug)
        if maps.count == 1 { return maps[0] }
        throw DeskError(
            .valueInvalid,
            "Nie wiadomo, który to formularz. Dodaj --map WERSJA. Są: \(Self.list(maps)).",
            "Which form this is is not known. Add --map VERSION. There are: \(Self.list(maps))."
        )
    }

    private static func list(_ maps: [FormMap]) -> String {
        maps.isEmpty
            ? "–"
            : maps.map { "\($0.version) (\($0.event), \($0.form), \($0.language.rawValue))" }.joined(separator: "; ")
    }
}
