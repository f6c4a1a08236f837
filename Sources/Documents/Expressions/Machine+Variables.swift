extension Machine {
    /// Everything that tags may change while a part is written.
    struct Variables {
        fileprivate var slots: [DataValue]
        fileprivate var loops: [Loop]
        fileprivate var namespaces: [(box: NamespaceBox, members: DataObject)]
        fileprivate var root: DataObject
        fileprivate var upcoming: ArraySlice<DataValue>
        fileprivate var isExhausted: Bool
    }

    var variables: Variables {
        get {
            let namespaces = slots.compactMap { value -> (box: NamespaceBox, members: DataObject)? in
                if case .namespace(let box) = value.storage { (box, box.members) } else { nil }
            }
            return Variables(
                slots: slots,
                loops: loops,
                namespaces: namespaces,
                root: root,
                upcoming: upcoming,
                isExhausted: isExhausted
            )
        }
        set {
            slots = newValue.slots
            loops = newValue.loops
            for (box, members) in newValue.namespaces { box.members = members }
            root = newValue.root
            upcoming = newValue.upcoming
            isExhausted = newValue.isExhausted
        }
    }

    /// Starts a part or a letter at a record; the fields NEXT and NEXTIF go on to those behind it.
    func begin(_ record: DataValue, followedBy records: ArraySlice<DataValue> = []) {
        root = record.members ?? DataObject()
        upcoming = records
        isExhausted = false
    }

    /// The next record; behind the last one every field stays empty, as in Word.
    func readNext() {
        isExhausted = upcoming.isEmpty
        root = upcoming.popFirst()?.members ?? DataObject()
    }
}
