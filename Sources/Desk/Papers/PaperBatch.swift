import Documents

/// Drafts that one template is filled with.
struct PaperBatch {
    let template: Template
    let drafts: [DocumentDraft]
    /// Drafts that documents begin with: the fields NEXT and SKIPIF of a template leave others without one.
    private(set) var places: [Int] = []

    private static let workerCount = 2

    init(template: Template, drafts: [DocumentDraft]) {
        self.template = template
        self.drafts = drafts
    }

    var renderer: BatchRenderer { BatchRenderer(template: template, workerCount: Self.workerCount) }
    var values: [DataValue] { drafts.map(\.values) }
    var written: [DocumentDraft] { places.map { drafts[$0] } }

    /// Refuses missing names, and finds out which documents there will be.
    mutating func plan() throws(DeskError) {
        do {
            try renderer.refuseMissing(in: values)
            places = try renderer.documentPositions(in: values)
        } catch {
            throw TemplateRendering.failure(error)
        }
    }
}
