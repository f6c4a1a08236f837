/// How much one child may use.
public struct SandboxLimits: Hashable, Sendable {
    public var processorSeconds: Int
    public var wallMilliseconds: Int
    public var addressSpaceByteCount: Int

    public init(processorSeconds: Int, wallMilliseconds: Int, addressSpaceByteCount: Int) {
        self.processorSeconds = processorSeconds
        self.wallMilliseconds = wallMilliseconds
        self.addressSpaceByteCount = addressSpaceByteCount
    }
}
