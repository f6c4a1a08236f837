public import FormModel

/// What a file holds, and everything that is wrong with it.
public struct Loaded<Value: Sendable>: Sendable {
    /// Nil when at least one fault is an error.
    public var value: Value?
    /// In the order of the file.
    public var faults: [FileFault]

    public init(value: Value?, faults: [FileFault]) {
        self.value = value
        self.faults = faults
    }

    public var errors: [FileFault] { faults.filter { $0.severity == .error } }
    public var warnings: [FileFault] { faults.filter { $0.severity == .warning } }
}
