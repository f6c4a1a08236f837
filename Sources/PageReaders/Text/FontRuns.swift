import CPoppler
import FormModel

/// Which letters of a page are printed in which font and size.
struct FontRuns {
    struct Run {
        var start: Int
        /// Of the last letter.
        var end: Int
        var size: Double
        var style: Span.Style
    }

    private var runs: [Run] = []

    private static let runCountMax = 60_000

    init(_ page: OpaquePointer) {
        let list = poppler_page_get_text_attributes(page)
        defer { poppler_page_free_text_attributes(list) }
        var node = list
        while let here = node, runs.count < Self.runCountMax {
            if let data = here.pointee.data {
                let run = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
                runs.append(
                    Run(
                        start: Int(run.start_index),
                        end: Int(run.end_index),
                        size: run.font_size,
                        style: Self.style(run.font_name.map { String(cString: $0) } ?? "")
                    )
                )
            }
            node = here.pointee.next
        }
        runs.sort { $0.start < $1.start }
    }

    /// Fonts say in their names what they look like; nothing else does, reliably.
    private static func style(_ name: String) -> Span.Style {
        let name = name.lowercased()
        var style: Span.Style = []
        if name.contains("bold") || name.contains("black") || name.contains("heavy") { style.insert(.bold) }
        if name.contains("italic") || name.contains("oblique") { style.insert(.italic) }
        return style
    }

    func run(at index: Int) -> Run? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].end < index { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].start <= index ? runs[low] : nil
    }
}
