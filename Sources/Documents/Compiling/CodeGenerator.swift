import FormModel
import OfficePackage

/// Writes the instructions of a part from its changed pieces.
struct CodeGenerator {
    private let compiler: PartCompiler
    private var program: PartProgram
    private var scope = Scope()
    private var blocks: [Block] = []
    private var images: [Int] = []
    private var variables = VariableCollector()
    /// Pieces that the compiler adds, with their places in the program's bytes.
    private var added: [[UInt8]: Range<Int>] = [:]

    private enum Block {
        /// The jump that leads on when the condition does not hold, and the jumps to the end.
        case condition(otherwise: Int?, ends: [Int])
        case loop(loop: Int, begin: Int, slots: Int, skipElse: Int?)
        case with(slots: Int)
    }

    init(compiler: PartCompiler) {
        self.compiler = compiler
        program = PartProgram(name: compiler.tree.name, bytes: compiler.tree.bytes)
        program.snippets = Snippets(prefix: compiler.prefix)
        program.isDynamic = !compiler.edits.inserts.isEmpty || !compiler.edits.removals.isEmpty
    }

    mutating func generate() -> (program: PartProgram, variables: VariableCollector) {
        for piece in compiler.edits.pieces(byteCount: compiler.tree.bytes.count) {
            switch piece {
            case .source(let range): literal(range)
            case .insertion(let insertion): insert(insertion)
            }
        }
        takeSection()
        program.slotCount = scope.slotCount
        program.bookmarkCount = compiler.bookmarkCount
        program.grids = compiler.grids
        return (program, variables)
    }

    /// The settings of the last section are written behind every letter of a book.
    private mutating func takeSection() {
        program.ownReferences = compiler.ownReferences
        guard compiler.isBook,
            let end = program.operations.firstIndex(where: { if case .letterEnd = $0 { true } else { false } }),
            let final = compiler.tree.nodes.indices.last(where: { compiler.tree.is($0, .sectPr) })
        else { return }
        // Behind the end of the letter come the section's settings, cut where the section's element ends.
        let sectionEnd = compiler.tree.nodes[final].end
        var rest: [Operation] = []
        for operation in program.operations[(end + 1)...] {
            guard case .literal(let start, let stop) = operation, Int(start) < sectionEnd, Int(stop) > sectionEnd else {
                if rest.isEmpty { program.section.append(operation) } else { rest.append(operation) }
                continue
            }
            program.section.append(.literal(start: start, end: Int32(sectionEnd)))
            rest.append(.literal(start: Int32(sectionEnd), end: stop))
        }
        program.operations.replaceSubrange((end + 1)..., with: program.section + rest)
    }

    private mutating func insert(_ insertion: EditList.Insertion) {
        switch insertion {
        case .bytes(let bytes): literal(place(bytes))
        case .copy(let range): literal(range)
        case .operation(let operation): program.operations.append(operation)
        case .tag(let index): tag(index)
        case .synthetic(let tag): synthetic(tag)
        case .field(let tag, let run): put(tag, run)
        case .rowsBegin(let names, let row): beginRows(names, row)
        case .rowsEnd: endFor()
        case .ifDefined(let name, let isNegated, let node):
            let value = FieldExpression(scope: scope).path(name)
            beginCondition(.test(.defined, value, .none, isNegated: isNegated), name, node)
        case .ifTrue(let name, let node): beginCondition(FieldExpression(scope: scope).path(name), name, node)
        case .elseDefined: elseBranch()
        case .endDefined: endIf()
        case .control(let name, let node, let choices, let date): control(name, node, choices, date)
        case .sectionBegin(let name, let node):
            // A section that the data do not name stays as it is.
            let path = FieldExpression(scope: scope).path(name)
            let list = Expression.conditional(
                condition: .test(.defined, path, .none, isNegated: false),
                then: path,
                otherwise: .list([.dictionary([])])
            )
            beginRegion(list, variable: "section\(node)", name, node)
        case .imageBegin(let plain, let width, let height): beginImage(plain, width, height)
        case .imageEnd: endImage()
        case .plain(let plain): put(plain)
        }
    }

