import FormModel

/// One instruction of a compiled part. Places and numbers only, so that a list of them is one block of memory.
enum Operation {
    /// Copies a range of the program's bytes.
    case literal(start: Int32, end: Int32)
    /// Writes the value of a site.
    case put(site: Int32)
    case jump(Int32)
    case jumpUnless(expression: Int32, target: Int32)
    /// Starts a loop, or jumps when it has nothing to walk over.
    case forBegin(loop: Int32, empty: Int32)
    /// Goes on with the next element, or falls through.
    case forNext(loop: Int32, body: Int32)
    /// Sets variables to a value.
    case set(assignment: Int32)
    /// Forgets the variables of a block that begins.
    case clear(from: Int32, to: Int32)
    /// Writes a number that no drawing of the document has.
    case drawingNumber
    /// Writes the number of a bookmark inside of a loop; `isStart` takes a new one.
    case bookmarkNumber(slot: Int32, isStart: Bool)
    /// Writes what makes a bookmark's name unique from its second copy on.
    case bookmarkSuffix(slot: Int32)
    /// Closes a container that has to end with a paragraph.
    case containerEnd
    case tableBegin
    case row
    /// Where the grid of a table goes whose columns may change.
    case grid(Int32)
    /// A cell of such a table: how many columns it spans and how wide it is in the template, in twentieths of a point.
    case cell(span: Int32, width: Int32)
    /// Writes the width of the present cell, to be corrected when the table is whole.
    case cellWidth
    case tableEnd
    /// Loads a picture for a drawing, or jumps behind the drawing when there is none.
    case imageBegin(site: Int32, none: Int32)
    case imageRelationship
    case imageWidth
    case imageHeight
    case imageText
    /// Ends the start tag of the picture's blip, whose name stands in this range.
    case blipEnd(start: Int32, end: Int32)
    case imageEnd
    /// Remembers the variables before a `mc:Choice`, and puts them back before its `mc:Fallback`: both show the same.
    case choiceBegin(slot: Int32)
    case fallbackBegin(slot: Int32)
    /// Goes on to the next record, always (-1) or when the condition holds.
    case nextRecord(condition: Int32)
    /// Leaves out the whole document when the condition holds.
    case skipRecord(condition: Int32)
    /// The id of a note of a book: the template's in the first letter, one of its own in each further one.
    case noteNumber(id: Int32, first: Int32, step: Int32)
    /// The same where the text refers to the note; in a document that is no book, `step` is 0 and the id the template's.
    case noteReference(NoteKind, id: Int32, first: Int32, step: Int32)
    /// The number of a list that starts anew in each letter of a book.
    case listNumber(Int32)
    /// The attribute that leads a link to its address.
    case link(Int32)
    /// Where the body of a book's letter begins and ends.
    case letterBegin
    case letterEnd
    /// Ends the section of a letter that is not the last.
    case sectionBreak(SectionPlace)
    /// Writes the relationship of a header or footer that was made for the present letter.
    case partReference(Int32)
}

/// What stands around the settings of a section that ends inside of the body.
enum SectionPlace {
    /// The properties of a paragraph.
    case bare
    /// A paragraph without properties.
    case properties
    /// Nothing: a paragraph is needed.
    case paragraph
}

/// A part of a template, compiled.
struct PartProgram: Sendable {
    /// How a value is written.
    enum Kind: Sendable {
        /// Inside of `w:t`, in a run directly in a paragraph.
        case text
        /// Inside of `w:t`, in a run inside of a link or the like, where no paragraph can be opened.
        case textInWrapper
        /// In the place of a whole paragraph.
        case paragraph
        /// Inside of an attribute value or of an element that holds plain text.
        case plain
        /// An alt text that stands for a picture of this size in EMU.
        case image(width: Int, height: Int)
    }

    /// A place where a value is written, with what is needed to write more than text.
    struct Site: Sendable {
        var expression: Expression
        var kind: Kind
        /// The tag as it stands in the template.
        var tag: String
        var place: String
        /// `w:rPr` and `w:pPr` of the run and the paragraph, in the program's bytes.
        var runProperties: Range<Int>
        var paragraphProperties: Range<Int>
        /// Whether nothing else stands in the tag's paragraph, so that a sub-document may take its place.
        var isAlone = false
    }

    struct Loop: Sendable {
        var iterable: Expression
        var condition: Expression?
        var targets: [Int]
        /// Variables that are new in each round.
        var slots: Range<Int>
        var tag: String
        var place: String
        /// What an element is called, `rows[]`, for naming what it lacks; nil for lists that are worked out.
        var elementPath: String?
    }

    struct Grid: Sendable {
        var markup: Range<Int>
        var widths: [Int]
    }

    struct Assignment: Sendable {
        enum Target: Sendable {
            case slot(Int)
            /// `ns.name`.
            case member(Expression, String)
        }

        var targets: [Target]
        var value: Expression
        var tag: String
        var place: String
    }

    /// A link whose address holds tags.
    struct Link: Sendable {
        enum Piece: Sendable {
            case text(String)
            case value(Expression)
        }

        /// `r:id`, as the part writes it.
        var attribute: String
        var pieces: [Piece]
        var tag: String
        var place: String
    }

    struct Condition: Sendable {
        var expression: Expression
        var tag: String
        var place: String
    }

    let name: String
    /// Whether each letter of a book has a copy of this part: a header or a footer.
    let isLetterPart: Bool
    /// The part, followed by the pieces that the compiler adds.
    var bytes: [UInt8]
    var operations: [Operation] = []
    var sites: [Site] = []
    var conditions: [Condition] = []
    var loops: [Loop] = []
    var links: [Link] = []
    var assignments: [Assignment] = []
    /// The grids of tables whose columns may change: the template's markup and the widths in it.
    var grids: [Grid] = []
    /// Whether fields go on to further records.
    var readsRecords = false
    var slotCount = 0
    var bookmarkCount = 0
    var snippets = Snippets(prefix: [])
    /// The instructions that write the settings of the last section; only in a book.
    var section: [Operation] = []
    /// The template's own relationships to headers and footers with tags, by program; only in a book.
    var ownReferences: [Int32: String] = [:]
    /// Whether the part holds the notes of a book's letters.
    var isNotes = false
    /// Whether a letter may differ from another in this part.
    var holdsTags: Bool {
        !sites.isEmpty || !conditions.isEmpty || !loops.isEmpty || !links.isEmpty || !assignments.isEmpty
    }
    /// Whether any tag stands in the part.
    var isDynamic = false

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        isLetterPart = name.contains("header") || name.contains("footer")
    }
}
