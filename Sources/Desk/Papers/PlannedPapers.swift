/// The documents that a request comes to, before the first of them is written.
struct PlannedPapers {
    let event: LoadedEvent
    /// Where they go, from the workspace's folder on: `out/<event>/<kind>`.
    let folder: String
    /// One for each template; their missing names are refused already.
    let batches: [PaperBatch]
}
