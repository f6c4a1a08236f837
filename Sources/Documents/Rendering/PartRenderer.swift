import FieldKinds
import FormModel

/// Carries out the instructions of one part for one record.
struct PartRenderer {
    let program: PartProgram
    let machine: Machine
    let options: RenderOptions
    let document: DocumentState
    var output = Output()
    /// Where the bytes go; nil while only missing names are looked for.
    var sink: PartSink?
    /// Bytes that have left already.
    var flushedByteCount = 0
    /// False while only missing names are looked for.
    let isWriting: Bool
    let snippets: Snippets
    /// Relationships of the present letter's headers and footers, by program.
    var references: [Int32: String] = [:]
    /// Number of the present letter of a book, from 0.
    var letter = 0
    var isLastLetter = true
    var bookmarks: [Int32: (number: Int, copies: Int)] = [:]
    var tables: [OpenTable] = []
    var image: PlacedImage?
    /// Variables as they were before a `mc:Choice`.
    var choices: [Int32: Machine.Variables] = [:]

    struct PlacedImage {
        var relationship: String
        var width: Int
        var height: Int
        var text: String
        /// Of the picture's SVG form.
        var vector: String?
    }

    init(
        _ program: PartProgram,
        _ machine: Machine,
        _ options: RenderOptions,
        _ document: DocumentState,
        isWriting: Bool
    ) {
        self.program = program
        self.machine = machine
        self.options = options
        self.document = document
        self.isWriting = isWriting
        snippets = program.snippets
        machine.slots = Array(repeating: DataValue(.undefined("")), count: program.slotCount)
        machine.slotPaths = [:]
        machine.loops = []
        if isWriting { output.bytes.reserveCapacity(program.bytes.count + program.bytes.count / 4) }
    }

    mutating func run() throws(RenderError) {
        try run(0..<program.operations.count)
    }

    /// Writes one letter of a book: the head of the part with the first, its foot with the last.
    mutating func runLetter(_ index: Int, of count: Int) throws(RenderError) {
        letter = index
        isLastLetter = index == count - 1
        machine.slots = Array(repeating: DataValue(.undefined("")), count: program.slotCount)
        machine.loops = []
        let begin = program.operations.firstIndex { if case .letterBegin = $0 { true } else { false } } ?? 0
        let end = program.operations.firstIndex { if case .letterEnd = $0 { true } else { false } } ?? 0
        let first = index == 0 ? 0 : begin + 1
        try run(first..<(isLastLetter ? program.operations.count : end + 1))
        try flush()
    }

    mutating func run(_ range: Range<Int>) throws(RenderError) {
        let operations = program.operations
        var counter = range.lowerBound
        while counter < range.upperBound {
            document.stepCount += 1
            guard document.stepCount <= options.stepCountMax else {
                throw Self.limit(.stepLimit, "\(options.stepCountMax)")
            }
            switch operations[counter] {
            case .literal(let start, let end): literal(Int(start)..<Int(end))
            case .put(let site): try put(program.sites[Int(site)])
            case .jump(let target):
                counter = Int(target)
                continue
            case .jumpUnless(let expression, let target):
                if try !condition(program.conditions[Int(expression)]) {
                    counter = Int(target)
                    continue
                }
            case .forBegin(let loop, let empty):
                if try !begin(program.loops[Int(loop)]) {
                    counter = Int(empty)
                    continue
                }
            case .forNext(let loop, let body):
                try flush()
                if try next(program.loops[Int(loop)]) {
                    counter = Int(body)
                    continue
                }
            case .set(let assignment): try assign(program.assignments[Int(assignment)])
            case .clear(let from, let to): clear(Int(from)..<Int(to))
            case .choiceBegin(let slot): choices[slot] = machine.variables
            case .fallbackBegin(let slot): if let known = choices[slot] { machine.variables = known }
            case .nextRecord(let number):
                let isNext = number < 0 ? true : try condition(program.conditions[Int(number)])
                if isNext { machine.readNext() }
            case .skipRecord(let number):
                if try condition(program.conditions[Int(number)]) {
                    machine.isSkipped = true
                    return
                }
            case .link(let number): try link(program.links[Int(number)])
            case .imageBegin(let site, let none):
                if try !beginImage(program.sites[Int(site)]) {
                    counter = Int(none)
                    continue
                }
            default: if isWriting { structure(operations[counter]) }
            }
            counter += 1
        }
    }

    /// Ends the part.
    mutating func finish() throws(RenderError) {
        try sink?.finish(&output)
    }

