import FieldKinds
public import FormModel
public import Registry

extension Workspace {
    /// A page of registrations in Polish order of their names.
    public func list(_ query: RegistrationQuery) throws(DeskError) -> RegistrationPage {
        var query = query
        query.searchText = query.searchText.map(SearchFold.fold)
        let folded = query
        return try DeskError.attempt {
            try registry.read { reader in
                let page = try reader.registrationPage(folded)
                return RegistrationPage(
                    summaries: try page.rows.map { try Self.summary($0, reader) },
                    total: page.total
                )
            }
        }
    }

    /// Everything about one registration.
    public func show(_ code: RegistrationCode) throws(DeskError) -> RegistrationDetails {
        let details = try DeskError.attempt {
            try registry.read { reader -> RegistrationDetails? in
                guard let row = try reader.registration(code: code) else { return nil }
                return RegistrationDetails(
                    summary: try Self.summary(row, reader),
                    answers: try reader.answers(ofRegistration: row.id),
                    event: nil,
                    source: try row.sourceID.flatMap { try reader.source($0) },
                    suspects: try reader.suspects(of: row.id).map { try Self.summary($0, reader) },
                    scores: try reader.scores(ofRegistration: row.id),
                    payments: try reader.payments(ofRegistration: row.id),
                    attendance: try reader.attendance(ofRegistration: row.id),
                    messages: try reader.messages(ofRegistration: row.id),
                    documents: try reader.documents(ofRegistration: row.id)
                )
            }
        }
        guard var details else { throw Self.unknown(code) }
        details.event = try? event(details.summary.row.event)
        return details
    }

    static func summary(_ row: RegistrationRow, _ reader: RegistryReader) throws -> RegistrationSummary {
        RegistrationSummary(
            row: row,
            participations: try reader.participations(ofRegistration: row.id),
            possibleDuplicateOf: try row.possibleDuplicateOf.flatMap { try reader.registration(id: $0)?.code }
        )
    }

    static func unknown(_ code: RegistrationCode) -> DeskError {
        DeskError(
            .unknownCode,
            "Nie ma zgłoszenia \(code). Sprawdź kod albo poszukaj: nabor list --search NAZWISKO.",
            "There is no registration \(code). Check the code or search: nabor list --search NAME."
        )
    }

    /// The registration of a code as typed.
    public func row(_ typed: String) throws(DeskError) -> RegistrationRow {
        guard let code = RegistrationCode(typed) else {
            throw DeskError(
                .unknownCode,
                "„\(typed)” nie jest kodem zgłoszenia; kod ma pięć znaków, na przykład K7WQ3.",
                "“\(typed)” is no registration code; a code has five characters, such as K7WQ3."
            )
        }
        let row = try DeskError.attempt { try registry.read { try $0.registration(code: code) } }
        guard let row else { throw Self.unknown(code) }
        return row
    }
}
