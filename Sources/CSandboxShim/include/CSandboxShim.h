#ifndef NABOR_SANDBOX_SHIM_H
#define NABOR_SANDBOX_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Small wrappers around Linux calls that Swift cannot reach: calls with "...", control messages, fork, Landlock.
// Each returns 0 (or a descriptor, or a count) when it worked and -1 with errno set when not, unless it says otherwise.

/// A new piece of nameless memory that can be written and then sealed (memfd_create).
int nabor_memory(void);

/// Seals memory against any further change (fcntl F_ADD_SEALS).
int nabor_seal(int descriptor);

/// Starts a program with `channel` as its standard input and nothing else but standard error open; returns its pid.
pid_t nabor_spawn(const char *path, char *const arguments[], char *const environment[], int channel);

/// A connected pair of packet sockets (SOCK_SEQPACKET), both closed on exec.
int nabor_packet_pair(int pair[2]);

/// A pipe, both ends closed on exec.
int nabor_pipe(int ends[2]);

/// Sends one packet with descriptors beside it (SCM_RIGHTS, unix(7)); never raises SIGPIPE.
ssize_t nabor_send_packet(int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count);

/// Receives one packet and up to two descriptors, closed on exec; -1 with EPROTO for a cut packet or other descriptors.
ssize_t nabor_receive_packet(int socket, void *bytes, size_t count, int descriptors[2], size_t *descriptor_count);

/// Forks; the caller must have one thread only. Returns 0 in the child, and in the parent the pid and a pidfd.
pid_t nabor_fork(int *process_descriptor);

/// Kills a child of ours and reaps it. Refuses numbers below 2 (EINVAL): to kill(2), 0 and -1 mean whole crowds.
int nabor_end_process(pid_t pid);

/// What became of a child.
struct nabor_child_end {
    /// Exit code, or -1 when a signal ended it.
    int32_t exit_code;
    /// The signal, or 0.
    int32_t signal;
    int64_t processor_microseconds;
    int64_t resident_bytes_max;
    /// 1 when the child had to be killed because its time on the wall was over.
    int32_t timed_out;
};

/// Waits for a child for at most `wall_milliseconds`, kills it then, and reaps it. Also kills it at once when `channel`
/// hangs up: nobody waits for its reply any more.
int nabor_reap(pid_t pid, int process_descriptor, int channel, int wall_milliseconds, struct nabor_child_end *end);

/// Makes the calling process one that can gain no privileges and leaves no core file; its children inherit both.
int nabor_give_up_privileges(void);

/// Forbids the calling process and its later children every file access, TCP socket and signal to strangers that
/// Landlock knows (landlock(7)); returns the kernel's Landlock version, 0 when it has none.
int nabor_forbid_files(void);

/// Limits of one child.
struct nabor_limits {
    uint64_t processor_seconds;
    uint64_t wall_milliseconds;
    uint64_t address_space_bytes;
};

/// In the child: closes the first three descriptors, sets resource limits, the wall timer and death with the parent.
int nabor_apply_limits(const struct nabor_limits *limits, pid_t parent);

/// Installs a compiled seccomp filter (seccomp(2)): `count` instructions of eight bytes each.
int nabor_install_filter(const void *instructions, size_t count);

/// Makes the allocator keep up to so many freed bytes instead of giving each page back (mallopt(3)).
void nabor_keep_freed(int byte_count);

/// Removes a folder with all that is in it, on its own file system, following no link (nftw).
int nabor_remove_tree(const char *path);

/// Number of threads of this process, or -1.
int nabor_thread_count(void);

#endif
