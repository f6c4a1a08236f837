import FormModel
import OfficePackage

/// Conditions, loops and variables.
extension CodeGenerator {
    // MARK: Statements

    mutating func synthetic(_ tag: TemplateTag) {
        noteSite(tag)
        do throws(SyntaxFault) {
            try statement(tag)
        } catch {
            compiler.report(error, tag: tag)
        }
    }

    mutating func statement(_ tag: TemplateTag) throws(SyntaxFault) {
        switch tag.keyword {
        case "if": blocks.append(.condition(otherwise: try condition(tag), ends: []))
        case "elif", "else": try otherwise(tag)
        case "endif": endIf()
        case "for": try beginFor(tag)
        case "endfor": endFor()
        case "set": try set(tag)
        case "with": try with(tag)
        case "endwith": endWith()
        case "next" where tag.field != nil, "skip" where tag.field != nil: try record(tag)
        case "do": _ = try expression(tag.rest)
        default: break
        }
    }

    /// A jump that is taken when the condition does not hold; its target comes later.
    mutating func condition(_ tag: TemplateTag) throws(SyntaxFault) -> Int {
        let place = program.operations.count
        program.operations.append(.jumpUnless(expression: Int32(program.conditions.count), target: 0))
        program.conditions.append(
            PartProgram.Condition(expression: .constant(.null), tag: tag.source, place: placeText(tag))
        )
        let number = program.conditions.count - 1
        do throws(SyntaxFault) {
            program.conditions[number].expression = try expression(tag.rest, isOptional: true)
        } catch {
            compiler.report(error, tag: tag)
        }
        return place
    }

    /// NEXT, NEXTIF and SKIPIF (ISO 29500-1, 17.16.5.40, 17.16.5.41, 17.16.5.58).
    private mutating func record(_ tag: TemplateTag) throws(SyntaxFault) {
        program.readsRecords = true
        guard let field = tag.field, let test = try FieldExpression(scope: scope).test(of: field) else {
            return program.operations.append(.nextRecord(condition: -1))
        }
        variables.use(test)
        let number = Int32(program.conditions.count)
        program.conditions.append(PartProgram.Condition(expression: test, tag: tag.source, place: placeText(tag)))
        program.operations.append(
            tag.keyword == "next" ? .nextRecord(condition: number) : .skipRecord(condition: number)
        )
    }

    mutating func beginCondition(_ expression: Expression, _ tag: String, _ node: Int) {
        blocks.append(.condition(otherwise: program.operations.count, ends: []))
        program.operations.append(.jumpUnless(expression: Int32(program.conditions.count), target: 0))
        let place = ElementPlace.text(of: node, in: compiler.tree)
        program.conditions.append(PartProgram.Condition(expression: expression, tag: tag, place: place))
    }

    mutating func elseBranch() {
        guard case .condition(let otherwise, let ends) = blocks.popLast() else { return }
        let end = jump()
        if let otherwise { aim(otherwise, at: here()) }
        blocks.append(.condition(otherwise: nil, ends: ends + [end]))
    }

    mutating func control(
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

    mutating func jump() -> Int {
        program.operations.append(.jump(0))
        return program.operations.count - 1
    }

    mutating func aim(_ place: Int, at target: Int32) {
        switch program.operations[place] {
        case .jump: program.operations[place] = .jump(target)
        case .jumpUnless(let expression, _):
            program.operations[place] = .jumpUnless(expression: expression, target: target)
        case .forBegin(let loop, _): program.operations[place] = .forBegin(loop: loop, empty: target)
        default: break
        }
    }

    mutating func otherwise(_ tag: TemplateTag) throws(SyntaxFault) {
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

    mutating func endIf() {
        guard case .condition(let otherwise, let ends) = blocks.popLast() else { return }
        if let otherwise { aim(otherwise, at: here()) }
        for end in ends { aim(end, at: here()) }
    }

    mutating func beginFor(_ tag: TemplateTag) throws(SyntaxFault) {
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
            loop.elementPath = names.count == 1 ? variables.uses.elementPath(loop.targets[0]) : nil
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
    mutating func beginRows(_ names: [String], _ row: Int) {
        beginRegion(.mergeRows(names), variable: "row\(row)", names.first ?? "", row)
    }

    /// A loop whose element gives the fields and controls inside their values.
    mutating func beginRegion(_ list: Expression, variable: String, _ tag: String, _ node: Int) {
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

    mutating func closeLoop(_ loop: Int, begin: Int, slots: Int) {
        program.operations.append(.forNext(loop: Int32(loop), body: Int32(begin + 1)))
        scope.pop(isLoop: true)
        program.loops[loop].slots = slots..<scope.slotCount
    }

    mutating func endFor() {
        guard case .loop(let loop, let begin, let slots, let skipElse) = blocks.popLast() else { return }
        if let skipElse {
            aim(skipElse, at: here())
        } else {
            closeLoop(loop, begin: begin, slots: slots)
            aim(begin, at: here())
        }
    }

    mutating func set(_ tag: TemplateTag) throws(SyntaxFault) {
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
        let slots = names.map { scope.define($0) }
        if slots.count == 1 { variables.uses.assign(slots[0], value) }
        assign(slots.map { .slot($0) }, value, tag)
    }

    mutating func assign(
        _ targets: [PartProgram.Assignment.Target],
        _ value: Expression,
        _ tag: TemplateTag
    ) {
        program.operations.append(.set(assignment: Int32(program.assignments.count)))
        program.assignments.append(
            PartProgram.Assignment(targets: targets, value: value, tag: tag.source, place: placeText(tag))
        )
    }

    mutating func with(_ tag: TemplateTag) throws(SyntaxFault) {
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
            let slot = scope.define(name)
            variables.uses.assign(slot, value)
            assign([.slot(slot)], value, tag)
        }
    }

    mutating func endWith() {
        guard case .with(let slots) = blocks.popLast() else { return }
        scope.pop(isLoop: false)
        program.operations.append(.clear(from: Int32(slots), to: Int32(scope.slotCount)))
    }
}
