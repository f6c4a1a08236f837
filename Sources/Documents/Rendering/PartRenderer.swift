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
    private var flushedByteCount = 0
    /// False while only missing names are looked for.
    let isWriting: Bool
    private let snippets: Snippets
    /// Relationships of the present letter's headers and footers, by program.
    var references: [Int32: String] = [:]
    private var isLastLetter = true
    private var bookmarks: [Int32: (number: Int, copies: Int)] = [:]
    private var tables: [OpenTable] = []
    private var image: PlacedImage?

    struct PlacedImage {
        var relationship: String
        var width: Int
        var height: Int
        var text: String
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
        machine.loops = []
        if isWriting { output.bytes.reserveCapacity(program.bytes.count + program.bytes.count / 4) }
    }

    mutating func run() throws(RenderError) {
        try run(0..<program.operations.count)
    }

    /// Writes one letter of a book: the head of the part with the first, its foot with the last.
    mutating func runLetter(_ index: Int, of count: Int) throws(RenderError) {
        isLastLetter = index == count - 1
        machine.slots = Array(repeating: DataValue(.undefined("")), count: program.slotCount)
        machine.loops = []
        let begin = program.operations.firstIndex { if case .letterBegin = $0 { true } else { false } } ?? 0
        let end = program.operations.firstIndex { if case .letterEnd = $0 { true } else { false } } ?? 0
        let first = index == 0 ? 0 : begin + 1
        try run(first..<(isLastLetter ? program.operations.count : end + 1))
        try flush()
    }

    private mutating func run(_ range: Range<Int>) throws(RenderError) {
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
    private mutating func flush() throws(RenderError) {
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

    private mutating func literal(_ range: Range<Int>) {
        guard isWriting else { return }
        program.bytes.withUnsafeBufferPointer { source in
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
        }
    }

    private func failure(_ error: EvaluationError, tag: String, place: String) -> RenderError {
        RenderError(code: error.code, names: [], part: program.name, place: place, tag: tag, message: error.message)
    }

    // MARK: Control

    private func condition(_ condition: PartProgram.Condition) throws(RenderError) -> Bool {
        do throws(EvaluationError) {
            return try machine.evaluate(condition.expression).isTrue
        } catch {
            throw failure(error, tag: condition.tag, place: condition.place)
        }
    }

    private func clear(_ slots: Range<Int>) {
        for slot in slots { machine.slots[slot] = DataValue(.undefined("")) }
    }

    private func begin(_ loop: PartProgram.Loop) throws(RenderError) -> Bool {
        do throws(EvaluationError) {
            let list = try machine.evaluate(loop.iterable)
            machine.note(list)
            clear(loop.slots)
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

    private func next(_ loop: PartProgram.Loop) throws(RenderError) -> Bool {
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

    private func bind(_ element: DataValue, _ loop: PartProgram.Loop) throws(EvaluationError) {
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

    private func assign(_ assignment: PartProgram.Assignment) throws(RenderError) {
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

    // MARK: Values

    private mutating func put(_ site: PartProgram.Site) throws(RenderError) {
        let value: DataValue
        do throws(EvaluationError) {
            value = try machine.evaluate(site.expression)
            machine.note(value)
        } catch {
            throw failure(error, tag: site.tag, place: site.place)
        }
        guard isWriting else { return }
        switch value.storage {
        case .string(let text): write(text, site)
        case .undefined where !machine.options.isCompatible: writeUndefined(site)
        case .object where machine.isRich(value): try writeRich(value, site)
        default: write(machine.print.text(value), site)
        }
        guard flushedByteCount + output.bytes.count <= options.outputByteCountMax else {
            throw Self.limit(.outputLimit, "\(options.outputByteCountMax)")
        }
    }

    private mutating func writeUndefined(_ site: PartProgram.Site) {
        switch options.undefined {
        case .error, .empty: if case .paragraph = site.kind { output.bytes.append(contentsOf: snippets.emptyParagraph) }
        case .keep: write(site.tag, site)
        case .mark:
            guard case .text = site.kind else { return write(site.tag, site) }
            output.bytes.append(contentsOf: snippets.markBegin)
            output.appendEscaped(site.tag, breaks: nil)
            output.bytes.append(contentsOf: snippets.markEnd)
            reopen(site)
        }
    }

    private mutating func reopen(_ site: PartProgram.Site) {
        output.bytes.append(contentsOf: snippets.runBegin)
        literal(site.runProperties)
        output.bytes.append(contentsOf: snippets.textBegin)
    }

    private mutating func write(_ text: String, _ site: PartProgram.Site) {
        let kept = machine.options.keepsOneLetterWords && Self.mayBreakBadly(text) ? NonBreaking.apply(text) : text
        let isWhole: Bool
        switch site.kind {
        case .text, .textInWrapper: isWhole = output.appendEscaped(kept, breaks: hasControl(kept) ? breaks(site) : nil)
        case .paragraph:
            output.bytes.append(contentsOf: snippets.paragraphBegin)
            literal(site.paragraphProperties)
            reopen(site)
            isWhole = output.appendEscaped(kept, breaks: breaks(site))
            output.bytes.append(contentsOf: snippets.paragraphEnd)
        case .plain, .image: isWhole = output.appendEscaped(kept, breaks: nil)
        }
        if !isWhole { document.warn(.controlCharactersDropped, site.tag) }
    }

    private func hasControl(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 }
    }

    private static func mayBreakBadly(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x20 {
                switch before | 0x20 {
                case 0x61, 0x69, 0x6F, 0x75, 0x77, 0x7A, 0x30...0x39: return true
                default: break
                }
            }
            before = byte
        }
        return false
    }

    private func breaks(_ site: PartProgram.Site) -> Output.Breaks {
        let line = snippets.lineBreak
        guard case .textInWrapper = site.kind else {
            let paragraph = snippets.runEnd + snippets.paragraphClose + snippets.paragraphBegin
            let reopened =
                Array(program.bytes[site.paragraphProperties]) + snippets.runBegin
                + Array(program.bytes[site.runProperties]) + snippets.textBegin
            return Output.Breaks(
                line: line,
                tab: snippets.tab,
                page: snippets.runEnd + snippets.paragraphClose + snippets.pageBreak + snippets.paragraphBegin
                    + reopened,
                paragraph: paragraph + reopened
            )
        }
        return Output.Breaks(line: line, tab: snippets.tab, page: snippets.pageBreakInRun, paragraph: line)
    }

    // MARK: Rich values

    private mutating func writeRich(_ value: DataValue, _ site: PartProgram.Site) throws(RenderError) {
        let rich: RichValue
        do throws(EvaluationError) {
            rich = try RichValue(value, options: options)
        } catch {
            throw failure(error, tag: site.tag, place: site.place)
        }
        switch site.kind {
        case .plain, .image: return write(rich.plainText, site)
        case .paragraph:
            output.bytes.append(contentsOf: snippets.paragraphBegin)
            literal(site.paragraphProperties)
            writeRuns(rich, site)
            output.bytes.append(contentsOf: snippets.paragraphClose)
        case .text, .textInWrapper:
            output.bytes.append(contentsOf: snippets.runEnd)
            writeRuns(rich, site)
            reopen(site)
        }
    }

    private mutating func writeRuns(_ rich: RichValue, _ site: PartProgram.Site) {
        var writer = RichWriter(
            snippets: snippets,
            properties: Array(program.bytes[site.runProperties]),
            part: program.name,
            document: document
        )
        writer.write(rich)
        output.bytes.append(contentsOf: writer.output.bytes)
        if writer.droppedCharacters { document.warn(.controlCharactersDropped, site.tag) }
    }

    private mutating func beginImage(_ site: PartProgram.Site) throws(RenderError) -> Bool {
        let rich: RichValue
        do throws(EvaluationError) {
            let value = try machine.evaluate(site.expression)
            machine.note(value)
            guard value.isTrue else { return false }
            rich = try RichValue(value, options: options)
        } catch {
            throw failure(error, tag: site.tag, place: site.place)
        }
        guard case .image(let picture) = rich, case .image(let width, let height) = site.kind else {
            throw failure(.unsuitable("text", for: "image"), tag: site.tag, place: site.place)
        }
        guard isWriting else { return true }
        let scale = min(Double(width) / Double(picture.pixelWidth), Double(height) / Double(picture.pixelHeight))
        image = PlacedImage(
            relationship: document.relationship(to: picture, from: program.name),
            width: max(1, Int(Double(picture.pixelWidth) * scale)),
            height: max(1, Int(Double(picture.pixelHeight) * scale)),
            text: picture.alternativeText
        )
        return true
    }

    // MARK: Structure

    private mutating func structure(_ operation: Operation) {
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
        case .imageEnd: image = nil
        case .partReference(let program): output.append(references[program] ?? "")
        case .sectionBreak(let place): if !isLastLetter { breakSection(place) }
        default: break
        }
    }

    private mutating func breakSection(_ place: SectionPlace) {
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

    private mutating func bookmarkNumber(_ slot: Int32, _ isStart: Bool) {
        var bookmark = bookmarks[slot] ?? (0, 0)
        if isStart {
            bookmark.copies += 1
            bookmark.number = document.nextBookmarkNumber()
            bookmarks[slot] = bookmark
        }
        output.append(String(bookmark.number))
    }

    private var endsWithParagraph: Bool {
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
