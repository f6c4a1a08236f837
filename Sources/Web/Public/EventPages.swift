import Desk
import FieldKinds
import FormModel
import Foundation
import HTTPTypes
import Registry

/// The list of calls and the page of each.
struct EventPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/") { try await calls($0) },
            .get("/e/{event}") { try await event($0) },
            .get("/e/{event}/logo/{number}") { try logo($0) },
        ]
    }

    // MARK: All calls

    private func calls(_ request: WebRequest) async throws -> WebReply {
        let snapshot = try site.intake.catalogue.current()
        let language = request.language(among: InterfaceLanguage.allCases)
        var values = site.frame.values(title: PublicText.calls.text(language), language: language)
        let now = site.now
        // Open ones first, then those to come; closed ones stay for those who look for them.
        let calls = snapshot.events.compactMap { event in call(event, snapshot, language, now) }
        values.set("calls", calls.sorted { $0.order < $1.order }.map(\.values))
        values.set("language-links", site.frame.languageLinks(InterfaceLanguage.allCases, chosen: language, path: "/"))
        return .page(site.library.render("calls", values))
    }

    private func call(
        _ event: LoadedEvent,
        _ snapshot: WebCatalogue.Snapshot,
        _ language: InterfaceLanguage,
        _ now: Instant
    ) -> (order: Int, values: PageValues)? {
        let forms = snapshot.forms.filter { $0.event.definition.slug == event.definition.slug }
        let states = forms.map { FormStatus($0, at: now, language: language) }.filter { !$0.isElsewhere }
        guard let best = states.min(by: { $0.order < $1.order }) else { return nil }
        var values = PageValues(["address": "/e/\(event.definition.slug)?lang=\(language.rawValue)"])
        values["title"] = event.definition.title.text(in: language)
        values["summary"] = Typeset.text(event.definition.summary, language)
        values["status"] = best.text
        values["tone"] = best.tone
        return (best.order, values)
    }

    // MARK: One call

    private func event(_ request: WebRequest) async throws -> WebReply {
        let snapshot = try site.intake.catalogue.current()
        guard let event = snapshot.event(request.parameters["event"] ?? "") else { throw WebFault(.notFound) }
        let definition = event.definition
        let language = request.language(among: definition.languages)
        let registry = site.intake.workspace.registry
        let taken = try await BlockingWork.run {
            try registry.read { try $0.seatCounts(event: definition.slug) }
        }
        let seats = Dictionary(
            taken.filter { $0.group == nil }.map { ($0.activity, $0.taken) },
            uniquingKeysWith: { first, _ in first }
        )
        var values = site.frame.values(
            title: definition.title.text(in: language),
            language: language,
            event: definition
        )
        values["event-title"] = nil
        values["heading"] = definition.title.text(in: language)
        values["summary"] = Typeset.text(definition.summary, language)
        let forms = snapshot.forms.filter { $0.event.definition.slug == definition.slug }
        values.set("forms", forms.map { form($0, seats, language) })
        values.set("activities", definition.activities.map { ActivityView($0, language).values(taken: seats[$0.id]) })
        values.set("retention", retention(definition, language))
        let path = "/e/\(definition.slug)"
        values.set("language-links", site.frame.languageLinks(definition.languages, chosen: language, path: path))
        return .page(site.library.render("event", values))
    }

    private func form(_ form: WebForm, _ taken: [String: Int], _ language: InterfaceLanguage) -> PageValues {
        let status = FormStatus(form, at: site.now, language: language)
        var values = PageValues(["status": status.text, "tone": status.tone])
        values["title"] = form.form.title.text(in: language)
        let slug = form.event.definition.slug
        if status.isOpen {
            values["address"] = "/e/\(slug)/\(form.form.id)?lang=\(language.rawValue)"
            if isFull(form, taken) {
                values["full"] = PublicText.fullTitle.text(language) + ". " + PublicText.fullText.text(language)
            }
        }
        let ways = OtherWays(form: form, settings: site.intake.workspace.settings).lines(language)
        values.set("ways", status.isOpen || status.isElsewhere ? ways : [])
        values.set("blanks", status.isOpen || status.isElsewhere ? BlankPages.links(form, language) : [])
        return values
    }

    /// Whether all activities that everybody of this form applies for have given away their places.
    private func isFull(_ form: WebForm, _ taken: [String: Int]) -> Bool {
        let limited = form.form.activities.compactMap { form.event.definition.activity($0) }.filter {
            $0.capacity != nil
        }
        return !limited.isEmpty && limited.allSatisfy { taken[$0.id, default: 0] >= $0.capacity ?? .max }
    }

    private func retention(_ event: EventDefinition, _ language: InterfaceLanguage) -> [PageValues] {
        RetentionLines.lines(event, settings: site.intake.workspace.settings, language)
    }

    // MARK: Logos

    /// A logo of the organiser, from beside the event's file. Its name comes from the file, never from the address.
    private func logo(_ request: WebRequest) throws -> WebReply {
        let snapshot = try site.intake.catalogue.current()
        guard let event = snapshot.event(request.parameters["event"] ?? ""),
            let number = Int(request.parameters["number"] ?? ""),
            event.definition.marking.logos.indices.contains(number - 1)
        else { throw WebFault(.notFound) }
        let path = event.definition.folder + "/" + event.definition.marking.logos[number - 1].file
        guard let data = FileManager.default.contents(atPath: path), data.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw WebFault(.notFound)
        }
        var reply = WebReply(body: [UInt8](data))
        reply.headers[.contentType] = "image/png"
        reply.headers[.cacheControl] = "public, max-age=3600"
        return reply
    }
}

/// How long data are kept, as a list for a page.
enum RetentionLines {
    static func lines(
        _ event: EventDefinition,
        settings: WorkspaceSettings,
        _ language: InterfaceLanguage
    ) -> [PageValues] {
        let own = Set(event.retention.map(\.id))
        let categories = event.retention + settings.retention.filter { !own.contains($0.id) }
        return categories.map { PageValues(["text": RetentionSentence(language: language).text($0)]) }
    }
}