    /// Lets bytes go, unless a table is open that may still have to be taken back or to get its grid.
    mutating func flush() throws(RenderError) {
        guard let due = sink?.isDue(output.bytes.count), due, tables.allSatisfy(\.isFlushable) else { return }
        let before = output.bytes.count
        try sink?.flush(&output)
        flushedByteCount += before - output.bytes.count
    }

    static func limit(_ code: RenderError.Code, _ limit: String) -> RenderError {
        RenderError(
            code: code,
            names: [],
            part: "",
            place: "",
            tag: "",
            message: LocalizedText([
                .polish: "Dokument przekroczył granicę \(limit). Sprawdź, czy lista nie jest za długa.",
                .english: "The document went over the limit of \(limit). Check whether a list is too long.",
            ])
        )
    }

    mutating func literal(_ range: Range<Int>) {
        guard isWriting else { return }
        program.bytes.withUnsafeBufferPointer { source in
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
        }
    }

    func failure(_ error: EvaluationError, tag: String, place: String) -> RenderError {
        RenderError(code: error.code, names: [], part: program.name, place: place, tag: tag, message: error.message)
    }

    // MARK: Control

    func condition(_ condition: PartProgram.Condition) throws(RenderError) -> Bool {
        do throws(EvaluationError) {
            return try machine.evaluate(condition.expression).isTrue
        } catch {
            throw failure(error, tag: condition.tag, place: condition.place)
        }
    }

    func clear(_ slots: Range<Int>) {
        for slot in slots { machine.slots[slot] = DataValue(.undefined("")) }
    }

    func begin(_ loop: PartProgram.Loop) throws(RenderError) -> Bool {
        do throws(EvaluationError) {
            let list = try machine.evaluate(loop.iterable)
            machine.note(list)
            clear(loop.slots)
            if let slot = loop.targets.first, loop.targets.count == 1 { machine.slotPaths[slot] = loop.elementPath }
            let hasElement: Bool
            if let condition = loop.condition {
                hasElement = try machine.beginLoop(over: list) { element throws(EvaluationError) in
                    try bind(element, loop)
                    return try machine.evaluate(condition).isTrue
                }
            } else {
                hasElement = try machine.beginLoop(over: list, where: nil)
            }
            if hasElement { try bind(machine.loops[machine.loops.count - 1].current, loop) }
            return hasElement
        } catch {
            throw failure(error, tag: loop.tag, place: loop.place)
        }
    }

    func next(_ loop: PartProgram.Loop) throws(RenderError) -> Bool {
        guard machine.advanceLoop() else {
            clear(loop.slots)
            return false
        }
        clear(loop.slots)
        do throws(EvaluationError) {
            try bind(machine.loops[machine.loops.count - 1].current, loop)
        } catch {
            throw failure(error, tag: loop.tag, place: loop.place)
        }
        return true
    }

    func bind(_ element: DataValue, _ loop: PartProgram.Loop) throws(EvaluationError) {
        if loop.targets.count == 1 {
            machine.slots[loop.targets[0]] = element
            return
        }
        // A group of `groupby` is an object that unpacks into its key and its members.
        let isGroup = element.members.map { $0.count == 2 && $0["grouper"] != nil } ?? false
        let parts = isGroup ? element.members?.values ?? [] : try machine.elements(of: element)
        guard parts.count == loop.targets.count else {
            throw EvaluationError(
                pl: "Element listy ma \(parts.count) części, a pętla chce \(loop.targets.count).",
                en: "An element of the list has \(parts.count) parts, but the loop wants \(loop.targets.count)."
            )
        }
        for (slot, part) in zip(loop.targets, parts) { machine.slots[slot] = part }
    }

    func assign(_ assignment: PartProgram.Assignment) throws(RenderError) {
        do throws(EvaluationError) {
            let value = try machine.evaluate(assignment.value)
            let isUnpacked = assignment.targets.count > 1
            let parts = isUnpacked ? try machine.elements(of: value) : [value]
            guard parts.count == assignment.targets.count else {
                throw EvaluationError(
                    pl:
                        "Po lewej stronie „=” stoi \(assignment.targets.count) nazw, po prawej \(parts.count) wartości.",
                    en: "There are \(assignment.targets.count) names left of “=” and \(parts.count) values right of it."
                )
            }
            for (target, part) in zip(assignment.targets, parts) {
                switch target {
                case .slot(let slot): machine.slots[slot] = part
                case .member(let base, let name):
                    guard case .namespace(let box) = try machine.evaluate(base).storage else {
                        throw .unsuitable("object", for: "set ." + name)
                    }
                    box.members[name] = part
                }
            }
        } catch {
            throw failure(error, tag: assignment.tag, place: assignment.place)
        }
    }

