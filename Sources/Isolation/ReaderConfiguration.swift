import ReaderProtocol

/// Where the reader programs lie and how it is started.
public struct ReaderConfiguration: Hashable, Sendable {
    /// Path of `nabor-reader`; the other reader programs lie beside it.
    public var executable: String
    /// Arguments after the program's name.
    public var arguments: [String]
    /// The reader's whole environment; nothing of ours is handed on.
    public var environment: [String: String]

    /// The same for another reader program: it lies beside this one.
    ///
    /// A program that is started with arguments of its own reads everything itself.
    func `for`(_ program: ReaderProgram) -> ReaderConfiguration {
        guard arguments.isEmpty, program != .documents else { return self }
        var other = self
        let folder = executable.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(executable[...$0]) } ?? ""
        other.executable = folder + program.fileName
        other.arguments = program.arguments
        other.environment.merge(program.environment) { _, theirs in theirs }
        return other
    }

    /// The program beside the running one, with an empty environment.
    public init(executable: String? = nil, arguments: [String] = [], environment: [String: String] = [:]) {
        self.executable = executable ?? Self.besideThisProgram
        self.arguments = arguments
        self.environment = environment
    }
}
