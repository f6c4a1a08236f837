import Subprocess

/// How LibreOffice is started: with bounds on time and memory, a profile of its own and, where the system permits it,
/// without a network.
struct OfficeCommand {
    let executable: String
    let limits: OfficeConverter.Limits
    /// Holds the profile, the sources and, under `out`, the results.
    let folder: String
    let target: OfficeConverter.Target

    /// What `timeout` says (coreutils): 124 when it ended the command, 137 when it had to kill it.
    static let timedOutCodes: Set<Int> = [124, 137]

    /// Somebody who watches a process stops it before `timeout` does, and so knows why it ended.
    private static let watchedSlack = 5

    /// The words after `timeout` for converting these files of the folder one after the other.
    func arguments(_ sources: [String], isWatched: Bool = false) async -> [String] {
        let isolated = await NetworkShutter.shared.prefix()
        let seconds = limits.seconds * sources.count + (isWatched ? Self.watchedSlack : 0)
        let bounded = [
            "--signal=TERM", "--kill-after=2", String(seconds), "/usr/bin/prlimit",
            "--as=\(limits.addressSpaceByteCount)", "--fsize=\(limits.fileByteCountMax)", "--cpu=\(seconds)",
            "--core=0", "--",
        ]
        let office = [
            executable, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--convert-to", target.filter, "--outdir", folder + "/out",
        ]
        return bounded + isolated + office + sources.map { folder + "/" + $0 }
    }

    var environment: Environment {
        .custom([
            "PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp",
        ])
    }
}
