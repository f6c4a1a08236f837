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
    /// Notes of the template besides the lines that Word draws above them.
    var noteCounts: [NoteKind: Int] = [:]
    /// Kinds of notes that the text refers to.
    var referredNotes: Set<NoteKind> = []
    /// Whether one document takes several records (the fields NEXT, NEXTIF and SKIPIF).
    var readsRecords: Bool { programs.contains(where: \.readsRecords) }
    /// The template itself.
    var source: [UInt8] = []
    var mainPart = ""
    /// Parts that sub-documents and books may add to, as far as the template has them.
    var sharedParts: [PackageOutline.Kind: String] = [:]
    /// Lists that each letter of a book counts anew; only in a book.
    var bookLists: BookLists?
    private let outlineBox = PackageOutlineBox()
    var outline: PackageOutline { outlineBox.outline(of: self) }
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
    /// Relationships that no element names any more, by part.
    private var replacedLinks: [String: Set<String>] = [:]
    private var bookNotes: [XMLName: BookNotes] = [:]

    init(_ options: TemplateOptions) {
        self.options = options
    }

    mutating func compile(_ bytes: [UInt8], isBook: Bool = false) {
        do throws(PackageError) {
            let archive = try ZipArchive(bytes)
            package.source = bytes
            try read(archive, isBook: isBook)
        } catch {
            faults.append(Self.damage(error))
        }
    }

    private mutating func read(_ archive: ZipArchive, isBook: Bool) throws(PackageError) {
        guard let main = try Relationships(of: "", in: archive).first(ofType: "officeDocument")?.part,
            archive.member(named: main) != nil
        else { throw PackageError(.missingPart, "officeDocument") }
        faults += try PackageRefusal.all(in: archive).map(Self.refusal)
        let relationships = try Relationships(of: main, in: archive)
        var parts = [main]
        var noteParts: [String: XMLName] = [:]
        let related: Set<String> = ["header", "footer", "footnotes", "endnotes", "comments"]
        for target in relationships.targets {
            guard let part = target.part, archive.member(named: part) != nil else { continue }
            if related.contains(target.kind), !parts.contains(part) { parts.append(part) }
            if let kind = PackageOutline.Kind(rawValue: target.kind) { package.sharedParts[kind] = part }
            noteParts[part] = BookNotes.elements[target.kind]
        }
        package.mainPart = main
        if isBook { package.bookLists = try BookLists(package.sharedParts, archive) }
        // In a book headers and notes come first, for its letters name them.
        for part in isBook ? Array(parts.dropFirst()) : parts {
            try compilePart(part, archive, main: nil, notes: isBook ? noteParts[part] : nil, isRepeated: isBook)
        }
        if isBook { try compilePart(main, archive, main: relationships, notes: nil, isRepeated: true) }
        try compileProperties(archive)
        try arrange(archive)
    }

    /// `main` gives the relationships of a document that becomes a book.
    private mutating func compilePart(
        _ name: String,
        _ archive: ZipArchive,
        main: Relationships?,
        notes: XMLName?,
        isRepeated: Bool
    ) throws(PackageError) {
        guard let bytes = try archive.part(named: name) else { return }
        let tree: PartTree
        do throws(PackageError) {
            let read = try PartTree(name: name, bytes: bytes)
            tree = try main == nil ? read : Self.withSection(read)
        } catch {
            faults.append(Self.damage(error, part: name))
            return
        }
        noteNumbers(tree)
        let compiler = PartCompiler(tree: tree, options: options, isRepeated: isRepeated, isBook: main != nil)
        if let notes, let found = BookNotes(notes, tree) {
            bookNotes[notes] = found
            compiler.notesElement = notes
        }
        if main != nil {
            compiler.bookNotes = bookNotes
            compiler.bookLists = package.bookLists
        }
        for target in main?.targets ?? [] {
            if let index = package.programs.firstIndex(where: { $0.name == target.part }) {
                compiler.programByRelationship[target.id] = index
            }
        }
        for target in try Relationships(of: name, in: archive).targets
        where target.isExternal && target.kind == "hyperlink" {
            compiler.linkTargets[target.id] = LinkTarget.opened(target.target)
        }
        let (program, names) = compiler.compile()
        package.referredNotes.formUnion(compiler.referredNotes)
        if !compiler.replacedLinks.isEmpty { replacedLinks[name] = compiler.replacedLinks }
        faults += compiler.faults
        variables.add(names)
        // A header without tags is the same in all letters of a book.
        let isShared = isRepeated && main == nil && !program.isNotes && !program.holdsTags
        if program.isDynamic, !isShared { package.programs.append(program) }
    }

    /// The document of a book with settings of its last section, which may be left out (ISO 29500-1, 17.2.2).
    private static func withSection(_ tree: PartTree) throws(PackageError) -> PartTree {
        guard let body = tree.nodes.indices.first(where: { tree.is($0, .body) }), !tree.nodes[body].isEmptyTag,
            !tree.children(body).contains(where: { tree.is($0, .sectPr) })
        else { return tree }
        let w = String(decoding: tree.prefix(body), as: UTF8.self)
        var bytes = tree.bytes
        bytes.insert(contentsOf: Array("<\(w)sectPr></\(w)sectPr>".utf8), at: tree.nodes[body].contentEnd)
        return try PartTree(name: tree.name, bytes: bytes)
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
            case (.word, .footnote) where ["normal", nil].contains(tree.value(node, "type")):
                package.noteCounts[.footnotes, default: 0] += 1
            case (.word, .endnote) where ["normal", nil].contains(tree.value(node, "type")):
                package.noteCounts[.endnotes, default: 0] += 1
            default: break
            }
        }
    }

    /// Title, subject and the like of the document: its core, extended and custom properties.
    private mutating func compileProperties(_ archive: ZipArchive) throws(PackageError) {
        let relationships = try Relationships(of: "", in: archive)
        for kind in ["core-properties", "extended-properties", "custom-properties"] {
            if let name = relationships.first(ofType: kind)?.part { try compileProperties(name, archive) }
        }
    }

    private mutating func compileProperties(_ name: String, _ archive: ZipArchive) throws(PackageError) {
        guard let bytes = try archive.part(named: name), bytes.contains(UInt8(ascii: "{")) else { return }
        let compiler = PartCompiler(tree: try PartTree(name: name, bytes: bytes), options: options)
        let (program, names) = compiler.compileProperties()
        faults += compiler.faults
        variables.add(names)
        if program.isDynamic { package.programs.append(program) }
    }

    private mutating func arrange(_ archive: ZipArchive) throws(PackageError) {
        let programs = Dictionary(uniqueKeysWithValues: package.programs.enumerated().map { ($1.name, $0) })
        var members: [TemplatePackage.Member] = []
        // Relationships of these parts may get more.
        var owners = package.programs.map(\.name)
        for owner in [package.mainPart, package.sharedParts[.footnotes], package.sharedParts[.endnotes]] {
            if let owner, !owners.contains(owner) { owners.append(owner) }
        }
        for member in archive.members {
            let raw = try archive.raw(member)
            if member.name.contains(package.freePrefix) || member.name.hasSuffix(".rels") {
                try findPrefix(member, archive)
            }
            if let program = programs[member.name] {
                members.append(.program(program))
            } else if member.name == "[Content_Types].xml" {
                members.insert(.contentTypes(raw, bytes: try archive.bytes(of: member)), at: 0)
            } else if member.name.hasSuffix(".rels"),
                owners.contains(PackageRefusal.owner(ofRelationships: member.name))
            {
                let owner = PackageRefusal.owner(ofRelationships: member.name)
                members.append(try relationships(raw, try archive.bytes(of: member), of: owner))
            } else {
                members.append(.copy(raw))
            }
        }
        package.members = members
        package.partsWithoutRelationships = owners.filter {
            archive.member(named: Relationships.partName(of: $0)) == nil
        }
    }

    /// The relationships of a part without those to addresses with tags.
    private func relationships(
        _ raw: ZipArchive.RawMember,
        _ bytes: [UInt8],
        of owner: String
    ) throws(PackageError) -> TemplatePackage.Member {
        guard let replaced = replacedLinks[owner] else { return .relationships(raw, bytes: bytes, of: owner) }
        let tree = try PartTree(name: raw.name, bytes: bytes)
        var rest = bytes
        for node in tree.nodes.indices.reversed()
        where tree.nodes[node].name == .Relationship && replaced.contains(tree.value(node, "Id") ?? "") {
            rest.removeSubrange(tree.nodes[node].start..<tree.nodes[node].end)
        }
        return .relationships(ZipArchive.RawMember(name: raw.name, stored: rest), bytes: rest, of: owner)
    }

    private mutating func findPrefix(_ member: ZipArchive.Member, _ archive: ZipArchive) throws(PackageError) {
        let text = member.name + String(decoding: try archive.bytes(of: member), as: UTF8.self)
        while text.contains(package.freePrefix) { package.freePrefix += "x" }
    }

    // MARK: Faults

    private static func refusal(_ refusal: PackageRefusal) -> TemplateFault {
        TemplateFault(
            code: .packageRefused,
            part: refusal.part,
            place: "",
            tag: "",
            surroundings: "",
            message: LocalizedText([
                .polish: "Szablon zawiera \(refusal.polish); takich szablonów nie używamy. Zapisz go bez nich.",
                .english: "The template holds \(refusal.english); such templates are not used. Save it without them.",
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
