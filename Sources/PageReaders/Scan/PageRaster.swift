import CPoppler

/// Draws pages of a PDF file as pictures, for those that are nothing but pictures.
enum PageRaster {
    /// Dots an inch: as fine as scans are.
    static let resolution = 200.0
    private static let sideMax = 6_000.0

    static func image(page: OpaquePointer, width: Double, height: Double) -> GrayImage? {
        let scale = min(resolution / 72, sideMax / max(width, height, 1))
        let (columns, rows) = (Int32(width * scale), Int32(height * scale))
        guard columns > 0, rows > 0, let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows) else {
            return nil
        }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return nil }
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        poppler_page_render(page, context)
        cairo_surface_flush(surface)
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            return nil
        }
        return grey(data, Int(columns), Int(rows), stride: Int(cairo_image_surface_get_stride(surface)))
    }

    /// Luminance of blue, green, red bytes.
    private static func grey(_ data: UnsafePointer<UInt8>, _ width: Int, _ height: Int, stride: Int) -> GrayImage {
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                for x in 0..<width {
                    let at = y * stride + x * 4
                    let (blue, green, red) = (Int(data[at]), Int(data[at + 1]), Int(data[at + 2]))
                    buffer[y * width + x] = UInt8((29 * blue + 150 * green + 77 * red) >> 8)
                }
            }
            count = width * height
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }
}
