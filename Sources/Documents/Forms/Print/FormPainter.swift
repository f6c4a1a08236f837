import CPango
import FormModel

/// Paints laid-out pages as a PDF with structure tags, fonts embedded.
struct FormPainter {
    /// Title, language and so on, for the document's properties.
    struct Properties {
        var title: String
        var subject: String
        var keywords: String
    }

    private static let logoByteCountMax = 8 << 20

    static func pdf(_ pages: [PageSheet], logos: [FormLogo], properties: Properties) throws(FormError) -> [UInt8] {
        var sink = ByteSink()
        let status = withUnsafeMutablePointer(to: &sink) { sink -> cairo_status_t in
            // The closure outlives no call: the surface is finished before `sink` goes.
            let surface = cairo_pdf_surface_create_for_stream(
                { closure, data, length in
                    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    closure.assumingMemoryBound(to: ByteSink.self).pointee.bytes
                        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                    return CAIRO_STATUS_SUCCESS
                },
                sink,
                FormMeasure.pageWidth,
                FormMeasure.pageHeight
            )
            set(properties, on: surface)
            let cairo = cairo_create(surface)
            let images = logos.map(Self.image)
            cairo_tag_begin(cairo, "Document", nil)
            for page in pages {
                paint(page, on: cairo, images: images)
                cairo_show_page(cairo)
            }
            cairo_tag_end(cairo, "Document")
            var status = cairo_status(cairo)
            cairo_destroy(cairo)
            cairo_surface_finish(surface)
            if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
            cairo_surface_destroy(surface)
            for image in images { cairo_surface_destroy(image) }
            return status
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw FormError(.drawingFailed) }
        return sink.bytes
    }

    private struct ByteSink {
        var bytes: [UInt8] = []
    }

    /// The dates are fixed: the same form gives the same bytes whenever it is printed.
    private static func set(_ properties: Properties, on surface: OpaquePointer?) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, properties.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, properties.subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, properties.keywords)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Nabor")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z")
    }

    /// A PNG as a picture; cairo gives a surface in an error state for bytes that are none, which draws nothing.
    private static func image(_ logo: FormLogo) -> OpaquePointer? {
        guard logo.bytes.count <= logoByteCountMax else { return nil }
        var rest = logo.bytes[...]
        return withUnsafeMutablePointer(to: &rest) { rest in
            cairo_image_surface_create_from_png_stream(
                { closure, data, length in
                    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
                    let rest = closure.assumingMemoryBound(to: ArraySlice<UInt8>.self)
                    guard rest.pointee.count >= Int(length) else { return CAIRO_STATUS_READ_ERROR }
                    rest.pointee.prefix(Int(length)).withUnsafeBufferPointer {
                        data.update(from: $0.baseAddress!, count: $0.count)
                    }
                    rest.pointee = rest.pointee.dropFirst(Int(length))
                    return CAIRO_STATUS_SUCCESS
                },
                rest
            )
        }
    }

    private static func paint(_ page: PageSheet, on cairo: OpaquePointer?, images: [OpaquePointer?]) {
        guard let cairo else { return }
        for drawing in page.drawings {
            switch drawing {
            case .text(let block, let lines, let x, let y, let tag):
                if let tag { cairo_tag_begin(cairo, tag, nil) }
                set(block.style.ink, on: cairo)
                block.draw(cairo, lines: lines, x: x, y: y)
                if let tag { cairo_tag_end(cairo, tag) }
            case .box(let box, let fill, let stroke, let width):
                paint(box, fill, stroke, width, on: cairo)
            case .rule(let x, let y, let toX, let toY, let ink, let width):
                set(ink, on: cairo)
                cairo_set_line_width(cairo, width)
                cairo_move_to(cairo, x, y)
                cairo_line_to(cairo, toX, toY)
                cairo_stroke(cairo)
            case .logo(let index, let box): paint(images[index], in: box, on: cairo)
            case .code(let matrix, let box): paint(matrix, in: box, on: cairo)
            }
        }
    }

    private static func set(_ ink: Ink, on cairo: OpaquePointer) {
        let (red, green, blue) = ink.components
        cairo_set_source_rgb(cairo, red, green, blue)
    }

    private static func paint(_ box: PageBox, _ fill: Ink?, _ stroke: Ink?, _ width: Double, on cairo: OpaquePointer) {
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
        if let fill {
            set(fill, on: cairo)
            if stroke == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
        }
        if let stroke {
            set(stroke, on: cairo)
            cairo_set_line_width(cairo, width)
            cairo_stroke(cairo)
        }
    }

    private static func paint(_ image: OpaquePointer?, in box: PageBox, on cairo: OpaquePointer) {
        guard let image, cairo_surface_status(image) == CAIRO_STATUS_SUCCESS else { return }
        let width = Double(cairo_image_surface_get_width(image))
        let height = Double(cairo_image_surface_get_height(image))
        guard width > 0, height > 0 else { return }
        cairo_save(cairo)
        cairo_translate(cairo, box.x, box.y)
        cairo_scale(cairo, box.width / width, box.height / height)
        cairo_set_source_surface(cairo, image, 0, 0)
        cairo_paint(cairo)
        cairo_restore(cairo)
    }

    /// Runs of dark modules as one rectangle each, so that no seams show.
    private static func paint(_ matrix: CodeMatrix, in box: PageBox, on cairo: OpaquePointer) {
        set(.black, on: cairo)
        let module = box.width / Double(matrix.side)
        for row in 0..<matrix.side {
            var column = 0
            while column < matrix.side {
                let start = column
                while column < matrix.side, matrix.isDark[row * matrix.side + column] { column += 1 }
                if column > start {
                    cairo_rectangle(
                        cairo,
                        box.x + Double(start) * module,
                        box.y + Double(row) * module,
                        Double(column - start) * module,
                        module
                    )
                }
                column += 1
            }
        }
        cairo_fill(cairo)
    }
}
