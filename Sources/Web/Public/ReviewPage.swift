import Desk
import FieldKinds
import FormModel
import Registry

/// What will be sent, before it is sent.
struct ReviewPage {
    let site: Site
    let form: WebForm
    let checked: CheckedTypedForm
    let key: String
    var notice: String?

    private var language: InterfaceLanguage { checked.typed.language }

    /// The clauses as they were shown; if they change before sending, they are shown again.
    var clausesDigest: String {
        let texts = form.form.fields.compactMap { field in
            field.clause.map { "\(field.key)\u{1F}\($0.version)\u{1F}\($0.text.text(in: language))" }
        }
        return String(ContentDigest.sha256(Array(texts.joined(separator: "\u{1E}").utf8)).prefix(16))
    }

    func html() -> String {
        let event = form.event.definition
        var values = site.frame.values(title: PublicText.reviewTitle.text(language), language: language, event: event)
        values["notice"] = notice
        values["key"] = key
        values["clauses"] = clausesDigest
        values["form-address"] = "/e/\(event.slug)/\(form.form.id)"
        values.set(
            "answers",
            AnswerLines(form: form.form, language: language).all(checked.answers.values, showsEmpty: true)
        )
        values.set("kept", kept)
        let messages = FormMessages(form: form, language: language)
        values.set("conditions", checked.unmetConditions.map { PageValues(["text": messages.text($0)]) })
        values.set("language-links", [])
        return site.library.render("review", values)
    }

    /// Everything typed, carried along unseen.
    private var kept: [PageValues] {
        let texts = checked.typed.texts.sorted { $0.key < $1.key }.flatMap { path, texts in
            texts.map { PageValues(["name": path, "value": $0]) }
        }
        let uploads = checked.typed.uploads.sorted { $0.key < $1.key }.flatMap { path, upload in
            [
                PageValues(["name": FormNames.upload + path, "value": upload.token]),
                PageValues(["name": FormNames.uploadName + path, "value": upload.name]),
            ]
        }
        return texts + uploads
    }
}

/// Answers as people read them, with the questions beside them.
struct AnswerLines {
    let form: FormDefinition
    let language: InterfaceLanguage

    func all(_ values: [String: AnswerValue], showsEmpty: Bool) -> [PageValues] {
        form.fields.compactMap { field in
            let value = values[field.key]
            guard showsEmpty && field.shownIf == nil || value != nil else { return nil }
            var line = PageValues(["label": field.label.text(in: language)])
            let texts = value.map { lines($0, field) } ?? []
            line.set("lines", texts.map { PageValues(["text": $0]) })
            line.set("isEmpty", texts.isEmpty)
            return line
        }
    }

    private func lines(_ value: AnswerValue, _ field: FieldDefinition) -> [String] {
        switch (field.kind, value) {
        case (.identityDocument, .identityDocument(let document)): return [paper(document)]
        case (.longText, .text(let text)): return text.split(whereSeparator: \.isNewline).map(String.init)
        case (.group, .group(let entries)):
            return entries.map { entry in
                field.fields.compactMap { inner in
                    entry[inner.key].map { FieldPrinter(inner).text($0, in: language) }
                }.filter { !$0.isEmpty }.joined(separator: ", ")
            }
        default:
            let text = FieldPrinter(field).text(value, in: language)
            return text.isEmpty ? [] : [text]
        }
    }

    private func paper(_ document: IdentityDocument) -> String {
        let parts = [
            document.kind.map { DocumentWords.name($0, language) }, document.number,
            document.validTo.map {
                PublicText.documentValidTo.text(language).lowercased() + " " + DateText.long($0, in: language)
            },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
