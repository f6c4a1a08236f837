import FormModel

/// What a submission and its envelope say about the event.
struct Signs {
    let reading: Reading
    let hints: RecognitionHints
    /// Slugs out of `zapisy+slug@example.org`, in lower case.
    let extensions: Set<String>
    let subjectWords: [UInt64]

    private static let subjectByteMax = 2_000

    init(reading: Reading, hints: RecognitionHints) {
        self.reading = reading
        self.hints = hints
        extensions = Set(hints.recipients.compactMap { Self.addressExtension($0) })
        let subject = hints.subject.utf8.count <= Self.subjectByteMax ? hints.subject : ""
        subjectWords = WordList.words(of: subject, withoutHints: false).hashes
    }

    private static func addressExtension(_ address: String) -> String? {
        guard let at = address.lastIndex(of: "@"), let plus = address[..<at].firstIndex(of: "+") else { return nil }
        let slug = address[address.index(after: plus)..<at].lowercased()
        return slug.isEmpty ? nil : slug
    }

    /// Document properties, or the line «Nabór: slug/form/version» that our own forms print.
    func code(in layout: Layout) -> (slug: String, form: String?)? {
        if let slug = reading.properties["nabor:event"], !slug.isEmpty {
            return (slug, reading.properties["nabor:form"])
        }
        for line in layout.lines {
            guard let first = line.tokens.first(where: { layout.tokens[$0].kind == .word }),
                layout.tokens[first].hash == Self.naborWord, first + 1 < line.tokens.upperBound,
                layout.tokens[first + 1].isColon
            else { continue }
            let text = layout.text(first + 2..<line.tokens.upperBound).prefix { !$0.isWhitespace }
            let parts = text.split(separator: "/").map(String.init)
            if parts.count >= 2 { return (parts[0], parts[1]) }
        }
        return nil
    }

    private static let naborWord = WordList.words(of: "Nabór", withoutHints: false).key
}

extension FormMatcher {
    struct Fit {
        /// 0 to 1, as in `MatchOutcome.fit`.
        var share: Double
        /// How many of the form's labels stand on the paper.
        var labelCount: Int
    }

    /// How well a reading fits the form, without collecting answers.
    func fit(of reading: Reading, layout: Layout) -> Fit {
        var seen: Set<Int> = []
        var gathering = Gathering()
        if !reading.fields.isEmpty {
            let context = MatchContext(today: CalendarDate(daysSinceEpoch: 0))
            var named = NamedFieldCollector(
                index: index,
                tags: tags,
                columns: columns,
                format: reading.format,
                context: context,
                gathering: gathering
            )
            named.run(reading.fields)
            gathering = named.gathering
        }
        for control in reading.controls {
            if let target = control.tag.flatMap({ tags.parse($0) }) { seen.insert(target.question) }
        }
        let survey = Survey(matcher: self, layout: layout, controls: reading.controls)
        for hit in survey.hits where !hit.isTyped { gathering.note(hit.match) }
        seen.formUnion(gathering.seen)
        return Fit(share: max(share(of: seen), survey.likeness), labelCount: seen.count)
    }
}
