import CLibDeflate
import CZlib
import Synchronization

/// Packs the members of an archive (RFC 1951): whole ones by libdeflate, in half the time that zlib takes for a letter,
/// and those that come piece by piece by zlib, which libdeflate cannot do.
///
/// What both need for a run waits for the next archive: setting it up costs as much as packing a short letter.
final class Deflater {
    private var tools: Tools

    /// A compressor and a stream hold some 500 kB; more than a few wait only for as many workers.
    private static let idleCountMax = 8
    private static let idle = Mutex<[Tools]>([])

    /// Belongs to one deflater at a time, or waits for one; so it may go to any thread.
    private struct Tools: @unchecked Sendable {
        let level: Int
        let compressor: OpaquePointer
        /// Where packed bytes are written before they are appended to the archive.
        var scratch: UnsafeMutableRawBufferPointer
        /// On the heap, since zlib keeps a pointer back to the structure it was given; nil until pieces come.
        var stream: UnsafeMutablePointer<z_stream>?
    }

    private static let scratchByteCount = 64 << 10
    /// Larger scratch space is given back.
    private static let keptByteCount = 1 << 20

    init(level: Int) {
        let level = min(max(level, 0), 9)
        let waiting = Self.idle.withLock { idle in
            idle.lastIndex { $0.level == level }.map { idle.remove(at: $0) }
        }
        if let waiting {
            tools = waiting
            return
        }
        guard let compressor = libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("libdeflate knows the levels 0 to 9 or is out of memory")
        }
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.scratchByteCount, alignment: 16)
        tools = Tools(level: level, compressor: compressor, scratch: scratch)
    }

    deinit {
        if tools.scratch.count > Self.keptByteCount { resizeScratch(Self.scratchByteCount) }
        if let stream = tools.stream { deflateReset(stream) }
        let tools = tools
        let isKept = Self.idle.withLock { idle in
            guard idle.count < Self.idleCountMax else { return false }
            idle.append(tools)
            return true
        }
        guard !isKept else { return }
        libdeflate_free_compressor(tools.compressor)
        tools.scratch.deallocate()
        if let stream = tools.stream {
            deflateEnd(stream)
            stream.deallocate()
        }
    }

    /// Packs a whole member and appends the result.
    func pack(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        let bound = libdeflate_deflate_compress_bound(tools.compressor, bytes.count)
        if bound > tools.scratch.count { resizeScratch(bound) }
        // An empty member needs an address, too.
        let start = bytes.baseAddress ?? UnsafeRawPointer(tools.scratch.baseAddress!)
        let count = libdeflate_deflate_compress(
            tools.compressor,
            start,
            bytes.count,
            tools.scratch.baseAddress,
            tools.scratch.count
        )
        precondition(count > 0, "the scratch space is as large as the bound says")
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: tools.scratch[..<count]))
    }

    private func resizeScratch(_ byteCount: Int) {
        tools.scratch.deallocate()
        tools.scratch = .allocate(byteCount: byteCount, alignment: 16)
    }

    // MARK: Pieces

    /// Packs the next piece and appends the result; after the last piece the stream is ready for the next member.
    func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8], isLast: Bool) {
        let stream = openedStream()
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        precondition(bytes.count <= UInt32.max, "a piece is below 4 GiB")
        stream.pointee.avail_in = UInt32(bytes.count)
        let flush = isLast ? Z_FINISH : Z_NO_FLUSH
        let scratch = tools.scratch.bindMemory(to: UInt8.self)
        let room = min(scratch.count, Self.keptByteCount)
        var outcome: Int32 = Z_OK
        repeat {
            stream.pointee.next_out = scratch.baseAddress
            stream.pointee.avail_out = UInt32(room)
            outcome = deflate(stream, flush)
            let count = room - Int(stream.pointee.avail_out)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<count]))
        } while isLast ? outcome == Z_OK : stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
        if isLast { deflateReset(stream) }
    }

    private func openedStream() -> UnsafeMutablePointer<z_stream> {
        if let stream = tools.stream { return stream }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative window bits: raw deflate data without zlib's own header, as ZIP wants it.
        let outcome = deflateInit2_(
            stream,
            Int32(tools.level),
            Z_DEFLATED,
            -15,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(outcome == Z_OK, "zlib accepts these constants or is out of memory")
        tools.stream = stream
        return stream
    }
}