    /// Neighbouring ranges become one instruction.
    private mutating func literal(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if case .literal(let start, let end) = program.operations.last, Int(end) == range.lowerBound, !isTarget {
            program.operations[program.operations.count - 1] = .literal(start: start, end: Int32(range.upperBound))
        } else {
            program.operations.append(.literal(start: Int32(range.lowerBound), end: Int32(range.upperBound)))
        }
        isTarget = false
    }

    /// Whether a jump leads to the next instruction, which must then be one of its own.
    private var isTarget = false

    private mutating func here() -> Int32 {
        isTarget = true
        return Int32(program.operations.count)
    }

    private mutating func place(_ bytes: [UInt8]) -> Range<Int> {
        if let known = added[bytes] { return known }
        let range = program.bytes.count..<program.bytes.count + bytes.count
        program.bytes.append(contentsOf: bytes)
        added[bytes] = range
        return range
    }

    // MARK: Tags

    private mutating func tag(_ index: Int) {
        let tag = compiler.tags[index]
        do throws(SyntaxFault) {
            switch tag.kind {
            case .value: try put(tag)
            case .statement: if compiler.isPaired(index) { try statement(tag) }
            case .comment, .literal: break
            }
        } catch {
            compiler.report(error, tag: tag)
        }
    }

    private func placeText(_ tag: TemplateTag) -> String {
        ElementPlace.text(of: compiler.paragraphs[tag.paragraph].node, in: compiler.tree)
    }

    private mutating func expression(_ text: String) throws(SyntaxFault) -> Expression {
        var parser = try ExpressionParser(text, scope: scope)
        let expression = try parser.whole()
        variables.use(expression)
        return expression
    }

    private mutating func put(_ tag: TemplateTag) throws(SyntaxFault) {
        guard !tag.inner.isEmpty else {
            throw SyntaxFault(.tagEmpty, pl: "Znacznik jest pusty. Wpisz nazwę.", en: "The tag is empty. Write a name.")
        }
        let paragraph = compiler.paragraphs[tag.paragraph]
        let piece = paragraph.pieces[paragraph.piece(at: tag.range.lowerBound)]
        let run = paragraph.runs[piece.run]
        let isDirect = compiler.tree.nodes[run.node].parent == paragraph.node
        let site = PartProgram.Site(
            expression: try expression(of: tag),
            kind: tag.reach == .paragraph ? .paragraph : isDirect ? .text : .textInWrapper,
            tag: tag.source,
            place: placeText(tag),
            runProperties: run.properties,
            paragraphProperties: paragraph.properties
        )
        program.operations.append(.put(site: Int32(program.sites.count)))
        program.sites.append(site)
    }

    private mutating func expression(of tag: TemplateTag) throws(SyntaxFault) -> Expression {
        if let field = tag.field { return try expression(of: field) }
        return try expression(tag.inner)
    }

    private mutating func expression(of field: WordField) throws(SyntaxFault) -> Expression {
        let expression = try FieldExpression(scope: scope).expression(of: field) ?? .constant(.null)
        variables.use(expression)
        return expression
    }

    /// A merge field in a run that the compiler made for it.
    private mutating func put(_ tag: TemplateTag, _ run: Int) {
        guard let field = tag.field, let expression = try? expression(of: field) else { return }
        let paragraph = compiler.paragraphs[tag.paragraph]
        program.operations.append(.put(site: Int32(program.sites.count)))
        program.sites.append(
            PartProgram.Site(
                expression: expression,
                kind: .textInWrapper,
                tag: tag.source,
                place: placeText(tag),
                runProperties: paragraph.runs[run].properties,
                paragraphProperties: paragraph.properties
            )
        )
    }

