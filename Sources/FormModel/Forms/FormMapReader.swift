/// Reads a map file that a person may have edited; every member is checked, unknown ones are left alone.
struct FormMapReader {
    private static let pageCountMax = FormCode.pageCountMax
    private static let fieldCountMax = 2_000
    private static let placeCountMax = 500
    private static let wordCountMax = 20_000
    private static let cellCountMax = 64
    /// Points: two metres, more than any form.
    private static let sideMax = 5_670.0

    static func map(_ root: JSONValue) throws(FormMapError) -> FormMap {
        guard root["format"]?.integer == FormMap.format else { throw FormMapError(.value, "format") }
        guard let language = InterfaceLanguage(rawValue: try text(root, "language", "")) else {
            throw FormMapError(.value, "language")
        }
        guard let origin = FormMap.Origin(rawValue: try text(root, "origin", "")) else {
            throw FormMapError(.value, "origin")
        }
        let map = FormMap(
            event: try text(root, "event", ""),
            form: try text(root, "form", ""),
            version: try text(root, "version", ""),
            language: language,
            origin: origin,
            pages: try list(root, "pages", "", max: pageCountMax, page),
            fields: try list(root, "fields", "", max: fieldCountMax, field),
            signings: try list(root, "signings", "", max: placeCountMax, signing)
        )
        guard !map.pages.isEmpty else { throw FormMapError(.value, "pages") }
        return map
    }

    private static func page(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormPage {
        FormPage(
            width: try side(value, "width", place),
            height: try side(value, "height", place),
            marks: value["marks"] == nil ? [] : try list(value, "marks", place, max: 4, box),
            code: try value["code"].map { value throws(FormMapError) in try box(value, place + ".code") },
            words: value["words"] == nil ? [] : try list(value, "words", place, max: wordCountMax, word)
        )
    }

    private static func word(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormPage.Word {
        guard let parts = value.elements, parts.count == 5, let text = parts[0].text else {
            throw FormMapError(.member, place)
        }
        return FormPage.Word(text: text, box: try box(.array(Array(parts.dropFirst())), place))
    }

    private static func field(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormMapField {
        guard let name = FormFieldName(text: try text(value, "name", place)) else {
            throw FormMapError(.value, place + ".name")
        }
        guard let kind = FieldKind(mapName: try text(value, "kind", place)) else {
            throw FormMapError(.value, place + ".kind")
        }
        var label: FormMapField.LabelPlace?
        if let labelBox = value["labelBox"] {
            guard let page = value["labelPage"]?.integer else { throw FormMapError(.member, place + ".labelPage") }
            label = FormMapField.LabelPlace(page: page, box: try box(labelBox, place + ".labelBox"))
        }
        return FormMapField(
            name: name,
            kind: kind,
            label: value["label"]?.text ?? "",
            labelPlace: label,
            places: try list(value, "places", place, max: placeCountMax, answerPlace),
            takesOne: value["takesOne"]?.flag ?? false
        )
    }

    private static func answerPlace(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormPlace {
        guard let page = value["page"]?.integer else { throw FormMapError(.member, place + ".page") }
        guard let boxValue = value["box"] else { throw FormMapError(.member, place + ".box") }
        return FormPlace(
            page: page,
            box: try box(boxValue, place + ".box"),
            role: try role(value, place),
            label: value["label"]?.text ?? ""
        )
    }

    private static func role(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormPlace.Role {
        if let option = value["option"] {
            guard let key = option.text, !key.isEmpty else { throw FormMapError(.member, place + ".option") }
            guard let by = value["by"] else { return .check(option: key) }
            guard by.text == "word" else { throw FormMapError(.value, place + ".by") }
            return .word(option: key)
        }
        if let printed = value["pattern"] {
            guard let pattern = printed.text else { throw FormMapError(.member, place + ".pattern") }
            let cells = try list(value, "cells", place, max: cellCountMax, box)
            guard cells.count == pattern.utf8.count(where: { $0 == UInt8(ascii: "#") }) else {
                throw FormMapError(.value, place + ".cells")
            }
            return .comb(cells: cells, pattern: pattern)
        }
        guard let number = value["lines"] else { return .text(lines: 1) }
        guard let lines = number.integer, (1...200).contains(lines) else {
            throw FormMapError(.value, place + ".lines")
        }
        return .text(lines: lines)
    }

    private static func signing(_ value: JSONValue, _ place: String) throws(FormMapError) -> FormSigning {
        guard let role = FormSigning.Role(rawValue: try text(value, "role", place)) else {
            throw FormMapError(.value, place + ".role")
        }
        guard let page = value["page"]?.integer else { throw FormMapError(.member, place + ".page") }
        guard let boxValue = value["box"] else { throw FormMapError(.member, place + ".box") }
        return FormSigning(role: role, page: page, box: try box(boxValue, place + ".box"))
    }

    // MARK: Values

    private static func box(_ value: JSONValue, _ place: String) throws(FormMapError) -> PageBox {
        let numbers = (value.elements ?? []).compactMap(\.double)
        guard numbers.count == 4, value.elements?.count == 4 else { throw FormMapError(.member, place) }
        guard numbers.allSatisfy({ $0.isFinite && abs($0) <= sideMax }), numbers[2] > 0, numbers[3] > 0 else {
            throw FormMapError(.value, place)
        }
        return PageBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    private static func side(_ value: JSONValue, _ name: String, _ place: String) throws(FormMapError) -> Double {
        guard let side = value[name]?.double else { throw FormMapError(.member, "\(place).\(name)") }
        guard side > 0, side <= sideMax else { throw FormMapError(.value, "\(place).\(name)") }
        return side
    }

    private static func text(_ value: JSONValue, _ name: String, _ place: String) throws(FormMapError) -> String {
        guard let text = value[name]?.text else {
            throw FormMapError(.member, place.isEmpty ? name : "\(place).\(name)")
        }
        return text
    }

    private static func list<Element>(
        _ value: JSONValue,
        _ name: String,
        _ place: String,
        max: Int,
        _ element: (JSONValue, String) throws(FormMapError) -> Element
    ) throws(FormMapError) -> [Element] {
        let place = place.isEmpty ? name : "\(place).\(name)"
        guard let elements = value[name]?.elements else { throw FormMapError(.member, place) }
        guard elements.count <= max else { throw FormMapError(.tooMany, place) }
        var list: [Element] = []
        list.reserveCapacity(elements.count)
        for (index, value) in elements.enumerated() { list.append(try element(value, "\(place)[\(index)]")) }
        return list
    }
}

extension FormMap {
    /// Reads a map file.
    public init(text: String) throws(FormMapError) {
        try self.init(bytes: Array(text.utf8))
    }

    /// Reads a map file from its bytes (UTF-8).
    public init(bytes: [UInt8]) throws(FormMapError) {
        let root: JSONValue
        do throws(JSONParser.Failure) {
            root = try JSONParser.parse(bytes)
        } catch {
            throw FormMapError(.malformed, "byte \(error.byteOffset)")
        }
        self = try FormMapReader.map(root)
    }
}
