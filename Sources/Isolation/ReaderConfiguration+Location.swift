import Glibc

extension ReaderConfiguration {
    /// `nabor-reader` in the folder of the running program.
    static var besideThisProgram: String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readLink(&buffer)
        guard count > 0, let slash = buffer[..<count].lastIndex(of: UInt8(ascii: "/")) else { return "nabor-reader" }
        return String(decoding: buffer[...slash], as: UTF8.self) + "nabor-reader"
    }

    private static func readLink(_ buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { raw in
            readlink("/proc/self/exe", raw.baseAddress!.assumingMemoryBound(to: CChar.self), raw.count)
        }
    }
}
