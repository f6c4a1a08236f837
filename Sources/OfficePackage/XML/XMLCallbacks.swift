import CLibXML2

/// The C functions libxml2 calls; each finds the handler in the user data that `XMLScanner` put there.
///
/// `takeUnretainedValue` is sound: the handler is an argument of `scan` and outlives the parser.
enum XMLCallbacks {
    static var table: xmlSAXHandler {
        var table = xmlSAXHandler()
        table.initialized = UInt32(XML_SAX2_MAGIC)
        table.internalSubset = { data, _, _, _ in XMLCallbacks.handler(data).stop(PackageError(.doctype)) }
        table.startElementNs = { data, name, _, uri, _, _, count, _, attributes in
            XMLCallbacks.start(data, name, uri, count, attributes)
        }
        table.endElementNs = { data, name, _, uri in XMLCallbacks.end(data, name, uri) }
        table.characters = { data, text, count in XMLCallbacks.text(data, text, count) }
        // The same function as for text: libxml2 then does not try to guess which blanks matter.
        table.ignorableWhitespace = table.characters
        table.serror = { data, problem in XMLCallbacks.report(data, problem) }
        return table
    }

    private static func handler(_ data: UnsafeMutableRawPointer?) -> XMLHandler {
        Unmanaged<XMLHandler>.fromOpaque(data!).takeUnretainedValue()
    }

    private static func start(
        _ data: UnsafeMutableRawPointer?,
        _ name: UnsafePointer<UInt8>?,
        _ uri: UnsafePointer<UInt8>?,
        _ count: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        let handler = handler(data)
        guard handler.failure == nil else { return }
        handler.depth += 1
        handler.runByteCount = 0
        guard handler.depth <= handler.limits.depthMax else { return handler.stop(PackageError(.limit, "depth")) }
        guard Int(count) <= handler.limits.attributeCountMax else {
            return handler.stop(PackageError(.limit, "attributes"))
        }
        let names = XMLDictionary.shared
        handler.start(
            XMLElement(
                name: names.name(name!),
                space: names.space(uri),
                localNamePointer: name!,
                uriPointer: uri,
                attributePointers: attributes,
                attributeCount: Int(count),
                names: names
            )
        )
    }

    private static func end(
        _ data: UnsafeMutableRawPointer?,
        _ name: UnsafePointer<UInt8>?,
        _ uri: UnsafePointer<UInt8>?
    ) {
        let handler = handler(data)
        // A handler that stopped may have seen a start without its end, and must not see an end without its start.
        guard handler.failure == nil else { return }
        handler.depth -= 1
        handler.runByteCount = 0
        let names = XMLDictionary.shared
        handler.end(names.name(name!), names.space(uri))
    }

    private static func text(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32) {
        let handler = handler(data)
        guard handler.failure == nil else { return }
        handler.runByteCount += Int(count)
        guard handler.runByteCount <= handler.limits.textByteCountMax else {
            return handler.stop(PackageError(.limit, "text"))
        }
        handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    /// Warnings (an unknown `xml:lang`, a relative namespace) leave a document well-formed; everything else damages it.
    private static func report(_ data: UnsafeMutableRawPointer?, _ problem: UnsafeMutablePointer<xmlError>?) {
        guard let problem, problem.pointee.level.rawValue > XML_ERR_WARNING.rawValue else { return }
        let handler = handler(data)
        // A stop of our own is reported as an error too; the first reason stays.
        handler.stop(PackageError(.damaged, "xml"))
    }
}
