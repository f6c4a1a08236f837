/// How a record is put into a template.
public struct RenderOptions: Sendable {
    /// What is done with a name that the data do not hold.
    public enum Undefined: String, CaseIterable, Sendable {
        /// Refuse the whole batch before the first document and list every name.
        case error
        /// Print nothing.
        case empty
        /// Print the tag as it stands in the template.
        case keep
        /// Print the tag on a yellow ground.
        case mark
    }

    public var undefined: Undefined
    /// zlib level of the parts that change, 1 to 9. 1 is fastest; long lists shrink by a third at 6.
    public var compressionLevel: Int
    /// Gives the bytes of a picture or sub-document that a value names by file; nil refuses all files.
    public var file: (@Sendable (String) -> [UInt8]?)?
    /// Operations one document may take.
    public var stepCountMax: Int
    /// Bytes all changed parts of one document may have together, unpacked.
    public var outputByteCountMax: Int

    public init(
        undefined: Undefined = .error,
        compressionLevel: Int = 1,
        file: (@Sendable (String) -> [UInt8]?)? = nil,
        stepCountMax: Int = 200_000_000,
        outputByteCountMax: Int = 4_000_000_000
    ) {
        self.undefined = undefined
        self.compressionLevel = compressionLevel
        self.file = file
        self.stepCountMax = stepCountMax
        self.outputByteCountMax = outputByteCountMax
    }
}
