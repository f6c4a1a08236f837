import FormModel
import OfficePackage

/// The members of a template's package and what becomes of each.
struct TemplatePackage: Sendable {
    enum Member: Sendable {
        /// Copied as it lies in the template.
        case copy(ZipArchive.RawMember)
        case program(Int)
        /// Relationships of a part; new ones are put before the closing tag.
        case relationships(ZipArchive.RawMember, bytes: [UInt8], of: String)
        case contentTypes(ZipArchive.RawMember, bytes: [UInt8])
    }

    /// Content types first, the rest in the template's order.
    var members: [Member] = []
    var programs: [PartProgram] = []
    /// Parts that are rendered and have no relationships yet.
    var partsWithoutRelationships: [String] = []
    var drawingNumberMax = 0
    var bookmarkNumberMax = 0
    /// Begins no name and no relationship of the template.
    var freePrefix = "nabor"
}

/// Opens a template, refuses what has no business in one, and compiles its parts.
struct TemplateCompiler {
    private let options: TemplateOptions
    private(set) var faults: [TemplateFault] = []
    private(set) var warnings: [TemplateFault] = []
    private(set) var variables = VariableCollector()
    private(set) var package = TemplatePackage()

    init(_ options: TemplateOptions) {
        self.options = options
    }

    mutating func compile(_ bytes: [UInt8], isBook: Bool = false) {
        do throws(PackageError) {
            let archive = try ZipArchive(bytes)
            try read(archive, isBook: isBook)
        } catch {
            faults.append(Self.damage(error))
        }
    }

    private mutating func read(_ archive: ZipArchive, isBook: Bool) throws(PackageError) {
        guard let main = try Relationships(of: "", in: archive).first(ofType: "officeDocument")?.part,
            archive.member(named: main) != nil
        else { throw PackageError(.missingPart, "officeDocument") }
        try refuse(archive)
        var parts = [main]
        let related: Set<String> = ["header", "footer", "footnotes", "endnotes", "comments"]
        for target in try Relationships(of: main, in: archive).targets where related.contains(target.kind) {
            if let part = target.part, !parts.contains(part), archive.member(named: part) != nil { parts.append(part) }
        }
        // In a book headers come first, for its sections name them.
        for part in isBook ? Array(parts.dropFirst()) : parts {
            try compilePart(part, archive, main: nil, isRepeated: isBook)
        }
        if isBook { try compilePart(main, archive, main: try Relationships(of: main, in: archive), isRepeated: true) }
        try compileProperties(archive)
        try arrange(archive)
    }

    /// `main` gives the relationships of a document that becomes a book.
    private mutating func compilePart(
        _ name: String,
        _ archive: ZipArchive,
        main: Relationships?,
        isRepeated: Bool
    ) throws(PackageError) {
        guard let bytes = try archive.part(named: name) else { return }
        let tree: PartTree
        do throws(PackageError) {
            tree = try PartTree(name: name, bytes: bytes)
        } catch {
            faults.append(Self.damage(error, part: name))
            return
        }
        noteNumbers(tree)
        let compiler = PartCompiler(tree: tree, options: options, isRepeated: isRepeated, isBook: main != nil)
        for target in main?.targets ?? [] {
            if let index = package.programs.firstIndex(where: { $0.name == target.part }) {
                compiler.programByRelationship[target.id] = index
            }
        }
        let (program, names) = compiler.compile()
        faults += compiler.faults
        variables.add(names)
        if program.isDynamic { package.programs.append(program) }
    }

    private mutating func noteNumbers(_ tree: PartTree) {
        for node in tree.nodes.indices {
            switch (tree.nodes[node].space, tree.nodes[node].name) {
            case (.word2006Drawing, .docPr):
                package.drawingNumberMax = max(package.drawingNumberMax, tree.value(node, "id").flatMap(Int.init) ?? 0)
            case (.word, .bookmarkStart):
                package.bookmarkNumberMax = max(
                    package.bookmarkNumberMax,
                    tree.value(node, "id").flatMap(Int.init) ?? 0
                )
            default: break
            }
        }
    }

    /// Title, subject and the like of the document.
    private mutating func compileProperties(_ archive: ZipArchive) throws(PackageError) {
        guard let name = try Relationships(of: "", in: archive).first(ofType: "core-properties")?.part,
            let bytes = try archive.part(named: name), bytes.contains(UInt8(ascii: "{"))
        else { return }
        let compiler = PartCompiler(tree: try PartTree(name: name, bytes: bytes), options: options)
        let (program, names) = compiler.compileProperties()
        faults += compiler.faults
        variables.add(names)
        if program.isDynamic { package.programs.append(program) }
    }