    /// A value inside of an attribute or of an element of plain text.
    private mutating func put(_ plain: EditList.PlainTag) {
        do throws(SyntaxFault) {
            let site = plainSite(try expression(plain.tag.inner), plain, .plain)
            program.operations.append(.put(site: Int32(program.sites.count)))
            program.sites.append(site)
        } catch {
            report(error, plain)
        }
    }

    private func plainSite(
        _ expression: Expression,
        _ plain: EditList.PlainTag,
        _ kind: PartProgram.Kind
    ) -> PartProgram.Site {
        PartProgram.Site(
            expression: expression,
            kind: kind,
            tag: plain.tag.source,
            place: ElementPlace.text(of: plain.node, in: compiler.tree),
            runProperties: 0..<0,
            paragraphProperties: 0..<0
        )
    }

    private func report(_ fault: SyntaxFault, _ plain: EditList.PlainTag) {
        compiler.faults.append(
            TemplateFault(
                code: fault.code,
                part: compiler.tree.name,
                place: ElementPlace.text(of: plain.node, in: compiler.tree),
                tag: plain.tag.source,
                surroundings: plain.tag.source,
                message: fault.message,
                suggestion: fault.suggestion
            )
        )
    }

    // MARK: Pictures

    private mutating func beginImage(_ plain: EditList.PlainTag, _ width: Int, _ height: Int) {
        do throws(SyntaxFault) {
            let site = plainSite(try expression(plain.tag.inner), plain, .image(width: width, height: height))
            images.append(program.operations.count)
            program.operations.append(.imageBegin(site: Int32(program.sites.count), none: 0))
            program.sites.append(site)
        } catch {
            images.append(-1)
            report(error, plain)
        }
    }

    private mutating func endImage() {
        guard let begin = images.popLast(), begin >= 0, case .imageBegin(let site, _) = program.operations[begin] else {
            return
        }
        program.operations.append(.imageEnd)
        program.operations[begin] = .imageBegin(site: site, none: here())
    }

    // MARK: Statements

    private mutating func synthetic(_ tag: TemplateTag) {
        do throws(SyntaxFault) {
            try statement(tag)
        } catch {
            compiler.report(error, tag: tag)
        }
    }

    private mutating func statement(_ tag: TemplateTag) throws(SyntaxFault) {
        switch tag.keyword {
        case "if": blocks.append(.condition(otherwise: try condition(tag), ends: []))
        case "elif", "else": try otherwise(tag)
        case "endif": endIf()
        case "for": try beginFor(tag)
        case "endfor": endFor()
        case "set": try set(tag)
        case "with": try with(tag)
        case "endwith": endWith()
        case "do": _ = try expression(tag.rest)
        default: break
        }
    }

    /// A jump that is taken when the condition does not hold; its target comes later.
    private mutating func condition(_ tag: TemplateTag) throws(SyntaxFault) -> Int {
        let place = program.operations.count
        program.operations.append(.jumpUnless(expression: Int32(program.conditions.count), target: 0))
        program.conditions.append(
            PartProgram.Condition(expression: .constant(.null), tag: tag.source, place: placeText(tag))
        )
        let number = program.conditions.count - 1
        do throws(SyntaxFault) {
            program.conditions[number].expression = try expression(tag.rest)
        } catch {
            compiler.report(error, tag: tag)
        }
        return place
    }

    private mutating func beginCondition(_ expression: Expression, _ tag: String, _ node: Int) {
        blocks.append(.condition(otherwise: program.operations.count, ends: []))
        program.operations.append(.jumpUnless(expression: Int32(program.conditions.count), target: 0))
        let place = ElementPlace.text(of: node, in: compiler.tree)
        program.conditions.append(PartProgram.Condition(expression: expression, tag: tag, place: place))
    }

    private mutating func elseBranch() {
        guard case .condition(let otherwise, let ends) = blocks.popLast() else { return }
        let end = jump()
        if let otherwise { aim(otherwise, at: here()) }
        blocks.append(.condition(otherwise: nil, ends: ends + [end]))
    }

