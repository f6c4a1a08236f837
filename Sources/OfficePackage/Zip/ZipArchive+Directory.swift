import CLibZip

extension ZipArchive {
    static func open(_ storage: UnsafeMutableRawBufferPointer, count: Int) throws(PackageError) -> OpaquePointer {
        var problem = zip_error_t()
        zip_error_init(&problem)
        defer { zip_error_fini(&problem) }
        guard let source = zip_source_buffer_create(storage.baseAddress, zip_uint64_t(count), 0, &problem) else {
            throw PackageError(.damaged, "open")
        }
        guard let handle = zip_open_from_source(source, zip_RDONLY, &problem) else {
            zip_source_free(source)
            throw PackageError(.damaged, "directory")
        }
        return handle
    }

    static func directory(of handle: OpaquePointer, limits: PackageLimits) throws(PackageError) -> [Member] {
        let count = zip_get_num_entries(handle, 0)
        guard count >= 0 else { throw PackageError(.damaged, "directory") }
        guard count <= limits.memberCountMax else { throw PackageError(.limit, "members") }
        var members: [Member] = []
        members.reserveCapacity(Int(count))
        var unpacked = 0
        for index in 0..<zip_uint64_t(count) {
            guard let member = try entry(index, of: handle) else { continue }
            try check(member, limits: limits)
            unpacked += member.byteCount
            guard unpacked <= limits.unpackedByteCountMax else { throw PackageError(.limit, "unpacked") }
            members.append(member)
        }
        return members
    }

    /// One directory entry; nil for a folder.
    private static func entry(_ index: zip_uint64_t, of handle: OpaquePointer) throws(PackageError) -> Member? {
        var stat = zip_stat_t()
        let needed = zip_uint64_t(
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        )
        guard zip_stat_index(handle, index, 0, &stat) == 0, stat.valid & needed == needed, let name = stat.name else {
            throw PackageError(.damaged, "directory")
        }
        let text = String(cString: name)
        guard stat.size < 1 << 40, stat.comp_size < 1 << 40 else { throw PackageError(.limit, "unpacked") }
        if text.utf8.last == UInt8(ascii: "/") { return nil }
        if stat.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != 0 {
            throw PackageError(.encrypted, text)
        }
        return Member(
            name: text,
            byteCount: Int(stat.size),
            packedByteCount: Int(stat.comp_size),
            crc: stat.crc,
            method: stat.comp_method,
            index: index
        )
    }

    private static func check(_ member: Member, limits: PackageLimits) throws(PackageError) {
        guard member.byteCount <= limits.unpackedByteCountMax else { throw PackageError(.limit, "unpacked") }
        if member.byteCount > limits.ratioFreeByteCount {
            guard member.byteCount / max(member.packedByteCount, 1) < limits.ratioMax else {
                throw PackageError(.limit, "ratio")
            }
        }
        guard isSafe(member.name) else { throw PackageError(.damaged, "memberName") }
    }

    /// No absolute path, no drive, no backslash, no empty, `.` or `..` step, no control character.
    static func isSafe(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard !bytes.isEmpty, bytes.count <= 1024, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x5C && $0 != 0x7F }) else {
            return false
        }
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return false }
        return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { step in
            !step.isEmpty && Array(step) != [0x2E] && Array(step) != [0x2E, 0x2E]
        }
    }

    /// Two members of one name let two programs read two documents from one file: refused.
    static func positions(of members: [Member]) throws(PackageError) -> [String: Int] {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count)
        for (position, member) in members.enumerated() {
            guard positions.updateValue(position, forKey: member.name) == nil else {
                throw PackageError(.damaged, "duplicateMember")
            }
        }
        return positions
    }
}

/// `ZIP_RDONLY` is a macro that Swift sees as a 32-bit number.
private let zip_RDONLY = Int32(ZIP_RDONLY)

extension String {
    /// Lower case for ASCII letters only: part names are compared so (ISO 29500-2, 6.2.2.3).
    var asciiFolded: String {
        String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
