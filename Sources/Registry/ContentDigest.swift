import Crypto

/// SHA-256, the name of everything that is kept by its content.
public enum ContentDigest {
    /// 64 lower-case hexadecimal digits.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        if done == nil { hash.update(data: Array(bytes)) }
        return Hex.text(hash.finalize())
    }
}
