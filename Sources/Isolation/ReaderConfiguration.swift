/// Where the reader program lies and how it is started.
public struct ReaderConfiguration: Hashable, Sendable {
    /// Path of `nabor-reader`.
    public var executable: String
    /// Arguments after the program's name.
    public var arguments: [String]
    /// The reader's whole environment; nothing of ours is handed on.
    public var environment: [String: String]

    /// The program beside the running one, with an empty environment.
    public init(executable: String? = nil, arguments: [String] = [], environment: [String: String] = [:]) {
        self.executable = executable ?? Self.besideThisProgram
        self.arguments = arguments
        self.environment = environment
    }
}
