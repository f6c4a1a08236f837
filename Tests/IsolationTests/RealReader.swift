import Glibc
import Isolation

/// The product's own `nabor-reader`, built beside the test bundle.
enum RealReader {
    static var configuration: ReaderConfiguration {
        let named = getenv("NABOR_READER").map { String(cString: $0) }
        return ReaderConfiguration(executable: named)
    }
}