    /// Templates are data: nothing in them may run or fetch anything.
    private mutating func refuse(_ archive: ZipArchive) throws(PackageError) {
        for member in archive.members {
            let name = member.name.lowercased()
            if name.hasSuffix("vbaproject.bin") || name.contains("activex") || name.contains("/embeddings/") {
                faults.append(Self.refusal(member.name, "makra i obiekty OLE", "macros and OLE objects"))
            }
            guard name.hasSuffix(".rels") else { continue }
            let owner = Self.owner(ofRelationships: member.name)
            for target in try Relationships(of: owner, in: archive).targets {
                if target.kind == "aFChunk" || target.kind == "subDocument" {
                    faults.append(Self.refusal(owner, "wstawki z innych plików", "insertions of other files"))
                }
                if target.isExternal, ["image", "attachedTemplate", "oleObject", "frame"].contains(target.kind) {
                    faults.append(
                        Self.refusal(owner, "szablony i obrazy z sieci", "templates and pictures of the network")
                    )
                }
            }
        }
    }

    /// `word/_rels/document.xml.rels` -> `word/document.xml`.
    private static func owner(ofRelationships name: String) -> String {
        name.replacing("_rels/", with: "").replacing(".rels", with: "")
    }

    private mutating func arrange(_ archive: ZipArchive) throws(PackageError) {
        let programs = Dictionary(uniqueKeysWithValues: package.programs.enumerated().map { ($1.name, $0) })
        var members: [TemplatePackage.Member] = []
        for member in archive.members {
            let raw = try archive.raw(member)
            if member.name.contains(package.freePrefix) || member.name.hasSuffix(".rels") {
                try findPrefix(member, archive)
            }
            if let program = programs[member.name] {
                members.append(.program(program))
            } else if member.name == "[Content_Types].xml" {
                members.insert(.contentTypes(raw, bytes: try archive.bytes(of: member)), at: 0)
            } else if member.name.hasSuffix(".rels"), programs[Self.owner(ofRelationships: member.name)] != nil {
                let owner = Self.owner(ofRelationships: member.name)
                members.append(.relationships(raw, bytes: try archive.bytes(of: member), of: owner))
            } else {
                members.append(.copy(raw))
            }
        }
        package.members = members
        package.partsWithoutRelationships = package.programs.map(\.name).filter {
            archive.member(named: Relationships.partName(of: $0)) == nil
        }
    }

    private mutating func findPrefix(_ member: ZipArchive.Member, _ archive: ZipArchive) throws(PackageError) {
        let text = member.name + String(decoding: try archive.bytes(of: member), as: UTF8.self)
        while text.contains(package.freePrefix) { package.freePrefix += "x" }
    }

    // MARK: Faults

    private static func refusal(_ part: String, _ polish: String, _ english: String) -> TemplateFault {
        TemplateFault(
            code: .packageRefused,
            part: part,
            place: "",
            tag: "",
            surroundings: "",
            message: LocalizedText([
                .polish: "Szablon zawiera \(polish); takich szablonów nie używamy. Zapisz go bez nich.",
                .english: "The template holds \(english); such templates are not used. Save it without them.",
            ])
        )
    }

    private static func damage(_ error: PackageError, part: String = "") -> TemplateFault {
        let code: TemplateFault.Code =
            error.code == .missingPart ? .packageNoDocument : part.isEmpty ? .packageDamaged : .partDamaged
        return TemplateFault(
            code: code,
            part: part,
            place: "",
            tag: "",
            surroundings: "",
            message: LocalizedText([
                .polish: "Pliku nie da się odczytać jako dokumentu Worda (\(error.code.rawValue) \(error.subject)). "
                    + "Otwórz go w Wordzie i zapisz jeszcze raz jako .docx.",
                .english: "The file cannot be read as a Word document (\(error.code.rawValue) \(error.subject)). "
                    + "Open it in Word and save it again as .docx.",
            ])
        )
    }
}

extension PartCompiler {
    /// A part whose elements hold plain text alone, such as the document's title.
    func compileProperties() -> (program: PartProgram, variables: VariableCollector) {
        for node in tree.nodes.indices where tree.nodes[node].firstChild < 0 && !tree.nodes[node].isEmptyTag {
            insertPlain(plainTags(tree.nodes[node].contentStart..<tree.nodes[node].contentEnd, node: node), node)
        }
        var generator = CodeGenerator(compiler: self)
        return generator.generate()
    }
}
