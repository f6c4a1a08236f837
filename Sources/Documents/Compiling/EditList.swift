/// Changes to the bytes of a part: what is left out, and what is put in where.
struct EditList {
    /// What is put in.
    enum Insertion {
        case bytes([UInt8])
        /// A range of the part's own bytes, once more.
        case copy(Range<Int>)
        case tag(Int)
        /// A statement that the compiler adds.
        case synthetic(TemplateTag)
        /// A merge field that shows nothing, put into a run of its own.
        case field(TemplateTag, run: Int)
        case operation(Operation)
        /// A table row is repeated when one of these merge fields holds a list.
        case rowsBegin(names: [String], row: Int)
        case rowsEnd
        /// A condition on whether the data have the name of a content control, its other branch and its end.
        case ifDefined(String, isNegated: Bool, node: Int)
        case ifTrue(String, node: Int)
        case elseDefined
        case endDefined
        /// The value of a content control; a choice prints its text, a date its pattern.
        case control(String, node: Int, choices: [(value: String, text: String)], date: String?)
        /// A repeating section begins; `rowsEnd` ends it.
        case sectionBegin(String, node: Int)
        /// A picture stands for this alt text.
        case imageBegin(PlainTag, width: Int, height: Int)
        case imageEnd
        /// The attribute of a link whose address holds tags.
        case link(attribute: String, target: String, node: Int)
        /// The same of a field that became a link.
        case fieldLink(attribute: String, FieldLink)
        /// A tag inside of plain text: an alt text, a property.
        case plain(PlainTag)
    }

    struct PlainTag {
        var node: Int
        var tag: TemplateTag
    }

    struct Insert {
        var position: Int
        /// Order among the insertions of one position: what ends comes first, then tags as they stand, then what begins.
        var order: Int
        var sequence: Int
        var insertion: Insertion
        /// Dropped when it lies inside of something left out.
        var isAttached: Bool
    }

    static let ending = Int.min
    static let beginning = Int.max

    private(set) var inserts: [Insert] = []
    private(set) var removals: [Range<Int>] = []

    mutating func remove(_ range: Range<Int>) {
        if !range.isEmpty { removals.append(range) }
    }

    mutating func insert(_ insertion: Insertion, at position: Int, order: Int, isAttached: Bool = false) {
        inserts.append(
            Insert(
                position: position,
                order: order,
                sequence: inserts.count,
                insertion: insertion,
                isAttached: isAttached
            )
        )
    }

    /// The part's content after all changes, in order.
    enum Piece {
        case source(Range<Int>)
        case insertion(Insertion)
    }

    func pieces(byteCount: Int) -> [Piece] {
        let gaps = mergedRemovals()
        let ordered = inserts.sorted { ($0.position, $0.order, $0.sequence) < ($1.position, $1.order, $1.sequence) }
        var result: [Piece] = []
        var position = 0
        var gap = 0
        /// Copies what is not left out, up to a place.
        func copy(to end: Int) {
            while position < end {
                if gap < gaps.count, gaps[gap].lowerBound <= position {
                    position = max(position, min(end, gaps[gap].upperBound))
                    if gaps[gap].upperBound <= position { gap += 1 }
                } else {
                    let next = gap < gaps.count ? min(end, gaps[gap].lowerBound) : end
                    result.append(.source(position..<next))
                    position = next
                }
            }
        }
        for insert in ordered {
            copy(to: insert.position)
            if insert.isAttached, gap < gaps.count, gaps[gap].lowerBound < insert.position,
                insert.position < gaps[gap].upperBound
            {
                continue
            }
            result.append(.insertion(insert.insertion))
        }
        copy(to: byteCount)
        return result
    }

    private func mergedRemovals() -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in removals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
