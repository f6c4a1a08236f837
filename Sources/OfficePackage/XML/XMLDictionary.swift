import CLibXML2

/// The names and namespaces Nabór knows, interned once for the whole process in a dictionary of libxml2.
///
/// Every parser gets a dictionary of its own on top of this one, so a known name always arrives as the same pointer and
/// is told by looking that pointer up in a small hash table.
///
/// Sound to share between threads: after `init` nothing writes to the dictionary or the tables. libxml2 adds unknown
/// names to the parser's own dictionary, never to the one below it (`xmlDictCreateSub`).
struct XMLDictionary: @unchecked Sendable {
    static let shared = XMLDictionary()

    private struct NameSlot {
        var key: UnsafePointer<UInt8>?
        var name: XMLName
    }

    private let dictionary: OpaquePointer
    private let slots: UnsafeMutablePointer<NameSlot>
    private let mask: Int
    private let spaceSlots: UnsafeMutablePointer<(UnsafePointer<UInt8>?, XMLSpace)>
    private let spaceMask = 255

    private init() {
        xmlInitParser()
        guard let dictionary = xmlDictCreate() else { preconditionFailure("no memory for the dictionary") }
        self.dictionary = dictionary
        mask = 2047
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: NameSlot(key: nil, name: .unknown), count: mask + 1)
        for name in XMLName.allCases where name != .unknown {
            let key = Self.intern(name.rawValue, in: dictionary)
            var slot = Self.hash(key) & mask
            while slots[slot].key != nil { slot = (slot + 1) & mask }
            slots[slot] = NameSlot(key: key, name: name)
        }
        spaceSlots = .allocate(capacity: spaceMask + 1)
        spaceSlots.initialize(repeating: (nil, .unknown), count: spaceMask + 1)
        for space in XMLSpace.allCases {
            for uri in space.uris {
                let key = Self.intern(uri, in: dictionary)
                var slot = Self.hash(key) & spaceMask
                while spaceSlots[slot].0 != nil { slot = (slot + 1) & spaceMask }
                spaceSlots[slot] = (key, space)
            }
        }
    }

    /// A fresh dictionary on top of the shared one, for one parser.
    func makeLayer() -> OpaquePointer? { xmlDictCreateSub(dictionary) }

    @inline(__always)
    func name(_ pointer: UnsafePointer<UInt8>) -> XMLName {
        var slot = Self.hash(pointer) & mask
        // Ends at an empty slot: the table is less than half full.
        while let key = slots[slot].key {
            if key == pointer { return slots[slot].name }
            slot = (slot + 1) & mask
        }
        return .unknown
    }

    @inline(__always)
    func space(_ pointer: UnsafePointer<UInt8>?) -> XMLSpace {
        guard let pointer else { return .none }
        var slot = Self.hash(pointer) & spaceMask
        while let key = spaceSlots[slot].0 {
            if key == pointer { return spaceSlots[slot].1 }
            slot = (slot + 1) & spaceMask
        }
        return .unknown
    }

    private static func intern(_ text: String, in dictionary: OpaquePointer) -> UnsafePointer<UInt8> {
        guard let pointer = xmlDictLookup(dictionary, text, -1) else { preconditionFailure("no memory for a name") }
        return pointer
    }

    @inline(__always)
    private static func hash(_ pointer: UnsafePointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: (UInt(bitPattern: pointer) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
