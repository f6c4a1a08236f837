import CZlib
import Synchronization

/// One zlib stream for all members of an archive: resetting it is much cheaper than making a new one.
final class Deflater {
    /// On the heap, since zlib keeps a pointer back to the structure it was given.
    private let stream: UnsafeMutablePointer<z_stream>
    private let level: Int
    /// Where zlib writes before the bytes are appended to the archive.
    private let scratch: UnsafeMutableBufferPointer<UInt8>

    private static let scratchByteCount = 64 << 10
    /// A stream holds some 300 kB; more than a few wait only for as many workers.
    private static let idleCountMax = 8
    /// Streams of archives that are done: setting one up costs as much as packing a short letter.
    private static let idle = Mutex<[Remains]>([])

    /// What a deflater leaves behind; nobody else holds it while it waits, so it may go to any thread.
    private struct Remains: @unchecked Sendable {
        var stream: UnsafeMutablePointer<z_stream>
        var scratch: UnsafeMutableBufferPointer<UInt8>
        var level: Int
    }

    init(level: Int) {
        let level = min(max(level, 0), 9)
        self.level = level
        let waiting = Self.idle.withLock { idle in
            idle.lastIndex { $0.level == level }.map { idle.remove(at: $0) }
        }
        if let waiting {
            stream = waiting.stream
            scratch = waiting.scratch
            return
        }
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        scratch = .allocate(capacity: Self.scratchByteCount)
        // Negative window bits: raw deflate data without zlib's own header, as ZIP wants it.
        let outcome = deflateInit2_(
            stream,
            Int32(level),
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
        deflateReset(stream)
        let remains = Remains(stream: stream, scratch: scratch, level: level)
        let isKept = Self.idle.withLock { idle in
            guard idle.count < Self.idleCountMax else { return false }
            idle.append(remains)
            return true
        }
        guard !isKept else { return }
        deflateEnd(stream)
        stream.deallocate()
        scratch.deallocate()
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
            stream.pointee.next_out = scratch.baseAddress
            stream.pointee.avail_out = UInt32(scratch.count)
            outcome = deflate(stream, flush)
            let count = scratch.count - Int(stream.pointee.avail_out)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<count]))
        } while isLast ? outcome == Z_OK : stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
        if isLast { deflateReset(stream) }
    }
}
