import CLibHeif
import FormModel
import ReaderProtocol

/// Opens pictures that telephones take: HEIF with HEVC (ISO/IEC 23008-12), the primary picture of the file, upright.
///
/// Leaves out: sequences, further pictures of the same file, depth maps. No thread is started.
enum HEIFDecoder {
    /// Grey out of what the camera stored; the size stands in the file's head and is asked for before anything is unpacked.
    static func image(
        _ bytes: UnsafeRawBufferPointer,
        checkSides: (_ width: Int, _ height: Int) throws(ReadFailure) -> Void
    ) throws(ReadFailure) -> GrayImage {
        guard let context = heif_context_alloc() else { throw ReadFailure(.readerCrashed, format: .heic) }
        defer { heif_context_free(context) }
        heif_context_set_max_decoding_threads(context, 0)
        heif_context_set_maximum_image_size_limit(context, Int32(ReaderLimits.imageSideMax))
        let read = heif_context_read_from_memory_without_copy(context, bytes.baseAddress, bytes.count, nil)
        var handle: OpaquePointer?
        guard read.code == heif_error_Ok,
            heif_context_get_primary_image_handle(context, &handle).code == heif_error_Ok
        else { throw damaged("header") }
        defer { heif_image_handle_release(handle) }
        let (width, height) = (heif_image_handle_get_width(handle), heif_image_handle_get_height(handle))
        try checkSides(Int(width), Int(height))
        var picture: OpaquePointer?
        // Cameras store ten bits as well.
        let options = heif_decoding_options_alloc()
        defer { heif_decoding_options_free(options) }
        options?.pointee.convert_hdr_to_8bit = 1
        let decoded = heif_decode_image(handle, &picture, heif_colorspace_YCbCr, heif_chroma_420, options)
        guard decoded.code == heif_error_Ok, picture != nil else { throw damaged("picture") }
        defer { heif_image_release(picture) }
        return try luminance(picture, checkSides)
    }

    /// The first plane alone: colours say nothing about writing.
    private static func luminance(
        _ picture: OpaquePointer?,
        _ checkSides: (_ width: Int, _ height: Int) throws(ReadFailure) -> Void
    ) throws(ReadFailure) -> GrayImage {
        let width = Int(heif_image_get_width(picture, heif_channel_Y))
        let height = Int(heif_image_get_height(picture, heif_channel_Y))
        try checkSides(width, height)
        var stride: Int32 = 0
        guard heif_image_get_bits_per_pixel_range(picture, heif_channel_Y) == 8,
            let plane = heif_image_get_plane_readonly(picture, heif_channel_Y, &stride), Int(stride) >= width
        else { throw damaged("picture") }
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                let row = UnsafeBufferPointer(start: plane + y * Int(stride), count: width)
                _ = UnsafeMutableBufferPointer(rebasing: buffer[(y * width)..<((y + 1) * width)]).update(from: row)
            }
            count = width * height
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    private static func damaged(_ reason: String) -> ReadFailure {
        ReadFailure(.sourceDamaged, format: .heic, parameters: ["reason": reason])
    }
}

/// Takes the place of the HEVC decoder's own function, which would start a thread: none may start in a child, and without any
/// the decoder does the work where it is called. Libraries ask the program before each other for a name.
@_cdecl("de265_start_worker_threads")
public func startNoWorkerThreads(_ decoder: OpaquePointer?, _ count: Int32) -> Int32 { 0 }
