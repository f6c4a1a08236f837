import Desk
import FormModel

/// One row of a quota on the overview: applications as a bar, places held as a darker one within, ticks at the bounds.
struct CategoryBar {
    let values: PageValues

    /// - Parameter whole: what the full width stands for, the same for all rows of a chart.
    init(_ category: DeskOverview.Category, whole: Int, _ words: QuotaWords, _ language: InterfaceLanguage) {
        func share(_ count: Int) -> String { String(min(100, count * 100 / whole)) }
        let bounds = SelectionText.bounds(category.minimum, category.maximum, language)
        var values = PageValues(["label": words.text(category.rule), "count": String(category.applications)])
        values["width"] = share(category.applications)
        if category.placed > 0 {
            values["placed"] = share(min(category.placed, category.applications))
            values["placed-text"] = StaffText.placed.text(language, String(category.placed))
        }
        // A mark at the very end would lie outside of the picture.
        func mark(_ count: Int) -> String { String(min(99, count * 100 / whole)) }
        values["least"] = category.minimum.map(mark)
        values["most"] = category.maximum.map(mark)
        values["bounds"] = bounds
        let lacks = category.minimum.map { category.applications < $0 } ?? false
        values["lacks"] = lacks ? StaffText.lacking.text(language) : nil
        self.values = values
    }
}
