import CSandboxShim
import CSeccomp
import Glibc

/// The list of system calls that a child may make, compiled once and installed in every child.
///
/// Everything that is not named here kills the process. Calls that libraries try in passing and can do without are
/// refused with an error number instead, so that an odd charset or a time zone ends in a fallback and not in a crash.
struct SystemCallFilter {
    /// Memory, time, the two open descriptors, and leaving.
    static let allowed = [
        "read", "readv", "pread64", "write", "writev", "close", "lseek", "poll", "munmap", "mremap", "madvise", "brk",
        "futex", "exit", "exit_group", "rt_sigreturn", "rt_sigprocmask", "sigaltstack", "clock_gettime",
        "clock_getres", "gettimeofday", "time", "getrandom", "getpid", "gettid", "sched_yield", "sched_getaffinity",
        "sysinfo", "restart_syscall",
    ]

    /// Calls that name files, or limits, with the error that libraries expect.
    static let refused: [(name: String, errorNumber: Int32)] = [
        ("open", EACCES), ("openat", EACCES), ("stat", EACCES), ("lstat", EACCES), ("newfstatat", EACCES),
        ("fstat", EACCES), ("statx", EACCES), ("access", EACCES), ("faccessat", EACCES), ("faccessat2", EACCES),
        ("readlink", EACCES), ("readlinkat", EACCES), ("getcwd", EACCES), ("ioctl", ENOTTY), ("fcntl", EPERM),
        ("prlimit64", EPERM), ("getrlimit", EPERM), ("uname", EPERM), ("rt_sigaction", EPERM), ("setitimer", EPERM),
    ]

    /// Instructions of eight bytes each.
    private let instructions: [UInt8]

    /// Compiles the list.
    init() throws(SandboxError) {
        guard let context = seccomp_init(SCMP_ACT_KILL_PROCESS) else { throw SandboxError(.filterNotBuilt) }
        defer { seccomp_release(context) }
        // A tree of comparisons instead of a row of them: the kernel runs the filter once for every call it knows
        // whenever a child installs it. A library too old for this makes the row.
        _ = seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2)
        try Self.check(seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS))
        for name in Self.allowed { try Self.add(name, action: SCMP_ACT_ALLOW, to: context) }
        for call in Self.refused {
            try Self.add(call.name, action: Self.errorAction(call.errorNumber), to: context)
        }
        // Memory that could be executed is never needed: nothing is loaded or compiled in a child.
        var notExecutable = scmp_arg_cmp(arg: 2, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(PROT_EXEC), datum_b: 0)
        for name in ["mmap", "mprotect"] {
            try Self.check(
                seccomp_rule_add_array(context, SCMP_ACT_ALLOW, seccomp_syscall_resolve_name(name), 1, &notExecutable)
            )
        }
        instructions = try Self.export(context)
    }

    /// Puts the filter on the calling process, for good.
    func install() throws(SandboxError) {
        guard nabor_install_filter(instructions, instructions.count / 8) == 0 else {
            throw SandboxError(.filterRefused, errorNumber: errno)
        }
    }

    /// `SCMP_ACT_ERRNO` is a macro with an argument, which Swift does not see.
    private static func errorAction(_ number: Int32) -> UInt32 {
        0x0005_0000 | UInt32(number & 0xFFFF)
    }

    private static func add(_ name: String, action: UInt32, to context: scmp_filter_ctx) throws(SandboxError) {
        let number = seccomp_syscall_resolve_name(name)
        // A negative number is a call that this processor does not have, such as `open` on ARM.
        guard number >= 0 else { return }
        try check(seccomp_rule_add_array(context, action, number, 0, nil))
    }

    private static func check(_ result: Int32) throws(SandboxError) {
        guard result == 0 else { throw SandboxError(.filterNotBuilt, errorNumber: -result) }
    }

    /// Debian's libseccomp exports to a descriptor only, so nameless memory takes it.
    private static func export(_ context: scmp_filter_ctx) throws(SandboxError) -> [UInt8] {
        let memory = nabor_memory()
        guard memory >= 0 else { throw SandboxError(.filterNotBuilt, errorNumber: errno) }
        defer { close(memory) }
        try check(seccomp_export_bpf(context, memory))
        let count = Int(lseek(memory, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        guard count > 0, pread(memory, &bytes, count, 0) == count else {
            throw SandboxError(.filterNotBuilt, errorNumber: errno)
        }
        return bytes
    }
}
