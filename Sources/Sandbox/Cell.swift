import CSandboxShim
import Glibc

/// The room without doors in which a child reads a foreign document.
///
/// Made once by the warm parent, which from then on can open no file itself; entered by each child right after fork.
public struct Cell {
    private let filter: SystemCallFilter
    /// The kernel's Landlock version, 0 when it has none; then the system call filter alone keeps files shut.
    public let landlockVersion: Int

    /// Compiles the filter, gives up privileges and shuts the file system for this process and all its children.
    public init() throws(SandboxError) {
        filter = try SystemCallFilter()
        guard nabor_give_up_privileges() == 0 else { throw SandboxError(.limitsRefused, errorNumber: errno) }
        let version = nabor_forbid_files()
        guard version >= 0 else { throw SandboxError(.landlockRefused, errorNumber: errno) }
        landlockVersion = Int(version)
    }

    /// In a child: sets the limits and shuts everything but the open descriptors from 3 on.
    func enter(_ limits: SandboxLimits, parent: pid_t) throws(SandboxError) {
        var bounds = nabor_limits(
            processor_seconds: UInt64(limits.processorSeconds),
            wall_milliseconds: UInt64(limits.wallMilliseconds),
            address_space_bytes: UInt64(limits.addressSpaceByteCount)
        )
        guard nabor_apply_limits(&bounds, parent) == 0 else {
            throw SandboxError(.limitsRefused, errorNumber: errno)
        }
        try filter.install()
    }

    /// Throws when this process has more than one thread: a fork would copy locks that nobody opens again.
    public static func requireSingleThread() throws(SandboxError) {
        guard nabor_thread_count() == 1 else { throw SandboxError(.severalThreads) }
    }
}
