import CLibZip

/// A ZIP archive in memory, opened under limits; the names of its members are data and never become paths.
///
/// Not to be shared between threads: the handle behind it reads one member at a time.
public final class ZipArchive {
    /// What the directory says about one member.
    public struct Member: Hashable, Sendable {
        public var name: String
        public var byteCount: Int
        public var packedByteCount: Int
        public var crc: UInt32
        /// 0 stored, 8 deflated (APPNOTE 4.4.5).
        public var method: UInt16
        var index: UInt64
    }

    /// A member as it lies in the archive, for copying it without unpacking.
    public struct RawMember: Hashable, Sendable {
        public var name: String
        public var packed: [UInt8]
        public var byteCount: Int
        public var crc: UInt32
        public var method: UInt16

        public init(name: String, packed: [UInt8], byteCount: Int, crc: UInt32, method: UInt16) {
            self.name = name
            self.packed = packed
            self.byteCount = byteCount
            self.crc = crc
            self.method = method
        }

        /// A member that is not packed.
        public init(name: String, stored bytes: [UInt8]) {
            let crc = bytes.withUnsafeBytes { ZipEntry.crc(0, $0) }
            self.init(name: name, packed: bytes, byteCount: bytes.count, crc: crc, method: 0)
        }
    }

    /// In the order of the directory; folders (names ending in `/`) are left out.
    public let members: [Member]
    private let positionByName: [String: Int]
    private let handle: OpaquePointer
    /// The archive's own copy of the bytes; libzip reads from it until the handle is discarded.
    private let storage: UnsafeMutableRawBufferPointer

    /// Opens a copy of the bytes and checks names, sizes and counts; nothing is unpacked yet.
    public convenience init(
        _ bytes: UnsafeRawBufferPointer,
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) {
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        storage.copyMemory(from: bytes)
        try self.init(owning: storage, count: bytes.count, limits: limits)
    }

    /// Opens an array of bytes.
    public convenience init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageError) {
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        storage.copyBytes(from: bytes)
        try self.init(owning: storage, count: bytes.count, limits: limits)
    }

    private init(owning storage: UnsafeMutableRawBufferPointer, count: Int, limits: PackageLimits) throws(PackageError)
    {
        var opened: OpaquePointer?
        do throws(PackageError) {
            guard count >= 22, storage[0] == 0x50, storage[1] == 0x4B else { throw PackageError(.notAPackage) }
            let handle = try Self.open(storage, count: count)
            opened = handle
            let members = try Self.directory(of: handle, limits: limits)
            positionByName = try Self.positions(of: members)
            self.members = members
            self.handle = handle
            self.storage = storage
        } catch {
            if let opened { zip_discard(opened) }
            storage.deallocate()
            throw error
        }
    }

    deinit {
        zip_discard(handle)
        storage.deallocate()
    }

    /// The member of this name, compared byte by byte; falls back to ASCII case folding, as ISO 29500-2 (6.2.2.3) wants.
    public func member(named name: String) -> Member? {
        if let position = positionByName[name] { return members[position] }
        let wanted = name.asciiFolded
        return members.first { $0.name.asciiFolded == wanted }
    }

    /// The unpacked bytes of a member; nil when there is none of that name.
    public func part(named name: String) throws(PackageError) -> [UInt8]? {
        guard let member = member(named: name) else { return nil }
        return try bytes(of: member)
    }

    /// The unpacked bytes of a member; a wrong checksum or length is `damaged`.
    public func bytes(of member: Member) throws(PackageError) -> [UInt8] {
        try read(member, count: member.byteCount, flags: 0)
    }

    /// The packed bytes of a member with what a directory entry needs to know about them.
    public func raw(_ member: Member) throws(PackageError) -> RawMember {
        RawMember(
            name: member.name,
            packed: try read(member, count: member.packedByteCount, flags: zip_flags_t(ZIP_FL_COMPRESSED)),
            byteCount: member.byteCount,
            crc: member.crc,
            method: member.method
        )
    }

    private func read(_ member: Member, count: Int, flags: zip_flags_t) throws(PackageError) -> [UInt8] {
        guard let file = zip_fopen_index(handle, member.index, flags) else {
            throw PackageError(.damaged, member.name)
        }
        defer { zip_fclose(file) }
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            // zip_fread may return less than asked; 0 and -1 both end the loop, so it runs at most `count` times.
            while got < count {
                let step = zip_fread(file, buffer.baseAddress! + got, zip_uint64_t(count - got))
                if step <= 0 { break }
                got += Int(step)
            }
            initialised = got
        }
        // The checksum is compared by libzip when the end is reached, so one more byte is asked for.
        var extra: UInt8 = 0
        guard got == count, zip_fread(file, &extra, 1) == 0 else { throw PackageError(.damaged, member.name) }
        return bytes
    }
}
