import Desk
import FormModel
import Registry

/// What a list of registrations shows, as it stands in the page's address: a view can be saved and passed on.
struct ListFilter: Sendable, Equatable {
    static let pageCount = 50

    var event: String?
    var state: RegistrationState?
    var channel: Channel?
    var text = ""
    var page = 1
    /// The columns that are shown, in their order.
    var columns = ListColumn.usual

    /// A filter out of an address as it was kept or posted.
    init(address: String) {
        let query = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        var request = WebRequest()
        request.take(query: (try? URLEncodedForm.read(Array(query.utf8)).texts) ?? [])
        self.init(request.query, columns: request.queryLists["col"])
    }

    /// - Parameter columns: as the form of the list sends them; nil leaves the usual ones.
    init(_ query: [String: String], columns: [String]? = nil) {
        event = query["event"].flatMap { $0.isEmpty ? nil : $0 }
        state = query["state"].flatMap(RegistrationState.init(rawValue:))
        channel = query["channel"].flatMap(Channel.init(rawValue:))
        text = String((query["q"] ?? "").prefix(200))
        if let columns {
            var seen: Set<ListColumn> = []
            let chosen = columns.prefix(100).compactMap(ListColumn.init).filter { seen.insert($0).inserted }
            self.columns = Array(chosen.prefix(ListColumn.countMax))
        }
        page = min(100_000, max(1, Int(query["page"] ?? "") ?? 1))
    }

    var query: RegistrationQuery {
        RegistrationQuery(
            event: event,
            states: state.map { [$0] } ?? [],
            channel: channel,
            searchText: text.isEmpty ? nil : text,
            limit: Self.pageCount,
            offset: (page - 1) * Self.pageCount
        )
    }

    /// The address of the same view, changed.
    func address(_ change: (inout ListFilter) -> Void = { _ in }) -> String {
        var other = self
        change(&other)
        var pairs: [String] = []
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            pairs.append(name + "=" + Self.quoted(value))
        }
        add("event", other.event)
        add("state", other.state?.rawValue)
        add("channel", other.channel?.rawValue)
        add("q", other.text)
        if other.columns != ListColumn.usual {
            for column in other.columns { add("col", column.key) }
            if other.columns.isEmpty { pairs.append("col=") }
        }
        if other.page > 1 { add("page", String(other.page)) }
        return "/desk/registrations" + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// Percent-encoding of everything but letters, digits and four signs (RFC 3986 section 2.3).
    static func quoted(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
            }
        }
        return result
    }
}
