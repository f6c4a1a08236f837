public import FormModel

/// A blank registration form before it has a shape: every text on it in one language, and how each question is answered.
///
/// Both shapes of the form, the printable one and the one for Word, are made of the same sheet, so that they ask the
/// same questions in the same order. `version` is a digest of all of it.
public struct FormSheet: Hashable, Sendable {
    /// Slug of the event.
    public var event: String
    public var form: String
    public var language: InterfaceLanguage
    /// Eight signs that change with any word on the form; see `FormCode.version`.
    public internal(set) var version = ""
    /// «Formularz zgłoszeniowy».
    public var kind: String
    public var title: String
    /// Title of the form where the event has several; else empty.
    public var subtitle: String
    public var summary: String
    /// What to know before filling in: when, where, until when, where to.
    public var facts: [FormFact]
    /// How to fill in.
    public var instructions: String
    public var sections: [FormSection]
    public var signature: FormSignature
    public var organiser: String
    public var fundingSentence: String
    public var logos: [FormLogo]
    var words: FormWording
}

/// A fact in the head of a form, with its label.
public struct FormFact: Hashable, Sendable {
    public var label: String
    public var text: String
}

/// A numbered part of a form.
public struct FormSection: Hashable, Sendable {
    public enum Item: Hashable, Sendable {
        case question(FormQuestion)
        /// Head of one entry of a repeating group.
        case entry(String)
        case clause(FormClause)
        case note(String)
    }

    public var title: String
    public var note: String
    public var items: [Item]
}

/// One question as it is asked on paper.
public struct FormQuestion: Hashable, Sendable {
    public enum Manner: Hashable, Sendable {
        /// Free writing on so many lines, at least so many millimetres wide.
        case writing(lines: Int, width: Double)
        /// A cell for each `#`; the other signs are printed between.
        case comb(pattern: String)
        case ticking([FormOption], takesOne: Bool)
    }

    public var name: FormFieldName
    public var kind: FieldKind
    public var label: String
    /// Below the label: help, and when the question may be passed over.
    public var help: String
    public var isOptional: Bool
    /// How many boxes may be ticked, beside the label; empty where that goes without saying.
    public var count: String
    public var manner: Manner
    public var maxLength: Int?

    /// What stands beside the label in small print, in pieces that are not to be broken.
    func asides(_ words: FormWording) -> [String] {
        [isOptional ? words[.optional] : "", count].filter { !$0.isEmpty }
    }
}

/// One box to tick with the words beside it.
public struct FormOption: Hashable, Sendable {
    public var key: String
    public var label: String
}

/// A statement to agree to, or to take note of, with its text.
public struct FormClause: Hashable, Sendable {
    public var name: FormFieldName
    public var label: String
    public var isOptional: Bool
    /// When it is needed, where it is not always.
    public var condition: String
    /// One paragraph an element.
    public var paragraphs: [String]
    public var version: String
}

/// The places for town, day and signature.
public struct FormSignature: Hashable, Sendable {
    public var title: String
    public var placeAndDate: String
    public var signature: String
}

/// A logo for the head of a form: a PNG.
public struct FormLogo: Hashable, Sendable {
    public var bytes: [UInt8]
    public var alternativeText: String
    public var pixelWidth: Int
    public var pixelHeight: Int

    public init(bytes: [UInt8], alternativeText: String, pixelWidth: Int, pixelHeight: Int) {
        self.bytes = bytes
        self.alternativeText = alternativeText
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
    }
}
