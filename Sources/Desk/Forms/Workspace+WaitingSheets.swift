import FormModel
import Registry

extension Workspace {
    /// The sheets of a waiting source of which somebody has to say whose they are, drawn into the page's folder.
    func waiting(
        _ source: StoredSource,
        _ paper: RegistrationSheets,
        _ folder: String,
        _ language: InterfaceLanguage
    ) throws(DeskError) -> [ReviewPage.Waiting] {
        var waiting: [ReviewPage.Waiting] = []
        for finding in source.findings where [.scanSheetsUnclear, .scanPageAlone].contains(finding.code) {
            let pages = Self.pages(finding)
            var shown: [(number: Int, path: String, formPage: String)] = []
            for sheet in pages.prefix(RegistrationSheets.countMax) {
                guard let picture = paper.picture(ofSheet: sheet.number, of: source) else { continue }
                let path = "sheets/\(source.id)-\(sheet.number).png"
                try OutputFile.write(picture, to: folder + "/" + path)
                shown.append((sheet.number, path, sheet.formPage))
            }
            guard !shown.isEmpty else { continue }
            waiting.append(
                ReviewPage.Waiting(
                    source: source.id,
                    name: source.name,
                    question: Self.question(finding, language),
                    command: Self.order(finding, source, language),
                    sheets: shown,
                    moreCount: pages.count - shown.count
                )
            )
        }
        return waiting
    }

    /// Numbers of the sheets with the form's page that each is.
    private static func pages(_ finding: Finding) -> [(number: Int, formPage: String)] {
        if finding.code == .scanSheetsUnclear {
            return (finding.parameters["order"] ?? "").split(separator: ",").compactMap { pair in
                let sides = pair.split(separator: ":").map { $0.filter { $0 != " " } }
                guard sides.count == 2, let number = Int(sides[0]) else { return nil }
                return (number, sides[1] == "?" ? "" : sides[1])
            }
        }
        let numbers = (finding.parameters["sheets"] ?? "").split(separator: "+").compactMap { Int($0) }
        let pages = (finding.parameters["pages"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        // Of several sheets the order of the pages is not told.
        return numbers.map { ($0, numbers.count == 1 && pages.count == 1 ? pages[0] : "") }
    }

    private static func question(_ finding: Finding, _ language: InterfaceLanguage) -> String {
        let isPolish = language != .english
        if finding.code == .scanSheetsUnclear {
            return isPolish
                ? "Nie wiadomo, które kartki należą do siebie. Powiedz to poleceniem: numery kartek jednej osoby łączy plus, osoby rozdziela przecinek."
                : "Which sheets belong together is not clear. Say it by the command: a plus joins the numbers of one person's sheets, a comma parts people."
        }
        return isPolish
            ? "Przyszła bez pierwszej strony, więc nie wiadomo, czyja jest. Obejrzyj ją i wpisz w poleceniu kod zgłoszenia, do którego należy."
            : "It came without the first page, so whose it is is not known. Look at it and put the code of its registration into the command."
    }

    private static func order(_ finding: Finding, _ source: StoredSource, _ language: InterfaceLanguage) -> String {
        guard finding.code == .scanSheetsUnclear else {
            return "nabor review --join \(source.id)=" + (language == .english ? "CODE" : "KOD")
        }
        let proposal = finding.parameters["proposal"] ?? ""
        return "nabor review --split \(source.id)=" + (proposal.isEmpty ? "1+2,3+4" : proposal)
    }
}
