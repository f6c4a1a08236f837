import CLibRSVG
import CPango
import Synchronization

/// An SVG picture drawn as PNG, for programs that show no SVG: Word keeps both in one place and shows what it can.
struct SVGDrawing: Sendable {
    let png: [UInt8]
    /// In CSS pixels, 96 an inch.
    let width: Double
    let height: Double

    /// Pixels of the longer side of the drawing.
    private static let sideMin = 400.0
    private static let sideMax = 1_600.0
    private static let cacheCountMax = 16
    /// Drawings of this process: a batch puts the same picture into each letter.
    private static let known = Mutex<[[UInt8]: SVGDrawing]>([:])

    /// The drawing of a checked picture; nil when it cannot be drawn.
    static func of(_ bytes: [UInt8]) -> SVGDrawing? {
        if let drawing = known.withLock({ $0[bytes] }) { return drawing }
        guard let drawing = SVGDrawing(bytes) else { return nil }
        known.withLock { drawings in
            if drawings.count >= cacheCountMax { drawings.removeAll() }
            drawings[bytes] = drawing
        }
        return drawing
    }

    private init?(_ bytes: [UInt8]) {
        // No base address is given, so the library reads no file whatever the picture names.
        guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), nil) else { return nil }
        defer { g_object_unref(handle) }
        guard let size = Self.size(handle) else { return nil }
        (width, height) = size
        let long = max(width, height)
        let scale = min(max(3 * long, Self.sideMin), Self.sideMax) / long
        let columns = Int32(max(1, (width * scale).rounded()))
        let rows = Int32(max(1, (height * scale).rounded()))
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows) else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return nil }
        defer { cairo_destroy(context) }
        var frame = RsvgRectangle(x: 0, y: 0, width: Double(columns), height: Double(rows))
        guard rsvg_handle_render_document(handle, context, &frame, nil) != 0 else { return nil }
        var file: [UInt8] = []
        let outcome = withUnsafeMutablePointer(to: &file) { file in
            cairo_surface_write_to_png_stream(
                surface,
                { target, piece, count in
                    // The closure's context is the array of the caller, which outlives the call.
                    guard let target, let piece else { return CAIRO_STATUS_WRITE_ERROR }
                    let bytes = UnsafeBufferPointer(start: piece, count: Int(count))
                    target.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: bytes)
                    return CAIRO_STATUS_SUCCESS
                },
                file
            )
        }
        guard outcome == CAIRO_STATUS_SUCCESS else { return nil }
        png = file
    }

    /// The picture's own size, or that of its view box.
    private static func size(_ handle: UnsafeMutablePointer<RsvgHandle>) -> (Double, Double)? {
        var width = 0.0
        var height = 0.0
        if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0 {
            var box = RsvgRectangle()
            var hasBox: gboolean = 0
            rsvg_handle_get_intrinsic_dimensions(handle, nil, nil, nil, nil, &hasBox, &box)
            guard hasBox != 0 else { return (300, 150) }
            (width, height) = (box.width, box.height)
        }
        guard width.isFinite, height.isFinite, width > 0, height > 0, width / height < 200, height / width < 200,
            max(width, height) < 100_000
        else { return nil }
        return (width, height)
    }
}
