import Subprocess

/// Knows whether this system lets an ordinary user start a program in a network of its own; asked once, by trying.
actor NetworkShutter {
    static let shared = NetworkShutter()

    private var isPermitted: Bool?

    /// The words before a command that cut it off from the network; empty where that is not permitted.
    func prefix() async -> [String] {
        if isPermitted == nil { isPermitted = await Self.works() }
        return isPermitted == true ? Self.words : []
    }

    private static let words = ["/usr/bin/unshare", "--user", "--net", "--"]

    private static func works() async -> Bool {
        do {
            let result = try await Subprocess.run(
                .name("unshare"),
                arguments: Arguments(Array(words.dropFirst()) + ["/bin/true"]),
                output: .discarded
            )
            return result.terminationStatus.isSuccess
        } catch {
            return false
        }
    }
}
