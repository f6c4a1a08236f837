/// Writes ZIP archives: members in the caller's order, a fixed time stamp, so that the same input gives the same bytes.
///
/// Into memory it writes sizes before the data. With a sink, a part that is written piece by piece carries its sizes in
/// a data descriptor behind it (APPNOTE 4.3.9), since what left cannot be patched. Archives that would need ZIP64
/// (4 GiB, 65,535 members) are refused with the limit `zip64`.
public final class ZipWriter {
    /// Takes the finished bytes in order; may throw to stop the writing.
    public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    private var output: [UInt8] = []
    private let sink: Sink?
    /// Bytes already handed to the sink.
    private var flushedByteCount = 0
    private var directory: [UInt8] = []
    private var memberCount = 0
    private var open: OpenMember?
    private let deflater: Deflater

    private struct OpenMember {
        var entry: ZipEntry
        var headerOffset: Int
        var dataOffset: Int
        var hasDescriptor: Bool
    }

    /// Writes into memory; `level` goes from 0 to 9, as zlib counts.
    public init(level: Int = 6) {
        sink = nil
        deflater = Deflater(level: level)
    }

    /// Writes into a sink, in pieces of about 64 KiB.
    public init(level: Int = 6, sink: @escaping Sink) {
        self.sink = sink
        deflater = Deflater(level: level)
    }

    /// Adds a whole member; `isStored` leaves it unpacked, as pictures and an ODF `mimetype` want it.
    public func add(_ name: String, _ bytes: UnsafeRawBufferPointer, isStored: Bool = false) throws(PackageError) {
        precondition(open == nil, "end the open part first")
        var entry = ZipEntry(name: name, method: isStored ? 0 : 8)
        entry.crc = ZipEntry.crc(0, bytes)
        entry.byteCount = bytes.count
        let start = offset
        if isStored {
            entry.packedByteCount = bytes.count
            try writeHeader(entry)
            output.append(contentsOf: bytes)
        } else {
            let headerAt = output.count
            try writeHeader(entry)
            let dataAt = output.count
            deflater.pack(bytes, to: &output)
            entry.packedByteCount = output.count - dataAt
            entry.patchSizes(in: &output, headerAt: headerAt)
        }
        try finishMember(entry, at: start)
    }

    /// Adds a whole member from an array.
    public func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) throws(PackageError) {
        try bytes.withRawBytes { (buffer) throws(PackageError) in try add(name, buffer, isStored: isStored) }
    }

    /// Adds a whole member from a text.
    public func add(_ name: String, _ text: String) throws(PackageError) {
        try add(name, Array(text.utf8))
    }

    /// Copies a member as it is, without unpacking it.
    public func add(_ member: ZipArchive.RawMember) throws(PackageError) {
        precondition(open == nil, "end the open part first")
        var entry = ZipEntry(name: member.name, method: member.method)
        entry.crc = member.crc
        entry.byteCount = member.byteCount
        entry.packedByteCount = member.packed.count
        let start = offset
        try writeHeader(entry)
        output.append(contentsOf: member.packed)
        try finishMember(entry, at: start)
    }

    /// Opens a deflated member that is written piece by piece; `endPart` closes it.
    public func beginPart(_ name: String) throws(PackageError) {
        precondition(open == nil, "end the open part first")
        var entry = ZipEntry(name: name, method: 8)
        if sink != nil { entry.flags |= ZipEntry.descriptorFlag }
        let header = offset
        try writeHeader(entry)
        open = OpenMember(entry: entry, headerOffset: header, dataOffset: offset, hasDescriptor: sink != nil)
    }

    /// The next piece of the open member.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(PackageError) {
        precondition(open != nil, "begin a part first")
        open!.entry.crc = ZipEntry.crc(open!.entry.crc, bytes)
        open!.entry.byteCount += bytes.count
        deflater.append(bytes, to: &output, isLast: false)
        try flush(beyond: Self.flushByteCount)
    }

    /// The next piece of the open member, from an array.
    public func append(_ bytes: [UInt8]) throws(PackageError) {
        try bytes.withRawBytes { (buffer) throws(PackageError) in try append(buffer) }
    }

    /// Closes the open member.
    public func endPart() throws(PackageError) {
        guard var member = open else { preconditionFailure("begin a part first") }
        open = nil
        deflater.append(UnsafeRawBufferPointer(start: nil, count: 0), to: &output, isLast: true)
        member.entry.packedByteCount = offset - member.dataOffset
        if member.hasDescriptor {
            member.entry.appendDescriptor(to: &output)
        } else {
            member.entry.patchSizes(in: &output, headerAt: member.headerOffset)
        }
        try finishMember(member.entry, at: member.headerOffset)
    }

    /// Writes the directory. Returns the archive, or nothing when a sink took it.
    @discardableResult
    public func finish() throws(PackageError) -> [UInt8] {
        precondition(open == nil, "end the open part first")
        let start = offset
        output.append(contentsOf: directory)
        guard memberCount < 0xFFFF, offset < 0xFFFF_FFFF else { throw PackageError(.limit, "zip64") }
        ZipEntry.appendEnd(to: &output, memberCount: memberCount, directoryByteCount: directory.count, at: start)
        if sink == nil { return output }
        try flush(beyond: 0)
        return []
    }

    private static let flushByteCount = 64 << 10

    private var offset: Int { flushedByteCount + output.count }

    private func writeHeader(_ entry: ZipEntry) throws(PackageError) {
        guard entry.name.count <= 0xFFFF, offset < 0xFFFF_FFFF else { throw PackageError(.limit, "zip64") }
        entry.appendLocalHeader(to: &output)
    }

    private func finishMember(_ entry: ZipEntry, at start: Int) throws(PackageError) {
        guard entry.byteCount < 0xFFFF_FFFF, entry.packedByteCount < 0xFFFF_FFFF else {
            throw PackageError(.limit, "zip64")
        }
        entry.appendDirectoryEntry(to: &directory, at: start)
        memberCount += 1
        try flush(beyond: Self.flushByteCount)
    }

    private func flush(beyond count: Int) throws(PackageError) {
        guard let sink, output.count > count else { return }
        do {
            try output.withUnsafeBytes { try sink($0) }
        } catch {
            throw PackageError(.sinkFailed)
        }
        flushedByteCount += output.count
        output.removeAll(keepingCapacity: true)
    }
}
