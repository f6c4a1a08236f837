import OfficePackage

/// What `styles.xml` says about the formatting Nabór looks at (ISO 29500-1, 17.7).
final class DocxStyles: XMLHandler {
    struct Style {
        var basedOn: String?
        var toggles = TextToggles()
        var tabs: [TabStop] = []
        fileprivate var isResolved = false
    }

    /// `w:lang` of the document's defaults, else of its default paragraph style.
    private(set) var language: String?
    private(set) var defaults = TextToggles()
    private(set) var defaultParagraphStyle = Style()
    private var styles: [Style] = []
    private var indexByID: [String: Int] = [:]
    private var defaultParagraphIndex: Int?

    private var current: Style?
    private var currentID = ""
    private var isCurrentDefault = false
    private var isInRunProperties = false
    private var isInDefaults = false
    private var skipDepth = 0

    private static let styleCountMax = 10_000
    private static let chainLengthMax = 32

    /// The style with this id, with everything it inherits; a plain one for an unknown id.
    func style(_ id: UnsafeBufferPointer<UInt8>) -> Style {
        guard let index = indexByID[String(decoding: id, as: UTF8.self)] else { return Style() }
        return resolved(index)
    }

    /// To be called once after the part was read.
    func finish() {
        if let defaultParagraphIndex { defaultParagraphStyle = resolved(defaultParagraphIndex) }
    }

    private func resolved(_ index: Int) -> Style {
        if styles[index].isResolved { return styles[index] }
        var chain = [index]
        // A style may name itself as its base by mistake; the chain then ends.
        while chain.count < Self.chainLengthMax, let base = styles[chain.last!].basedOn,
            let next = indexByID[base], !chain.contains(next)
        {
            chain.append(next)
        }
        var whole = Style()
        for link in chain.reversed() {
            whole.toggles = styles[link].toggles.over(whole.toggles)
            whole.tabs = TabStop.merge(styles[link].tabs, over: whole.tabs)
        }
        whole.isResolved = true
        styles[index] = whole
        return whole
    }

    override func start(_ element: XMLElement) {
        if skipDepth > 0 {
            skipDepth += 1
            return
        }
        switch element.name {
        case .latentStyles, .rPrChange, .pPrChange, .tblPr, .trPr, .tcPr, .tblStylePr: skipDepth = 1
        case .docDefaults: isInDefaults = true
        case .style: startStyle(element)
        case .basedOn: current?.basedOn = element[.val]
        case .rPr: isInRunProperties = true
        case .tab: if let stop = TabStop(element) { current?.tabs.append(stop) }
        case .lang where isInRunProperties: takeLanguage(element)
        default: if isInRunProperties { takeToggle(element) }
        }
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        switch name {
        case .docDefaults: isInDefaults = false
        case .rPr: isInRunProperties = false
        case .style: endStyle()
        default: break
        }
    }

    private func startStyle(_ element: XMLElement) {
        current = Style()
        currentID = element[.styleId] ?? ""
        let isDefault = element.bytes(.default).map { $0.matches("1") || $0.matches("true") || $0.matches("on") }
        isCurrentDefault = isDefault == true && element.bytes(.type)?.matches("paragraph") == true
    }

    private func endStyle() {
        guard let style = current else { return }
        current = nil
        guard styles.count < Self.styleCountMax else { return stop(PackageError(.limit, "styles")) }
        if isCurrentDefault { defaultParagraphIndex = styles.count }
        indexByID[currentID] = styles.count
        styles.append(style)
    }

    private func takeToggle(_ element: XMLElement) {
        if isInDefaults { defaults.take(element) } else { current?.toggles.take(element) }
    }

    private func takeLanguage(_ element: XMLElement) {
        guard isInDefaults || isCurrentDefault, let code = element[.val] else { return }
        // What the default paragraph style says is nearer to the text than the document's defaults.
        if language == nil || isCurrentDefault { language = code }
    }
}

extension TabStop {
    /// A `w:tab` of a `w:tabs` (ISO 29500-1, 17.3.1.37).
    init?(_ element: XMLElement) {
        guard let position = element.integer(.pos) else { return nil }
        let leader = element.bytes(.leader)
        let hasLeader = leader.map { !$0.matches("none") } ?? false
        let isCleared = element.bytes(.val)?.matches("clear") ?? false
        self.init(position: position, hasLeader: hasLeader, isCleared: isCleared)
    }
}