    private mutating func control(
        _ name: String,
        _ node: Int,
        _ choices: [(value: String, text: String)],
        _ date: String?
    ) {
        var value = FieldExpression(scope: scope).path(name)
        if let date {
            value = .filter(.date, value, Expression.Arguments(positional: [.constant(.string(date))]))
        }
        for choice in choices.reversed() {
            let isChosen = Expression.comparison(
                FieldExpression(scope: scope).path(name),
                [(.equal, .constant(.string(choice.value)))]
            )
            value = .conditional(condition: isChosen, then: .constant(.string(choice.text)), otherwise: value)
        }
        let site = PartProgram.Site(
            expression: value,
            kind: .textInWrapper,
            tag: name,
            place: ElementPlace.text(of: node, in: compiler.tree),
            runProperties: 0..<0,
            paragraphProperties: 0..<0
        )
        program.operations.append(.put(site: Int32(program.sites.count)))
        program.sites.append(site)
    }

    private mutating func jump() -> Int {
        program.operations.append(.jump(0))
        return program.operations.count - 1
    }

    private mutating func aim(_ place: Int, at target: Int32) {
        switch program.operations[place] {
        case .jump: program.operations[place] = .jump(target)
        case .jumpUnless(let expression, _):
            program.operations[place] = .jumpUnless(expression: expression, target: target)
        case .forBegin(let loop, _): program.operations[place] = .forBegin(loop: loop, empty: target)
        default: break
        }
    }

    private mutating func otherwise(_ tag: TemplateTag) throws(SyntaxFault) {
        switch blocks.popLast() {
        case .condition(let otherwise, let ends):
            let end = jump()
            if let otherwise { aim(otherwise, at: here()) }
            let next: Int? = tag.keyword == "elif" ? try condition(tag) : nil
            blocks.append(.condition(otherwise: next, ends: ends + [end]))
        case .loop(let loop, let begin, let slots, _):
            closeLoop(loop, begin: begin, slots: slots)
            let end = jump()
            aim(begin, at: here())
            blocks.append(.loop(loop: loop, begin: begin, slots: slots, skipElse: end))
        case .with(let slots): blocks.append(.with(slots: slots))
        case nil: break
        }
    }

    private mutating func endIf() {
        guard case .condition(let otherwise, let ends) = blocks.popLast() else { return }
        if let otherwise { aim(otherwise, at: here()) }
        for end in ends { aim(end, at: here()) }
    }

    private mutating func beginFor(_ tag: TemplateTag) throws(SyntaxFault) {
        let number = program.loops.count
        let slots = scope.slotCount
        var loop = PartProgram.Loop(
            iterable: .list([]),
            condition: nil,
            targets: [],
            slots: 0..<0,
            tag: tag.source,
            place: placeText(tag)
        )
        do throws(SyntaxFault) {
            var parser = try ExpressionParser(tag.rest, scope: scope)
            var names = [try parser.target()]
            while parser.take(",") { names.append(try parser.target()) }
            guard parser.takeWord("in") else { throw parser.unexpected(wanting: "in") }
            loop.iterable = try parser.orExpression()
            scope.push(isLoop: true)
            loop.targets = names.map { scope.define($0) }
            if parser.takeWord("if") { loop.condition = try parser.expression(in: scope) }
            guard !parser.takeWord("recursive") else {
                throw SyntaxFault(pl: "„recursive” nie jest obsługiwane.", en: "“recursive” is not supported.")
            }
            try parser.expectEnd()
            variables.beginLoop(loop.iterable, targets: Array(zip(names, loop.targets)))
            if let condition = loop.condition { variables.use(condition) }
        } catch {
            if loop.targets.isEmpty {
                scope.push(isLoop: true)
                loop.targets = [scope.define("_")]
            }
            compiler.report(error, tag: tag)
        }
        program.loops.append(loop)
        let begin = program.operations.count
        program.operations.append(.forBegin(loop: Int32(number), empty: 0))
        blocks.append(.loop(loop: number, begin: begin, slots: slots, skipElse: nil))
    }

