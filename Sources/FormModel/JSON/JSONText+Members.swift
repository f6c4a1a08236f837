extension JSONText {
    /// Writes a member with a text; nothing at all when there is none, as the contract wants it for absent answers.
    public mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    public mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        number(value)
    }

    public mutating func member(_ name: String, _ value: Double?) {
        guard let value else { return }
        key(name)
        number(value)
    }

    public mutating func member(_ name: String, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bool(value)
    }

    public mutating func member(_ name: String, _ values: [String]) {
        key(name)
        array { json in
            for value in values { json.string(value) }
        }
    }

    /// Writes a member whose value is an object.
    public mutating func object(_ name: String, _ members: (inout JSONText) -> Void) {
        key(name)
        object(members)
    }

    /// Writes a member whose value is an array.
    public mutating func array(_ name: String, _ elements: (inout JSONText) -> Void) {
        key(name)
        array(elements)
    }

    /// An answer's value in the shape of the `extract --json` contract: a name as its printed form, a number as a JSON
    /// number, a date as `YYYY-MM-DD`, a group as an array of objects with sorted keys.
    public mutating func value(_ value: AnswerValue) {
        switch value {
        case .text(let text): string(text)
        case .name(let name): string(name.full)
        case .number(let decimal): number(decimal)
        case .date(let date): string(date.description)
        case .flag(let flag): bool(flag)
        case .choices(let keys): array { json in for key in keys { json.string(key) } }
        case .identityDocument(let document): identityDocument(document)
        case .group(let entries): array { json in for entry in entries { json.values(entry) } }
        }
    }

    /// Answers as an object with sorted keys.
    public mutating func values(_ values: [String: AnswerValue]) {
        object { json in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                json.key(name)
                json.value(value)
            }
        }
    }

    private mutating func identityDocument(_ document: IdentityDocument) {
        object { json in
            json.member("kind", document.kind?.rawValue)
            json.member("number", document.number)
            json.member("validTo", document.validTo?.description)
        }
    }
}
