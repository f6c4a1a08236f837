import Desk
import FormModel

/// The values a template asks for, with the places that ask.
enum TemplateView {
    /// One row a value; further places are counted.
    static func print(_ uses: [TemplateCheck.Use]) {
        guard !uses.isEmpty else { return }
        var table = TextTable([
            .init(title: say("wartość", "value"), minimum: 20), .init(title: say("gdzie", "where"), minimum: 20),
        ])
        var order: [String] = []
        var byPath: [String: [TemplateCheck.Use]] = [:]
        for use in uses {
            if byPath[use.path] == nil { order.append(use.path) }
            byPath[use.path, default: []].append(use)
        }
        for path in order.sorted() {
            let places = byPath[path] ?? []
            let isUnknown = places.contains { $0.isKnown == false }
            let more = places.count > 1 ? say(" i jeszcze \(places.count - 1)", " and \(places.count - 1) more") : ""
            table.add([
                .init(path + (isUnknown ? say(" (brak)", " (missing)") : ""), style: isUnknown ? Console.stop : { $0 }),
                .init(
                    (places.first.map { TemplatePlace.text($0.part + ", " + $0.place) } ?? "") + more,
                    style: Console.dim
                ),
            ])
        }
        table.print()
    }

    /// One use as a JSON line; `known` stands only where an event was named.
    static func line(_ use: TemplateCheck.Use, file: String) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("file", file)
            json.member("variable", use.path)
            json.member("optional", use.isOptional)
            json.member("known", use.isKnown)
            json.member("part", use.part)
            json.member("place", use.place)
            json.member("tag", use.tag)
        }
        return json.bytes + [0x0A]
    }
}
