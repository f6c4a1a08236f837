public import FormModel
import Foundation

/// Everything a use case takes from the world around it: time, chance, who is working, where the helpers lie.
public struct DeskEnvironment: Sendable {
    public var now: @Sendable () -> Instant
    /// A number in 0..<bound, drawn so that nobody can foretell it.
    public var randomNumber: @Sendable (_ bound: Int) -> Int
    /// Who works, for the journal.
    public var operatorName: String
    /// Path of `nabor-reader`; nil looks beside the program.
    public var readerPath: String?
    /// Reader processes working side by side.
    public var readerCount: Int
    /// Folder with `samples/` and the shipped `templates/`.
    public var sharePath: String

    public init(
        now: @escaping @Sendable () -> Instant,
        randomNumber: @escaping @Sendable (Int) -> Int = { Int.random(in: 0..<$0) },
        operatorName: String,
        readerPath: String? = nil,
        readerCount: Int = 2,
        sharePath: String
    ) {
        self.now = now
        self.randomNumber = randomNumber
        self.operatorName = operatorName
        self.readerPath = readerPath
        self.readerCount = readerCount
        self.sharePath = sharePath
    }

    /// The surroundings of a program started by a person: `NABOR_NOW` fixes the clock, `NABOR_OPERATOR` names who works,
    /// `NABOR_SHARE` says where samples and templates lie.
    public static func ofProcess(_ variables: [String: String]) -> DeskEnvironment {
        let fixed = variables["NABOR_NOW"].flatMap { InstantText.instant(iso: $0) }
        let processors = ProcessInfo.processInfo.activeProcessorCount
        return DeskEnvironment(
            now: { fixed ?? Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000)) },
            operatorName: variables["NABOR_OPERATOR"] ?? variables["USER"] ?? variables["LOGNAME"] ?? "operator",
            readerPath: variables["NABOR_READER"],
            // One reader more than cores keeps the cores busy while a result is being written down.
            readerCount: processors + 1,
            sharePath: SharePath.find(variables)
        )
    }
}
