import FormModel
import OfficePackage

/// Reads the parts of an OpenDocument package in order: manifest, styles with headers and footers, content, properties.
struct OdtPackage {
    let archive: ZipArchive
    let limits: PackageLimits

    func read() throws(PackageError) -> Reading {
        try refuseEncryption()
        let styles = OdtStyles()
        let builder = BlockBuilder()
        if let bytes = try archive.part(named: "styles.xml") {
            try XMLScanner.scan(bytes, handler: OdtStoryReader(builder: builder, styles: styles), limits: limits)
        }
        guard let bytes = try archive.part(named: "content.xml") else { throw PackageError(.missingPart, "content") }
        let reader = OdtStoryReader(builder: builder, styles: styles)
        try XMLScanner.scan(bytes, handler: reader, limits: limits)
        guard let body = reader.body else { throw PackageError(.damaged, "content") }
        // Controls that no shape places still hold what was entered.
        let unplaced = reader.forms.sorted { $0.key < $1.key }.map(\.value.control)
        var reading = Reading(format: .odt, blocks: body, stories: builder.stories)
        reading.controls = settled(builder.controls) + unplaced
        reading.properties = try properties()
        reading.language = DocxPackage.primaryLanguage(styles.language ?? reading.properties["language"])
        reading.warnings = builder.warnings + macroWarnings()
        return reading
    }

    /// ODF 1.3 part 2, 4.8: encrypted members carry encryption data in the manifest.
    private func refuseEncryption() throws(PackageError) {
        guard let bytes = try archive.part(named: "META-INF/manifest.xml") else { return }
        let finder = EncryptionFinder()
        try XMLScanner.scan(bytes, handler: finder, limits: limits)
        if finder.isEncrypted { throw PackageError(.encrypted) }
    }

    /// The value behind the entry that a list shows.
    private func settled(_ controls: [FormControl]) -> [FormControl] {
        controls.map { control in
            if control.origin == .formField, control.kind == .text, control.isUnfilled {
                var unfilled = control
                unfilled.text = ""
                unfilled.isPlaceholder = true
                return unfilled
            }
            guard control.kind == .dropDown || control.kind == .comboBox, !control.isPlaceholder else { return control }
            var settled = control
            let chosen = control.choices.first { $0.display == control.text }
            settled.chosenValue = chosen?.value ?? control.chosenValue
            return settled
        }
    }

    private func properties() throws(PackageError) -> [String: String] {
        guard let bytes = try archive.part(named: "meta.xml") else { return [:] }
        let properties = OdtProperties()
        try XMLScanner.scan(bytes, handler: properties, limits: limits)
        return properties.values
    }

    /// An empty library folder is in many files; a module in it is a macro.
    private func macroWarnings() -> [ReadingWarning] {
        let hasMacros = archive.members.contains { member in
            let isModule =
                member.name.hasPrefix("Basic/") && !member.name.hasSuffix("script-lc.xml")
                && !member.name.hasSuffix("script-lb.xml")
            return isModule || member.name.hasPrefix("Scripts/")
        }
        return hasMacros ? [ReadingWarning(.sourceMacros)] : []
    }
}

private final class EncryptionFinder: XMLHandler {
    private(set) var isEncrypted = false

    override func start(_ element: XMLElement) {
        if element.is(.encryptionData, .odManifest) { isEncrypted = true }
    }
}

/// Document properties as plain text by name (ODF 1.3 part 3, 4.3).
private final class OdtProperties: XMLHandler {
    private(set) var values: [String: String] = [:]
    private var name: String?
    private var text: [UInt8] = []
    private static let countMax = 1_000

    override func start(_ element: XMLElement) {
        text.removeAll(keepingCapacity: true)
        switch element.space {
        case .dublinCore: name = element.localName
        case .odMeta: name = element.name == .userDefined ? element[.name] : element.localName
        default: name = nil
        }
    }

    override func end(_ ended: XMLName, _ space: XMLSpace) {
        if let name, !text.isEmpty, values.count < Self.countMax {
            values[name] = String(decoding: text, as: UTF8.self)
        }
        name = nil
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if name != nil { text.append(contentsOf: bytes) }
    }
}
