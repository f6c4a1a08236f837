import FormModel
import ReaderProtocol

/// Pages as pictures, opened one by one.
protocol PagePictures {
    var count: Int { get }

    /// Counted from 0.
    func picture(at index: Int) throws(ReadFailure) -> GrayImage
}

/// The pages of a picture file, of which only a TIFF has several.
struct PictureFile: PagePictures {
    private let bytes: UnsafeRawBufferPointer
    private let format: SourceFormat
    let count: Int

    init(_ bytes: UnsafeRawBufferPointer, format: SourceFormat) throws(ReadFailure) {
        self.bytes = bytes
        self.format = format
        count = try ImageDecoder.pageCount(bytes, format: format)
    }

    func picture(at index: Int) throws(ReadFailure) -> GrayImage {
        try ImageDecoder.image(bytes, format: format, page: index)
    }
}

/// The pages of a PDF file, drawn.
struct DrawnPages: PagePictures {
    private let text: TextLayer
    var count: Int { text.pageCount }

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let text = TextLayer(bytes) else { return nil }
        self.text = text
    }

    func picture(at index: Int) throws(ReadFailure) -> GrayImage {
        guard let picture = text.picture(page: index) else {
            throw ReadFailure(.sourceDamaged, format: .pdf, parameters: ["reason": "picture"])
        }
        return picture
    }
}
