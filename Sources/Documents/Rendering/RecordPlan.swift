/// Which records begin a document, where a template takes several at a time: labels by NEXT and NEXTIF, and letters that
/// SKIPIF leaves out.
struct RecordPlan {
    /// Positions of the records that documents begin with.
    let starts: [Int]

    init(_ template: Template, _ options: RenderOptions, _ records: [DataValue]) throws(RenderError) {
        guard template.package.readsRecords else {
            starts = Array(records.indices)
            return
        }
        var found: [Int] = []
        var position = 0
        while position < records.count {
            let taken = try DocumentRenderer(template, options).take(records[position...])
            if !taken.isSkipped { found.append(position) }
            position += taken.count
        }
        starts = found
    }
}
