import FormModel
import OfficePackage

/// Finds the parts of a Word package and has them read in order: styles, document, headers and footers, notes, stores.
struct DocxPackage {
    private let archive: ZipArchive
    private let limits: PackageLimits
    private let package: Relationships
    private let main: Relationships
    private let mainPart: String

    init(_ archive: ZipArchive, limits: PackageLimits) throws(PackageError) {
        self.archive = archive
        self.limits = limits
        package = try Relationships(of: "", in: archive, limits: limits)
        guard let mainPart = package.first(ofType: "officeDocument")?.part, archive.member(named: mainPart) != nil
        else {
            throw PackageError(.missingPart, "document")
        }
        self.mainPart = mainPart
        main = try Relationships(of: mainPart, in: archive, limits: limits)
    }

    func read() throws(PackageError) -> Reading {
        let styles = DocxStyles()
        if let bytes = try part("styles") { try scan(bytes, styles) }
        styles.finish()
        let builder = BlockBuilder()
        let document = DocxStoryReader(builder: builder, styles: styles)
        builder.beginStory("body", isNumbered: false)
        try scan(try archive.part(named: mainPart) ?? [], document)
        guard document.root == .document, document.rootSpace == .word else {
            throw PackageError(.damaged, "document")
        }
        document.closeFields()
        var reading = Reading(format: .docx, blocks: builder.endStory())
        try readStories(of: document, styles, builder)
        bind(document.bindings, builder)
        reading.properties = try properties()
        reading.language = Self.primaryLanguage(styles.language ?? reading.properties["language"])
        reading.controls = builder.controls
        reading.stories = builder.stories
        reading.warnings = builder.warnings + packageWarnings()
        return reading
    }

    // MARK: Stories

    private func readStories(
        of document: DocxStoryReader,
        _ styles: DocxStyles,
        _ builder: BlockBuilder
    ) throws(PackageError) {
        var read: Set<String> = []
        for (id, kind) in document.stories {
            guard let name = main[id]?.part, read.insert(name).inserted, let bytes = try archive.part(named: name)
            else {
                continue
            }
            let reader = DocxStoryReader(builder: builder, styles: styles)
            builder.beginStory(kind.rawValue)
            try scan(bytes, reader)
            reader.closeFields()
            let blocks = builder.endStory()
            builder.stories.append(Story(kind: kind, blocks: blocks))
            document.bindings += reader.bindings
        }
        if document.hasFootnotes { try readNotes("footnotes", .footnote, document, builder) }
        if document.hasEndnotes { try readNotes("endnotes", .endnote, document, builder) }
    }

    private func readNotes(
        _ type: String,
        _ kind: Story.Kind,
        _ document: DocxStoryReader,
        _ builder: BlockBuilder
    ) throws(PackageError) {
        guard let bytes = try part(type) else { return }
        let reader = DocxStoryReader(builder: builder, styles: document.styles, noteKind: kind)
        try scan(bytes, reader)
        document.bindings += reader.bindings
    }

    // MARK: Values

    /// Puts the stores' values over the text of bound controls; an empty store never wipes out what a person reads.
    private func bind(_ bindings: [DocxBinding], _ builder: BlockBuilder) {
        guard !bindings.isEmpty else { return }
        let store = DocxDataStore(package: package, main: main, archive: archive, limits: limits)
        for binding in bindings {
            guard let value = store.value(binding), !value.isEmpty else { continue }
            builder.controls[binding.control].take(bound: value)
        }
    }

    private func properties() throws(PackageError) -> [String: String] {
        var values: [String: String] = [:]
        for kind in ["core-properties", "custom-properties", "coreProperties", "customProperties"] {
            guard let name = package.first(ofType: kind)?.part, let bytes = try archive.part(named: name) else {
                continue
            }
            let properties = DocxProperties()
            try scan(bytes, properties)
            values.merge(properties.values) { _, new in new }
        }
        return values
    }

    /// Hyperlinks lead outside in every second document and are followed by nobody; anything else is worth a warning.
    private func packageWarnings() -> [ReadingWarning] {
        var warnings: [ReadingWarning] = []
        if archive.members.contains(where: { $0.name.lowercased().hasSuffix("vbaproject.bin") }) {
            warnings.append(ReadingWarning(.sourceMacros))
        }
        var kinds: Set<String> = []
        for target in main.targets where target.isExternal && target.kind != "hyperlink" {
            if kinds.insert(target.kind).inserted {
                warnings.append(ReadingWarning(.sourceExternalContent, parameters: ["kind": target.kind]))
            }
        }
        return warnings
    }

    /// `pl-PL` -> `pl`.
    static func primaryLanguage(_ tag: String?) -> String? {
        guard let primary = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
            (2...3).contains(primary.count)
        else { return nil }
        return primary.lowercased()
    }

    private func part(_ type: String) throws(PackageError) -> [UInt8]? {
        guard let name = main.first(ofType: type)?.part else { return nil }
        return try archive.part(named: name)
    }

    private func scan(_ bytes: [UInt8], _ handler: XMLHandler) throws(PackageError) {
        try XMLScanner.scan(bytes, handler: handler, limits: limits)
    }
}

extension FormControl {
    /// Takes over the value of the data store, in the form that the kind of control keeps it in (ISO 29500-1, 17.5.2.6).
    fileprivate mutating func take(bound value: String) {
        isPlaceholder = false
        switch kind {
        case .checkBox: isChecked = value == "1" || value.lowercased() == "true"
        case .date:
            if text.isEmpty { text = value }
            chosenValue = String(value.prefix(10))
        case .dropDown, .comboBox:
            let choice = choices.first { $0.value == value }
            text = choice?.display ?? value
            chosenValue = value
        case .text, .richText: text = value
        case .picture, .repeatingSection, .repeatingItem, .group, .signature: break
        }
    }
}
