import FormModel

extension SheetNotes {
    init(_ json: JSONValue) {
        self.init()
        version = json["version"]?.text
        for entry in json["sheets"]?.elements ?? [] {
            guard let number = entry["sheet"]?.integer, (1...SheetNotes.sheetCountMax).contains(number) else {
                continue
            }
            if let page = entry["page"]?.integer, (1...FormCode.pageCountMax).contains(page) { pages[number] = page }
            let numbers = entry["corners"]?.elements?.compactMap(\.double) ?? []
            if let marked = SheetCorners(percent: numbers) { corners[number] = marked }
        }
        groups = json["groups"]?.elements?.map { $0.elements?.compactMap(\.integer) ?? [] }
    }

    /// Percentages, so that a person can read and correct the file.
    var json: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("version", version)
            json.array("sheets") { json in
                for number in Set(corners.keys).union(pages.keys).sorted() { entry(number, into: &json) }
            }
            guard let groups else { return }
            json.array("groups") { json in
                for group in groups { json.array { json in for number in group { json.number(number) } } }
            }
        }
        return json.bytes + [0x0A]
    }

    private func entry(_ number: Int, into json: inout JSONText) {
        json.object { json in
            json.member("sheet", number)
            json.member("page", pages[number])
            guard let marked = corners[number] else { return }
            json.array("corners") { json in for value in marked.percent { json.number(value) } }
        }
    }
}

extension SheetCorners {
    /// Eight numbers: across and down for each corner, in hundredths of the picture's width and height.
    init?(percent: [Double]) {
        guard percent.count == 8 else { return nil }
        self.init(stride(from: 0, to: 8, by: 2).map { Point(percent[$0] / 100, percent[$0 + 1] / 100) })
    }

    var percent: [Double] {
        points.flatMap { [$0.x, $0.y] }.map { ($0 * 10_000).rounded() / 100 }
    }
}
