import CZlib

/// One zlib stream for all members of an archive: resetting it is much cheaper than making a new one.
final class Deflater {
    /// On the heap, since zlib keeps a pointer back to the structure it was given.
    private let stream: UnsafeMutablePointer<z_stream>

    init(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative window bits: raw deflate data without zlib's own header, as ZIP wants it.
        let outcome = deflateInit2_(
            stream,
            Int32(min(max(level, 0), 9)),
            Z_DEFLATED,
            -15,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(outcome == Z_OK, "zlib accepts these constants or is out of memory")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Packs the bytes and appends the result; after the last piece the stream is ready for the next member.
    func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8], isLast: Bool) {
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        precondition(bytes.count <= UInt32.max, "a piece is below 4 GiB")
        stream.pointee.avail_in = UInt32(bytes.count)
        let flush = isLast ? Z_FINISH : Z_NO_FLUSH
        var outcome: Int32 = Z_OK
        repeat {
            let room = max(4096, Int(deflateBound(stream, uLong(stream.pointee.avail_in))))
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialised in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(clamping: room)
                outcome = deflate(stream, flush)
                initialised = min(room, Int(UInt32.max)) - Int(stream.pointee.avail_out)
            }
            output.append(contentsOf: piece)
        } while isLast ? outcome == Z_OK : stream.pointee.avail_in > 0
        if isLast { deflateReset(stream) }
    }
}
