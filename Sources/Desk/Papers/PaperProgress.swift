/// How far the writing of many documents is.
public struct PaperProgress: Sendable {
    public enum Step: Sendable {
        case writing, converting
    }

    public var step: Step
    public var doneCount: Int
    public var count: Int
}

/// Hears of progress on any thread.
public typealias PaperProgressListener = @Sendable (PaperProgress) -> Void
