import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Work in the background as it goes on.
struct JobPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/jobs/{id}", editors) { try await job($0) },
            .get("/desk/jobs/{id}/events", editors) { try await events($0) },
        ]
    }

    private func load(_ request: WebRequest) async throws -> JobRow {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let work = site.work
        guard let job = try await BlockingWork.run({ try work.job(id) }) else { throw WebFault(.notFound) }
        return job
    }

    private func job(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let job = try await load(request)
        let language = session.language
        return site.deskPage("desk-job", WorkText.jobTitle.text(language), session, words: WorkText.self) { values in
            Self.fill(&values, job, language)
            if !job.state.hasEnded { values["events-address"] = request.path + "/events" }
        }
    }

    static func fill(_ values: inout PageValues, _ job: JobRow, _ language: InterfaceLanguage) {
        let states: [JobRow.State: (WorkText, String)] = [
            .queued: (.jobQueued, "wait"), .running: (.jobRunning, "wait"), .done: (.jobDone, "good"),
            .failed: (.jobFailed, "stop"),
        ]
        values["id"] = String(job.id)
        values["address"] = "/desk/jobs/\(job.id)"
        values["kind"] = (job.kind == "documents" ? StaffText.documents : .intake).text(language)
        values["actor"] = job.actor
        values["state"] = states[job.state]?.0.text(language)
        values["tone"] = states[job.state]?.1
        values["done"] = String(job.done)
        if job.total > 0 { values["total"] = String(job.total) }
        let result = WorkResult(job.result)
        values["failure"] = result.failure?.text(in: language)
        values.set(
            "counts",
            result.counts.filter { $0.count > 0 }.map {
                PageValues(["text": Self.word($0.name, language), "count": String($0.count)])
            }
        )
        if job.state.hasEnded {
            values["next-address"] =
                job.kind == "documents" ? "/desk/documents/\(result.event ?? "")" : "/desk/review"
        }
    }

    private static func word(_ name: String, _ language: InterfaceLanguage) -> String {
        let words: [String: (pl: String, en: String)] = [
            "written": ("napisane dokumenty", "documents written"),
            "withoutPDF": ("bez PDF, tylko Word", "without PDF, Word only"),
            "registered": ("zarejestrowane", "registered"), "known": ("znane już wcześniej", "known already"),
            "needsPerson": ("do obejrzenia przez człowieka", "for a person to look at"),
            "unassigned": ("bez naboru", "without a call"), "unreadable": ("nieczytelne pliki", "unreadable files"),
        ]
        guard let pair = words[name] else { return name }
        return language == .polish ? pair.pl : pair.en
    }

    // MARK: Live

    /// How often the registry is asked, and how often a silent stream says that it lives.
    private static let interval = Duration.milliseconds(400)
    private static let silentCountMax = 35
    /// A stream ends by itself after so long; the browser opens the next one.
    private static let lifetime = Duration.seconds(600)

    /// Server-sent events: `progress` with done and total, `end` once.
    private func events(_ request: WebRequest) async throws -> WebReply {
        let first = try await load(request)
        let work = site.work
        var reply = WebReply()
        reply.headers[.contentType] = "text/event-stream; charset=utf-8"
        reply.headers[.cacheControl] = "no-store"
        reply.stream = AsyncStream { continuation in
            let task = Task {
                await Self.tell(first, work, continuation)
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
        return reply
    }

    private static func tell(
        _ first: JobRow,
        _ work: BackgroundWork,
        _ out: AsyncStream<[UInt8]>.Continuation
    ) async {
        let start = ContinuousClock.now
        var last = ""
        var silentCount = 0
        while !Task.isCancelled, start.duration(to: .now) < lifetime {
            guard let job = try? await BlockingWork.run({ try work.job(first.id) }) else { return }
            let text = "event: progress\ndata: {\"done\":\(job.done),\"total\":\(job.total)}\n\n"
            silentCount += 1
            if text != last || silentCount > silentCountMax {
                out.yield(Array(text.utf8))
                last = text
                silentCount = 0
            }
            if job.state.hasEnded {
                out.yield(Array("event: end\ndata: {}\n\n".utf8))
                return
            }
            try? await Task.sleep(for: interval)
        }
    }
}