    /// The loop around a row of merge fields; it runs once when no field holds a list.
    private mutating func beginRows(_ names: [String], _ row: Int) {
        beginRegion(.mergeRows(names), variable: "row\(row)", names.first ?? "", row)
    }

    /// A loop whose element gives the fields and controls inside their values.
    private mutating func beginRegion(_ list: Expression, variable: String, _ tag: String, _ node: Int) {
        let slots = scope.slotCount
        scope.push(isLoop: true)
        let target = scope.define(Scope.regionPrefix + variable)
        program.loops.append(
            PartProgram.Loop(
                iterable: list,
                condition: nil,
                targets: [target],
                slots: 0..<0,
                tag: tag,
                place: ElementPlace.text(of: node, in: compiler.tree)
            )
        )
        blocks.append(
            .loop(loop: program.loops.count - 1, begin: program.operations.count, slots: slots, skipElse: nil)
        )
        program.operations.append(.forBegin(loop: Int32(program.loops.count - 1), empty: 0))
    }

    private mutating func closeLoop(_ loop: Int, begin: Int, slots: Int) {
        program.operations.append(.forNext(loop: Int32(loop), body: Int32(begin + 1)))
        scope.pop(isLoop: true)
        program.loops[loop].slots = slots..<scope.slotCount
    }

    private mutating func endFor() {
        guard case .loop(let loop, let begin, let slots, let skipElse) = blocks.popLast() else { return }
        if let skipElse {
            aim(skipElse, at: here())
        } else {
            closeLoop(loop, begin: begin, slots: slots)
            aim(begin, at: here())
        }
    }

    private mutating func set(_ tag: TemplateTag) throws(SyntaxFault) {
        var parser = try ExpressionParser(tag.rest, scope: scope)
        var names = [try parser.name()]
        if parser.take(".") {
            let member = try parser.name()
            guard let slot = scope.slot(of: names[0]) else {
                throw SyntaxFault(
                    pl: "„\(names[0])” nie powstało przez namespace(). Dopisz {% set \(names[0]) = namespace() %}.",
                    en: "“\(names[0])” was not made by namespace(). Add {% set \(names[0]) = namespace() %}."
                )
            }
            try parser.expect("=")
            let value = try parser.whole()
            variables.use(value)
            return assign([.member(.local(slot: slot, name: names[0]), member)], value, tag)
        }
        while parser.take(",") { names.append(try parser.name()) }
        guard parser.take("=") else {
            throw SyntaxFault(
                pl: "Po „set” brakuje „=”. Napisz {% set nazwa = wartość %}.",
                en: "“=” is missing after “set”. Write {% set name = value %}."
            )
        }
        let value = try parser.tuple()
        try parser.expectEnd()
        variables.use(value)
        assign(names.map { .slot(scope.define($0)) }, value, tag)
    }

    private mutating func assign(
        _ targets: [PartProgram.Assignment.Target],
        _ value: Expression,
        _ tag: TemplateTag
    ) {
        program.operations.append(.set(assignment: Int32(program.assignments.count)))
        program.assignments.append(
            PartProgram.Assignment(targets: targets, value: value, tag: tag.source, place: placeText(tag))
        )
    }

    private mutating func with(_ tag: TemplateTag) throws(SyntaxFault) {
        var parser = try ExpressionParser(tag.rest, scope: scope)
        blocks.append(.with(slots: scope.slotCount))
        var pairs: [(String, Expression)] = []
        while !parser.isAtEnd {
            let name = try parser.name()
            try parser.expect("=")
            pairs.append((name, try parser.expression()))
            if !parser.isAtEnd { try parser.expect(",") }
        }
        scope.push(isLoop: false)
        for (name, value) in pairs {
            variables.use(value)
            assign([.slot(scope.define(name))], value, tag)
        }
    }

    private mutating func endWith() {
        guard case .with(let slots) = blocks.popLast() else { return }
        scope.pop(isLoop: false)
        program.operations.append(.clear(from: Int32(slots), to: Int32(scope.slotCount)))
    }
}
