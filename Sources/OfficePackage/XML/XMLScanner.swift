import CLibXML2

/// Reads XML with libxml2 and hands its events to an `XMLHandler`.
///
/// Nothing is ever loaded from outside; a DOCTYPE ends the scan, so no entity exists but the five of XML itself; depth,
/// attributes and text are bounded; whatever libxml2 calls an error makes the whole part `damaged`.
public enum XMLScanner {
    /// Reads all the bytes, or throws; the handler may have seen events of the part before an error.
    public static func scan(
        _ bytes: UnsafeRawBufferPointer,
        handler: XMLHandler,
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) {
        guard bytes.count > 0, bytes.count <= min(limits.unpackedByteCountMax, Int(Int32.max)) else {
            throw PackageError(bytes.count == 0 ? .damaged : .limit, bytes.count == 0 ? "empty" : "unpacked")
        }
        guard XMLTagLength.isWithin(limits.attributeCountMax, bytes) else {
            throw PackageError(.limit, "attributes")
        }
        let start = bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
        guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
            throw PackageError(.damaged, "memory")
        }
        defer { xmlFreeParserCtxt(context) }
        prepare(context, handler: handler, limits: limits)
        let outcome = xmlParseDocument(context)
        handler.cursor = XMLCursor()
        if let failure = handler.failure { throw failure }
        guard outcome == 0, context.pointee.wellFormed == 1 else { throw PackageError(.damaged, "xml") }
    }

    /// The same for an array.
    public static func scan(
        _ bytes: [UInt8],
        handler: XMLHandler,
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) {
        try bytes.withRawBytes { (buffer) throws(PackageError) in
            try scan(buffer, handler: handler, limits: limits)
        }
    }

    private static func prepare(_ context: xmlParserCtxtPtr, handler: XMLHandler, limits: PackageLimits) {
        // NOENT resolves `&amp;` inside attribute values too; without a DOCTYPE there is nothing else it could resolve.
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
        // The layered dictionary replaces the parser's own before anything is interned (see XMLDictionary).
        if let layer = XMLDictionary.shared.makeLayer() {
            xmlDictFree(context.pointee.dict)
            context.pointee.dict = layer
        }
        context.pointee.sax.pointee = XMLCallbacks.table
        handler.depth = 0
        handler.runByteCount = 0
        handler.failure = nil
        handler.limits = limits
        handler.cursor = XMLCursor(context)
        context.pointee.userData = Unmanaged.passUnretained(handler).toOpaque()
    }
}
