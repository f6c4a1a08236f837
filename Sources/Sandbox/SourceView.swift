import Glibc

/// The bytes of the source, mapped read-only into the child; the pages are only read once the cell is shut.
public struct SourceView {
    /// Valid until the process ends: the mapping is never undone.
    public let bytes: UnsafeRawBufferPointer

    init(descriptor: Int32, byteCount: Int) throws(SandboxError) {
        guard byteCount > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        // A private mapping: a file that is cut short meanwhile ends this child by SIGBUS and nothing else.
        guard let start = mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw SandboxError(.limitsRefused, errorNumber: errno)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: byteCount)
    }
}
