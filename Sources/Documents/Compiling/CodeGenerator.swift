import FormModel
import OfficePackage

/// Writes the instructions of a part from its changed pieces.
struct CodeGenerator {
    let compiler: PartCompiler
    var program: PartProgram
    var scope = Scope()
    var blocks: [Block] = []
    var images: [Int] = []
    var variables = VariableCollector()
    /// Pieces that the compiler adds, with their places in the program's bytes.
    var added: [[UInt8]: Range<Int>] = [:]

    enum Block {
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
        variables.uses.finish(part: compiler.tree.name) { ElementPlace.text(of: $0, in: compiler.tree) }
        program.slotCount = scope.slotCount
        program.bookmarkCount = compiler.bookmarkCount
        program.grids = compiler.grids
        program.isNotes = compiler.isNotes
        return (program, variables)
    }

    /// The settings of the last section are written behind every letter of a book.
    mutating func takeSection() {
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

    mutating func insert(_ insertion: EditList.Insertion) {
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
        case .link(let attribute, let target, let node): link(attribute, [.text(target)], node)
        case .fieldLink(let attribute, let field):
            link(attribute, field.address, compiler.paragraphs[field.paragraph].node)
        case .plain(let plain): put(plain)
        }
    }

    /// Neighbouring ranges become one instruction.
    mutating func literal(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if case .literal(let start, let end) = program.operations.last, Int(end) == range.lowerBound, !isTarget {
            program.operations[program.operations.count - 1] = .literal(start: start, end: Int32(range.upperBound))
        } else {
            program.operations.append(.literal(start: Int32(range.lowerBound), end: Int32(range.upperBound)))
        }
        isTarget = false
    }

    /// Whether a jump leads to the next instruction, which must then be one of its own.
    var isTarget = false

    mutating func here() -> Int32 {
        isTarget = true
        return Int32(program.operations.count)
    }

    mutating func place(_ bytes: [UInt8]) -> Range<Int> {
        if let known = added[bytes] { return known }
        let range = program.bytes.count..<program.bytes.count + bytes.count
        program.bytes.append(contentsOf: bytes)
        added[bytes] = range
        return range
    }

    // MARK: Tags

    mutating func tag(_ index: Int) {
        let tag = compiler.tags[index]
        noteSite(tag)
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

    func placeText(_ tag: TemplateTag) -> String {
        ElementPlace.text(of: compiler.paragraphs[tag.paragraph].node, in: compiler.tree)
    }

    /// Where the variables that come next are used.
    mutating func noteSite(_ tag: TemplateTag) {
        variables.uses.node = compiler.paragraphs[tag.paragraph].node
        variables.uses.tag = tag.source
    }

    mutating func noteSite(_ plain: EditList.PlainTag) {
        variables.uses.node = plain.node
        variables.uses.tag = plain.tag.source
    }

    mutating func expression(_ text: String, isOptional: Bool = false) throws(SyntaxFault) -> Expression {
        var parser = try ExpressionParser(text, scope: scope)
        let expression = try parser.whole()
        variables.use(expression, isOptional: isOptional)
        return expression
    }

    mutating func put(_ tag: TemplateTag) throws(SyntaxFault) {
        guard !tag.inner.isEmpty else {
            throw SyntaxFault(.tagEmpty, pl: "Znacznik jest pusty. Wpisz nazwę.", en: "The tag is empty. Write a name.")
        }
        let paragraph = compiler.paragraphs[tag.paragraph]
        let piece = paragraph.pieces[paragraph.piece(at: tag.range.lowerBound)]
        let run = paragraph.runs[piece.run]
        let isDirect =
            compiler.tree.nodes[run.node].parent == paragraph.node
            && compiler.fieldLink(paragraph: tag.paragraph, run: piece.run) == nil
        let site = PartProgram.Site(
            expression: try expression(of: tag),
            kind: tag.reach == .paragraph ? .paragraph : isDirect ? .text : .textInWrapper,
            tag: tag.source,
            place: placeText(tag),
            runProperties: run.properties,
            paragraphProperties: compiler.endsSection(paragraph) ? 0..<0 : paragraph.properties,
            isAlone: compiler.isAlone(tag)
        )
        program.operations.append(.put(site: Int32(program.sites.count)))
        program.sites.append(site)
    }

    mutating func expression(of tag: TemplateTag) throws(SyntaxFault) -> Expression {
        if let field = tag.field { return try expression(of: field) }
        return try expression(tag.inner)
    }

    mutating func expression(of field: WordField) throws(SyntaxFault) -> Expression {
        let expression = try FieldExpression(scope: scope).expression(of: field) ?? .constant(.null)
        variables.use(expression)
        return expression
    }

    /// A merge field in a run that the compiler made for it.
    mutating func put(_ tag: TemplateTag, _ run: Int) {
        noteSite(tag)
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
    mutating func put(_ plain: EditList.PlainTag) {
        noteSite(plain)
        do throws(SyntaxFault) {
            let site = plainSite(try expression(plain.tag.inner), plain, .plain)
            program.operations.append(.put(site: Int32(program.sites.count)))
            program.sites.append(site)
        } catch {
            report(error, plain)
        }
    }

    func plainSite(
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

    func report(_ fault: SyntaxFault, _ plain: EditList.PlainTag) {
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

    mutating func beginImage(_ plain: EditList.PlainTag, _ width: Int, _ height: Int) {
        noteSite(plain)
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

    mutating func endImage() {
        guard let begin = images.popLast(), begin >= 0, case .imageBegin(let site, _) = program.operations[begin] else {
            return
        }
        program.operations.append(.imageEnd)
        program.operations[begin] = .imageBegin(site: site, none: here())
    }
}
