import FormModel

@testable import Selection

/// Copies of a record's JSON with one leaf changed in each.
enum RecordForgery {
    /// The same by somebody who knows how to seal a record again.
    static func eachSealed(of json: JSONValue, _ use: (JSONValue) -> Void) {
        guard case .object(let members) = json else { return }
        let unsealed = members.filter { $0.key != RecordSeal.key }
        each(of: .object(unsealed)) { use(RecordSeal.sealed($0)) }
    }

    static func each(of json: JSONValue, _ use: (JSONValue) -> Void) {
        switch json {
        case .object(let members):
            for index in members.indices {
                each(of: members[index].value) { forged in
                    var copy = members
                    copy[index].value = forged
                    use(.object(copy))
                }
            }
        case .array(let elements):
            for index in elements.indices {
                each(of: elements[index]) { forged in
                    var copy = elements
                    copy[index] = forged
                    use(.array(copy))
                }
            }
        case .number(let digits): use(.number(String((Int(digits) ?? 0) + 1)))
        case .string(let text): use(.string(text + "x"))
        case .bool(let flag): use(.bool(!flag))
        case .null: use(.string("x"))
        }
    }
}
