/// The file form of a map: JSON with one place a line, in points rounded to hundredths, so that a person can correct a
/// box or a label with any text editor and a comparison shows which.
extension FormMap {
    /// Number of the file's form, written in front.
    public static let format = 1

    /// The file's text, ending with a line feed; the same bytes for the same map.
    public var text: String {
        var lines = ["{"]
        lines.append(" \"about\": \"Boxes are [x, y, width, height] in points (1/72 inch) from the top left corner.\",")
        lines.append(" \"format\": \(Self.format),")
        for (name, value) in heading { lines.append(" \"\(name)\": \(Self.quoted(value)),") }
        lines.append(" \"pages\": [")
        lines += Self.separated(pages.map(Self.pageLines))
        lines.append(" ],")
        lines.append(" \"fields\": [")
        lines += Self.separated(fields.map(Self.fieldLines))
        lines.append(" ],")
        lines.append(" \"signings\": [")
        lines += Self.separated(signings.map { [Self.signingLine($0)] })
        lines.append(" ]")
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: [(String, String)] {
        [
            ("event", event), ("form", form), ("version", version), ("language", language.rawValue),
            ("origin", origin.rawValue),
        ]
    }

    /// Puts a comma behind the last line of every element but the last.
    private static func separated(_ elements: [[String]]) -> [String] {
        elements.enumerated().flatMap { index, lines in
            index == elements.count - 1 ? lines : Array(lines.dropLast()) + [(lines.last ?? "") + ","]
        }
    }

    private static func pageLines(_ page: FormPage) -> [String] {
        var head = JSONText()
        head.object { json in
            json.member("width", page.width)
            json.member("height", page.height)
            if !page.marks.isEmpty { json.array("marks") { json in for mark in page.marks { json.box(mark) } } }
            if let code = page.code {
                json.key("code")
                json.box(code)
            }
        }
        guard !page.words.isEmpty else { return ["  " + head.text] }
        let words = page.words.map { word in
            var json = JSONText()
            json.array { json in
                json.string(word.text)
                for number in word.box.numbers { json.number(number) }
            }
            return ["    " + json.text]
        }
        return ["  " + head.text.dropLast() + ",\"words\": ["] + separated(words) + ["  ]}"]
    }

    private static func fieldLines(_ field: FormMapField) -> [String] {
        var head = JSONText()
        head.object { json in
            json.member("name", field.name.description)
            json.member("kind", field.kind.mapName)
            json.member("label", field.label)
            if let place = field.labelPlace {
                json.member("labelPage", place.page)
                json.key("labelBox")
                json.box(place.box)
            }
            if field.takesOne { json.member("takesOne", true) }
        }
        let places = field.places.map { ["    " + placeLine($0)] }
        return ["  " + head.text.dropLast() + ",\"places\": ["] + separated(places) + ["  ]}"]
    }

    private static func placeLine(_ place: FormPlace) -> String {
        var json = JSONText()
        json.object { json in
            json.member("page", place.page)
            json.key("box")
            json.box(place.box)
            switch place.role {
            case .text(let lines): json.member("lines", lines)
            case .check(let option): json.member("option", option)
            case .word(let option):
                json.member("option", option)
                json.member("by", "word")
            case .comb(let cells, let pattern):
                json.member("pattern", pattern)
                json.array("cells") { json in for cell in cells { json.box(cell) } }
            }
            if !place.label.isEmpty { json.member("label", place.label) }
        }
        return json.text
    }

    private static func signingLine(_ signing: FormSigning) -> String {
        var json = JSONText()
        json.object { json in
            json.member("role", signing.role.rawValue)
            json.member("page", signing.page)
            json.key("box")
            json.box(signing.box)
        }
        return "  " + json.text
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONText()
        json.string(text)
        return json.text
    }
}

extension PageBox {
    /// The box with its numbers rounded to hundredths of a point, as map files hold them.
    public var rounded: PageBox {
        let numbers = [x, y, width, height].map { ($0 * 100).rounded() / 100 }
        return PageBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    fileprivate var numbers: [Double] {
        let box = rounded
        return [box.x, box.y, box.width, box.height]
    }
}

extension JSONText {
    fileprivate mutating func box(_ box: PageBox) {
        array { json in for number in box.numbers { json.number(number) } }
    }
}

extension FieldKind {
    /// The kind as it stands in a map file: `email`, `personName/latin/given`.
    public var mapName: String {
        guard case .personName(let spelling, let part) = self else { return name }
        return "\(name)/\(spelling.rawValue)/\(part.rawValue)"
    }

    /// The kind with that `mapName`; a plain `personName` is a full name in Latin letters.
    public init?(mapName: String) {
        let pieces = mapName.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if pieces.count == 3, pieces[0] == "personName", let spelling = Spelling(rawValue: pieces[1]),
            let part = NamePart(rawValue: pieces[2])
        {
            self = .personName(spelling: spelling, part: part)
        } else if let kind = Self.all.first(where: { $0.name == mapName }) {
            self = kind
        } else {
            return nil
        }
    }
}