    // MARK: Structure

    mutating func structure(_ operation: Operation) {
        switch operation {
        case .drawingNumber: output.append(String(document.nextDrawingNumber()))
        case .bookmarkNumber(let slot, let isStart): bookmarkNumber(slot, isStart)
        case .bookmarkSuffix(let slot):
            if let copies = bookmarks[slot]?.copies, copies > 1 { output.append("_\(copies)") }
        case .containerEnd: if !endsWithParagraph { output.bytes.append(contentsOf: snippets.emptyParagraph) }
        case .tableBegin: tables.append(OpenTable(start: output.bytes.count))
        case .row: if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case .grid(let grid):
            tables[tables.count - 1].grid = Int(grid)
            tables[tables.count - 1].gridPosition = output.bytes.count
        case .cell(let span, let width): tables[tables.count - 1].add(span: Int(span), width: Int(width))
        case .cellWidth:
            tables[tables.count - 1].widthPositions.append((output.bytes.count, tables[tables.count - 1].lastWidth))
            output.append("00000")
        case .tableEnd: if var table = tables.popLast() { table.close(&output, program) }
        case .imageRelationship: output.append(image?.relationship ?? "")
        case .imageWidth: output.append(String(image?.width ?? 1))
        case .imageHeight: output.append(String(image?.height ?? 1))
        case .imageText: output.appendEscaped(image?.text ?? "", breaks: nil)
        case .blipEnd(let start, let end):
            let name = String(decoding: program.bytes[Int(start)..<Int(end)], as: UTF8.self)
            output.append(RichWriter.blipEnd(name, vector: image?.vector))
        case .imageEnd: image = nil
        case .noteNumber(let id, let first, let step): output.append(String(noteNumber(id, first, step)))
        case .noteReference(let kind, let id, let first, let step):
            output.append(String(document.refer(to: noteNumber(id, first, step), kind)))
        case .listNumber(let list): output.append(String(document.list(Int(list), ofLetter: letter)))
        case .partReference(let program): output.append(references[program] ?? "")
        case .sectionBreak(let place): if !isLastLetter { breakSection(place) }
        default: break
        }
    }

    /// The id of a template's note in the present letter of a book.
    private func noteNumber(_ id: Int32, _ first: Int32, _ step: Int32) -> Int {
        letter == 0 || step == 0 ? Int(id) : Int(first) + (letter - 1) * Int(step)
    }

    mutating func breakSection(_ place: SectionPlace) {
        if case .paragraph = place { output.bytes.append(contentsOf: snippets.paragraphBegin) }
        if case .bare = place {} else { output.bytes.append(contentsOf: snippets.propertiesBegin) }
        if case .paragraph = place { output.bytes.append(contentsOf: snippets.flat) }
        for operation in program.section {
            if case .literal(let start, let end) = operation {
                literal(Int(start)..<Int(end))
            } else {
                structure(operation)
            }
        }
        if case .bare = place {} else { output.bytes.append(contentsOf: snippets.propertiesEnd) }
        if case .paragraph = place { output.bytes.append(contentsOf: snippets.paragraphClose) }
    }

    mutating func bookmarkNumber(_ slot: Int32, _ isStart: Bool) {
        var bookmark = bookmarks[slot] ?? (0, 0)
        if isStart {
            bookmark.copies += 1
            bookmark.number = document.nextBookmarkNumber()
            bookmarks[slot] = bookmark
        }
        output.append(String(bookmark.number))
    }

    var endsWithParagraph: Bool {
        if output.ends(with: snippets.paragraphClose) { return true }
        guard output.bytes.count > 2, output.bytes[output.bytes.count - 1] == UInt8(ascii: ">"),
            output.bytes[output.bytes.count - 2] == UInt8(ascii: "/"),
            let open = output.bytes.lastIndex(of: UInt8(ascii: "<"))
        else { return false }
        let name = snippets.paragraphBegin.dropLast()
        let end = open + name.count
        guard end < output.bytes.count, output.bytes[open..<end].elementsEqual(name) else { return false }
        return output.bytes[end] == UInt8(ascii: " ") || output.bytes[end] == UInt8(ascii: "/")
    }
}
