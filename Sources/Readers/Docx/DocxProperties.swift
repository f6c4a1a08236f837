import OfficePackage

/// Core and custom document properties as plain text by name (ISO 29500-2, 11; ISO 29500-1, 22.3).
final class DocxProperties: XMLHandler {
    private(set) var values: [String: String] = [:]
    private var name: String?
    private var text: [UInt8] = []
    private static let countMax = 1_000

    override func start(_ element: XMLElement) {
        switch element.space {
        case .coreProperties, .dublinCore, .dublinCoreTerms:
            name = element.name == .coreProperties ? nil : element.localName
            text.removeAll(keepingCapacity: true)
        case .customProperties where element.name == .property:
            name = element[.name]
            text.removeAll(keepingCapacity: true)
        default: break
        }
    }

    override func end(_ ended: XMLName, _ space: XMLSpace) {
        guard space != .variantTypes, let name else { return }
        if values.count < Self.countMax, !text.isEmpty { values[name] = String(decoding: text, as: UTF8.self) }
        self.name = nil
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if name != nil { text.append(contentsOf: bytes) }
    }
}
