extension JSONValue {
    /// The value as compact JSON text, members in their order; the same value always gives the same bytes.
    public var jsonText: String {
        var json = JSONText()
        json.value(self)
        return json.text
    }
}

extension JSONText {
    /// A whole tree.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .number(let digits): number(digits: digits)
        case .string(let text): string(text)
        case .array(let elements): array { json in for element in elements { json.value(element) } }
        case .object(let members):
            object { json in
                for member in members {
                    json.key(member.key)
                    json.value(member.value)
                }
            }
        }
    }
}
