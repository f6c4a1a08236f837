#define _GNU_SOURCE
#include "CSandboxShim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int nabor_memory(void) {
    return memfd_create("source", MFD_CLOEXEC | MFD_ALLOW_SEALING);
}

int nabor_seal(int descriptor) {
    return fcntl(descriptor, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
}

pid_t nabor_spawn(const char *path, char *const arguments[], char *const environment[], int channel) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, defaults;
    pid_t pid = -1;
    int problem = posix_spawn_file_actions_init(&actions);
    if (problem != 0) { errno = problem; return -1; }
    posix_spawnattr_init(&attributes);
    sigemptyset(&none);
    sigfillset(&defaults);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    // A process group of its own keeps Ctrl-C at the terminal from killing a job half-way; the closed socket ends it.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    problem = posix_spawn_file_actions_adddup2(&actions, channel, 0);
    if (problem == 0) problem = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    if (problem == 0) problem = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    if (problem == 0) problem = posix_spawn(&pid, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (problem != 0) { errno = problem; return -1; }
    return pid;
}

int nabor_packet_pair(int pair[2]) {
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair);
}

int nabor_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}

ssize_t nabor_send_packet(int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count) {
    union { char space[CMSG_SPACE(2 * sizeof(int))]; struct cmsghdr align; } control;
    struct iovec vector = { .iov_base = (void *)bytes, .iov_len = count };
    struct msghdr message = { .msg_iov = &vector, .msg_iovlen = 1 };
    if (descriptor_count > 2) { errno = EINVAL; return -1; }
    if (descriptor_count > 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.space;
        message.msg_controllen = CMSG_SPACE(descriptor_count * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(descriptor_count * sizeof(int));
        memcpy(CMSG_DATA(header), descriptors, descriptor_count * sizeof(int));
    }
    ssize_t sent;
    do { sent = sendmsg(socket, &message, MSG_NOSIGNAL); } while (sent < 0 && errno == EINTR);
    return sent;
}

static size_t take_descriptors(struct msghdr *message, int descriptors[2]) {
    size_t taken = 0;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header; header = CMSG_NXTHDR(message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t index = 0; index < count; index++) {
            int descriptor;
            memcpy(&descriptor, CMSG_DATA(header) + index * sizeof(int), sizeof(int));
            if (taken < 2) descriptors[taken++] = descriptor; else close(descriptor);
        }
    }
    return taken;
}

ssize_t nabor_receive_packet(int socket, void *bytes, size_t count, int descriptors[2], size_t *descriptor_count) {
    union { char space[CMSG_SPACE(4 * sizeof(int))]; struct cmsghdr align; } control;
    struct iovec vector = { .iov_base = bytes, .iov_len = count };
    struct msghdr message = { .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control.space,
                              .msg_controllen = sizeof control.space };
    ssize_t received;
    do { received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC); } while (received < 0 && errno == EINTR);
    *descriptor_count = 0;
    if (received < 0) return -1;
    *descriptor_count = take_descriptors(&message, descriptors);
    if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) {
        for (size_t index = 0; index < *descriptor_count; index++) close(descriptors[index]);
        *descriptor_count = 0;
        errno = EPROTO;
        return -1;
    }
    return received;
}

int nabor_end_process(pid_t pid) {
    if (pid < 2) { errno = EINVAL; return -1; }
    pid_t reaped;
    kill(pid, SIGKILL);
    do { reaped = waitpid(pid, NULL, 0); } while (reaped < 0 && errno == EINTR);
    return reaped < 0 ? -1 : 0;
}

pid_t nabor_fork(int *process_descriptor) {
    pid_t pid = fork();
    if (pid <= 0) return pid;
    *process_descriptor = (int)syscall(SYS_pidfd_open, pid, 0);
    if (*process_descriptor >= 0) return pid;
    int problem = errno;
    nabor_end_process(pid);
    errno = problem;
    return -1;
}

