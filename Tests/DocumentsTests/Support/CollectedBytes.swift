/// What a sink was given.
final class CollectedBytes {
    var bytes: [UInt8] = []
}
