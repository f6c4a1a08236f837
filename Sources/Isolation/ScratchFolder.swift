import CSandboxShim
import Glibc

/// A private folder for one conversion, gone afterwards with all that is in it.
struct ScratchFolder {
    let path: String

    /// Makes it in the system's temporary folder, for this user alone.
    init?() {
        var template = Array("/tmp/nabor-convert-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Copies the source in without looking at it.
    func write(_ source: SourceHandle, name: String) -> Bool {
        let target = open(path + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard target >= 0 else { return false }
        defer { close(target) }
        var offset: off_t = 0
        while offset < source.byteCount {
            let count = sendfile(target, source.descriptor, &offset, source.byteCount - Int(offset))
            guard count > 0 else { return false }
        }
        return true
    }

    /// The bytes of a result; nil when there is none, it is no plain file, or it is too large.
    func read(_ name: String, byteCountMax: Int) -> [UInt8]? {
        let file = open(path + "/" + name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
            status.st_size <= byteCountMax
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes { raw in
                pread(file, raw.baseAddress! + offset, raw.count - offset, off_t(offset))
            }
            guard count > 0 else { return nil }
            offset += count
        }
        return bytes
    }

    /// Takes one file away, to keep the folder small.
    func remove(_ name: String) {
        unlink(path + "/" + name)
    }

    /// Takes a folder inside of it away.
    func removeTree(_ name: String) {
        nabor_remove_tree(path + "/" + name)
    }

    /// Removes the folder and everything in it; links are removed, never followed.
    func remove() {
        nabor_remove_tree(path)
    }
}
