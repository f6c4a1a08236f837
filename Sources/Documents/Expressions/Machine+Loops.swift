import FormModel

extension Machine {
    /// The loop at this depth as an object, for templates that keep it under another name.
    func loopValue(_ depth: Int) throws(EvaluationError) -> DataValue {
        var object = DataObject()
        for name in ["index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"] {
            object[name] = try loopAttribute(depth, name)
        }
        return .object(object)
    }

    func loopAttribute(_ depth: Int, _ name: String) throws(EvaluationError) -> DataValue {
        guard depth < loops.count else { return DataValue(.undefined("loop." + name)) }
        let loop = loops[depth]
        switch name {
        case "index": return .integer(loop.index + 1)
        case "index0": return .integer(loop.index)
        case "first": return .bool(loop.index == 0)
        case "last": return .bool(isLast(loop))
        case "depth": return .integer(1)
        case "depth0": return .integer(0)
        case "previtem": return loop.previous ?? DataValue(.undefined("loop.previtem"))
        case "nextitem": return upcoming(of: loop) ?? DataValue(.undefined("loop.nextitem"))
        case "length", "revindex", "revindex0": break
        default: return DataValue(.undefined("loop." + name))
        }
        guard let length = loop.length else {
            throw EvaluationError(
                pl: "Długości listy czytanej w trakcie pisania nie znamy z góry, więc „loop.\(name)” tu nie działa.",
                en: "The length of a list that is read while it is written is not known, so “loop.\(name)” fails here."
            )
        }
        switch name {
        case "length": return .integer(length)
        case "revindex": return .integer(length - loop.index)
        default: return .integer(length - loop.index - 1)
        }
    }

    private func isLast(_ loop: Loop) -> Bool {
        if let elements = loop.elements { return loop.index == elements.count - 1 }
        return loop.upcoming == nil
    }

    private func upcoming(of loop: Loop) -> DataValue? {
        guard let elements = loop.elements else { return loop.upcoming }
        return loop.index + 1 < elements.count ? elements[loop.index + 1] : nil
    }

    func loopMethod(_ depth: Int, _ name: String, _ arguments: Values) throws(EvaluationError) -> DataValue {
        guard depth < loops.count else { return DataValue(.undefined("loop." + name)) }
        switch name {
        case "cycle" where !arguments.positional.isEmpty:
            return arguments.positional[loops[depth].index % arguments.positional.count]
        case "changed":
            let value = DataValue.array(arguments.positional)
            if let before = loops[depth].changedValue, DataValue.areEqual(before, value) { return .bool(false) }
            loops[depth].changedValue = value
            return .bool(true)
        default:
            throw EvaluationError(
                pl: "Pętla nie zna „loop.\(name)()”. Są: cycle, changed.",
                en: "A loop does not know “loop.\(name)()”. There are: cycle, changed."
            )
        }
    }

    /// What a `for` walks over: the elements of a list, the keys of an object, the characters of a text.
    func elements(of value: DataValue) throws(EvaluationError) -> [DataValue] {
        switch value.storage {
        case .array(let elements): return elements
        case .object(let object): return object.keys.map { .string($0) }
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .undefined:
            note(value)
            return []
        case .stream(let stream):
            var elements: [DataValue] = []
            let next = stream.makeNext()
            while let element = next() { elements.append(element) }
            return elements
        default: throw .unsuitable(value.kindName, for: "for")
        }
    }

    /// The lists of docx-mailmerge: a merge field whose value is a list of objects repeats its row.
    func mergeRows(_ names: [String]) -> DataValue {
        for name in names {
            guard let elements = root[name]?.elements, elements.allSatisfy({ $0.members != nil }) else { continue }
            return .array(elements)
        }
        return .array([.object([])])
    }

    /// Starts a loop at its first element; false when there is none.
    func beginLoop(over value: DataValue, where condition: ((DataValue) throws(EvaluationError) -> Bool)?)
        throws(EvaluationError) -> Bool
    {
        guard loops.count < Self.loopDepthMax else {
            throw EvaluationError(.depthLimit, pl: "Zbyt wiele pętli w pętlach.", en: "Too many loops inside loops.")
        }
        if case .stream(let stream) = value.storage, condition == nil {
            let next = stream.makeNext()
            guard let first = next() else { return false }
            loops.append(Loop(elements: nil, next: next, current: first, upcoming: next()))
            return true
        }
        var all = try elements(of: value)
        if let condition {
            var kept: [DataValue] = []
            for element in all where try condition(element) { kept.append(element) }
            all = kept
        }
        guard let first = all.first else { return false }
        loops.append(Loop(elements: all, next: nil, current: first, upcoming: nil))
        return true
    }

    /// Moves the innermost loop to its next element; ends it and gives false when there is none.
    func advanceLoop() -> Bool {
        let place = loops.count - 1
        let upcoming: DataValue?
        if let count = loops[place].elements?.count {
            let index = loops[place].index + 1
            upcoming = index < count ? loops[place].elements?[index] : nil
        } else {
            upcoming = loops[place].upcoming
            loops[place].upcoming = upcoming == nil ? nil : loops[place].next?()
        }
        guard let upcoming else {
            loops.removeLast()
            return false
        }
        loops[place].previous = loops[place].current
        loops[place].current = upcoming
        loops[place].index += 1
        return true
    }
}
