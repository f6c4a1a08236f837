import Glibc

/// What stands under a path, as far as walking needs to know.
enum FileKind: Hashable {
    case folder, file, mbox
    /// Sockets, devices, pipes.
    case other

    /// Nil when nothing is there, or it may not be looked at; `errno` says which.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder
        case S_IFREG: self = Self.isMbox(path) ? .mbox : .file
        default: self = .other
        }
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// An mbox begins with a `From ` line that ends in a date (RFC 4155, appendix A).
    private static func isMbox(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 512)
        let count = read(file, &head, head.count)
        guard count > 5, head.starts(with: "From ".utf8) else { return false }
        return FromLine.isSeparator(head[..<count].prefix { $0 != 0x0A })
    }
}

/// Lists folders.
enum FolderListing {
    /// Names in the order of their bytes, without `.` and `..`.
    static func names(in path: String) throws(TransportError) -> [String] {
        guard let folder = opendir(path) else {
            throw TransportError(.unreadable, subject: path, errorNumber: errno)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
