import OfficePackage

/// What the styles of an OpenDocument file say about the formatting Nabór looks at (ODF 1.3 part 3, 16).
///
/// Styles of the same name in `content.xml` replace the automatic ones of `styles.xml`, which are used up by then.
final class OdtStyles {
    struct Style {
        var parent: String?
        var toggles = TextToggles()
        var tabs: [TabStop] = []
        var font: SymbolGlyphs.Font?
        fileprivate var isResolved = false
    }

    private var paragraphs: [String: Style] = [:]
    private var texts: [String: Style] = [:]
    private var paragraphDefault = Style()
    /// `fo:language` of the default paragraph style.
    private(set) var language: String?

    private var current: Style?
    private var currentName = ""
    private var target = Target.other
    private var styleCount = 0

    private enum Target { case paragraph, text, paragraphDefault, other }
    private static let styleCountMax = 20_000
    private static let chainLengthMax = 32

    var isOverfull: Bool { styleCount > Self.styleCountMax }

    func paragraphStyle(_ name: String?) -> Style {
        var style = name.map { resolve($0, in: &paragraphs) } ?? Style()
        style.toggles = style.toggles.over(paragraphDefault.toggles)
        style.tabs = TabStop.merge(style.tabs, over: paragraphDefault.tabs)
        return style
    }

    func textStyle(_ name: String?) -> Style { name.map { resolve($0, in: &texts) } ?? Style() }

    private func resolve(_ name: String, in styles: inout [String: Style]) -> Style {
        guard let known = styles[name] else { return Style() }
        if known.isResolved { return known }
        var chain = [name]
        while chain.count < Self.chainLengthMax, let parent = styles[chain.last!]?.parent, styles[parent] != nil,
            !chain.contains(parent)
        {
            chain.append(parent)
        }
        var whole = Style()
        for link in chain.reversed() {
            guard let style = styles[link] else { continue }
            whole.toggles = style.toggles.over(whole.toggles)
            whole.tabs = TabStop.merge(style.tabs, over: whole.tabs)
            whole.font = style.font ?? whole.font
        }
        whole.isResolved = true
        styles[name] = whole
        return whole
    }

    // MARK: Reading

    func begin(_ element: XMLElement) {
        styleCount += 1
        current = Style()
        currentName = element[.name, .odStyle] ?? ""
        current?.parent = element[.parentStyleName]
        let family = element.bytes(.family)
        if element.name == .defaultStyle {
            target = family?.matches("paragraph") == true ? .paragraphDefault : .other
        } else if family?.matches("paragraph") == true {
            target = .paragraph
        } else {
            target = family?.matches("text") == true ? .text : .other
        }
    }

    func end() {
        guard let style = current else { return }
        current = nil
        switch target {
        case .paragraph: paragraphs[currentName] = style
        case .text: texts[currentName] = style
        case .paragraphDefault: paragraphDefault = style
        case .other: break
        }
    }

    /// A child of the style that is read.
    func take(_ element: XMLElement) {
        guard current != nil else { return }
        if element.name == .tabStop {
            if let stop = TabStop(openDocument: element) { current?.tabs.append(stop) }
        } else if element.name == .textProperties {
            current?.toggles.take(openDocument: element)
            let font = element.bytes(.fontName) ?? element.bytes(.fontFamily)
            current?.font = font.flatMap { SymbolGlyphs.Font(name: $0) }
            if target == .paragraphDefault, let code = element[.language, .odFormat], code != "none" { language = code }
        }
    }
}
