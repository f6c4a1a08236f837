import FieldKinds
import FormModel

/// Values: text, what is missing, rich values and pictures.
extension PartRenderer {
    // MARK: Values

    mutating func put(_ site: PartProgram.Site) throws(RenderError) {
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

    mutating func writeUndefined(_ site: PartProgram.Site) {
        switch machine.isExhausted ? .empty : options.undefined {
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

    mutating func reopen(_ site: PartProgram.Site) {
        output.bytes.append(contentsOf: snippets.runBegin)
        literal(site.runProperties)
        output.bytes.append(contentsOf: snippets.textBegin)
    }

    mutating func write(_ text: String, _ site: PartProgram.Site) {
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

    func hasControl(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 }
    }

    static func mayBreakBadly(_ text: String) -> Bool {
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

    func breaks(_ site: PartProgram.Site) -> Output.Breaks {
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

    mutating func writeRich(_ value: DataValue, _ site: PartProgram.Site) throws(RenderError) {
        let rich: RichValue
        do throws(EvaluationError) {
            rich = try RichValue(value, options: options)
        } catch {
            throw failure(error, tag: site.tag, place: site.place)
        }
        if case .subdocument(let source) = rich { return try write(source, site) }
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

    mutating func writeRuns(_ rich: RichValue, _ site: PartProgram.Site) {
        var writer = RichWriter(
            snippets: snippets,
            properties: Array(program.bytes[site.runProperties]),
            part: program.name,
            document: document
        )
        writer.write(rich)
        output.bytes.append(contentsOf: writer.output.bytes)
        if writer.droppedLink { document.warn(.linkDropped, site.tag) }
        if writer.droppedCharacters { document.warn(.controlCharactersDropped, site.tag) }
    }

    mutating func beginImage(_ site: PartProgram.Site) throws(RenderError) -> Bool {
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
            text: picture.alternativeText,
            vector: document.relationship(toVectorOf: picture, from: program.name)
        )
        return true
    }
}