static int64_t now_milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int nabor_reap(pid_t pid, int process_descriptor, int channel, int wall_milliseconds, struct nabor_child_end *end) {
    struct rusage usage;
    int status = 0, must_kill = 0;
    if (pid < 2) { errno = EINVAL; return -1; }
    memset(end, 0, sizeof *end);
    int64_t deadline = now_milliseconds() + wall_milliseconds;
    for (;;) {
        struct pollfd waits[2] = { { .fd = process_descriptor, .events = POLLIN }, { .fd = channel, .events = 0 } };
        int64_t left = deadline - now_milliseconds();
        int ready = left <= 0 ? 0 : poll(waits, 2, (int)left);
        if (ready < 0 && errno == EINTR) continue;
        if (ready > 0 && (waits[0].revents & POLLIN)) break;
        end->timed_out = ready == 0;
        must_kill = 1;
        break;
    }
    if (must_kill) kill(pid, SIGKILL);
    pid_t reaped;
    do { reaped = wait4(pid, &status, 0, &usage); } while (reaped < 0 && errno == EINTR);
    close(process_descriptor);
    if (reaped < 0) return -1;
    end->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    end->processor_microseconds = (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000
        + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    end->resident_bytes_max = (int64_t)usage.ru_maxrss * 1024;
    return 0;
}

static int set_limit(int resource, uint64_t soft, uint64_t hard) {
    struct rlimit limit = { .rlim_cur = soft, .rlim_max = hard };
    return setrlimit(resource, &limit);
}

int nabor_give_up_privileges(void) {
    if (set_limit(RLIMIT_CORE, 0, 0) != 0) return -1;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int nabor_forbid_files(void) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 0) return errno == ENOSYS || errno == EOPNOTSUPP ? 0 : -1;
    // The rights of the first version are bits 0 to 12; refer, truncate and device ioctl came with the 2nd, 3rd and 5th,
    // TCP with the 4th, abstract sockets and signals with the 6th. The system's header may be older than the kernel.
    struct { uint64_t files, network, scope; } wishes = { (1ULL << 13) - 1, 0, 0 };
    if (version >= 2) wishes.files |= 1ULL << 13;
    if (version >= 3) wishes.files |= 1ULL << 14;
    if (version >= 5) wishes.files |= 1ULL << 15;
    if (version >= 4) wishes.network = 3;
    if (version >= 6) wishes.scope = 3;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &wishes, size, 0);
    if (ruleset < 0) return -1;
    int result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
    int problem = errno;
    close(ruleset);
    errno = problem;
    return result < 0 ? -1 : (int)version;
}

int nabor_apply_limits(const struct nabor_limits *limits, pid_t parent) {
    struct itimerval wall = { .it_value = { .tv_sec = limits->wall_milliseconds / 1000,
                                            .tv_usec = limits->wall_milliseconds % 1000 * 1000 } };
    for (int descriptor = 0; descriptor < 3; descriptor++) close(descriptor);
    // The soft limit gives SIGXCPU, which tells "out of time" from any other kill; the hard one a second later SIGKILL.
    if (set_limit(RLIMIT_CPU, limits->processor_seconds, limits->processor_seconds + 1) != 0) return -1;
    if (set_limit(RLIMIT_AS, limits->address_space_bytes, limits->address_space_bytes) != 0) return -1;
    if (set_limit(RLIMIT_FSIZE, 0, 0) != 0) return -1;
    if (set_limit(RLIMIT_NOFILE, 0, 0) != 0) return -1;
    if (set_limit(RLIMIT_NPROC, 0, 0) != 0) return -1;
    if (setitimer(ITIMER_REAL, &wall, NULL) != 0) return -1;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
    // The parent may have died before the line above; then nobody would end this child.
    if (getppid() != parent) { errno = ESRCH; return -1; }
    return 0;
}

int nabor_install_filter(const void *instructions, size_t count) {
    struct sock_fprog program = { .len = (unsigned short)count, .filter = (struct sock_filter *)instructions };
    if (count == 0 || count > BPF_MAXINSNS) { errno = EINVAL; return -1; }
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

void nabor_keep_freed(int byte_count) {
    mallopt(M_MMAP_THRESHOLD, byte_count);
    mallopt(M_TRIM_THRESHOLD, byte_count);
    mallopt(M_TOP_PAD, byte_count / 32);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

int nabor_remove_tree(const char *path) {
    return nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

int nabor_thread_count(void) {
    DIR *folder = opendir("/proc/self/task");
    if (!folder) return -1;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}
