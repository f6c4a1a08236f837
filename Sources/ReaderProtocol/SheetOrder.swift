public import FormModel

/// One page of a file of scans that the desk wants to be read.
public struct SheetOrder: Hashable, Sendable {
    /// The page of the file, counted from 1.
    public var number: Int
    /// What a person said it is: the form's page, counted from 1. Nil: its code or its content tells.
    public var formPage: Int?
    /// Where a person said the form's page lies; nil: it is found by code, marks or words.
    public var corners: SheetCorners?

    public init(number: Int, formPage: Int? = nil, corners: SheetCorners? = nil) {
        self.number = number
        self.formPage = formPage
        self.corners = corners
    }
}

/// Whether the places of answers on paper are sent along as pictures.
public enum CropOrder: UInt8, CaseIterable, Sendable {
    case none
    /// Beside the reading, of every place that holds writing or a mark of which one cannot be sure.
    case withAnswers
    /// The same without recognising anything.
    case only
}

/// The place of one answer on paper, cut out and straightened, for people to look at.
public struct FieldCrop: Hashable, Sendable {
    /// Name of the place as in the form map.
    public var name: String
    /// The page of the file, counted from 1.
    public var sheet: Int
    public var picture: PagePicture

    public init(name: String, sheet: Int, picture: PagePicture) {
        self.name = name
        self.sheet = sheet
        self.picture = picture
    }
}
