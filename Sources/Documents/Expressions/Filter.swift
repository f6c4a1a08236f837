/// A filter: `value|name(arguments)`. Those of Jinja2 first, then Nabór's own.
enum Filter: String, CaseIterable, Sendable {
    case abs, attr, batch, capitalize, center, `default`, dictsort, escape, filesizeformat, first, float, forceescape
    case format, groupby, indent, int, items, join, last, length, list, lower, map, max, min, pprint, reject, rejectattr
    case replace, reverse, round, safe, select, selectattr, slice, sort, string, striptags, sum, title, tojson, trim
    case truncate, unique, upper, urlencode, urlize, wordcount, wordwrap, xmlattr
    case date, daterange, firstcap, picture, hours, money, nbsp, number, pair, phone, plural, qr, vocative, weekday,
        words

    /// Reads a filter's name or one of its other names.
    init?(_ name: String) {
        switch name {
        case "d": self = .default
        case "e": self = .escape
        case "count": self = .length
        case "amount_in_words": self = .words
        case "datetime": self = .date
        default: self.init(rawValue: name)
        }
    }

    /// Whether the filter says itself what becomes of a value that is not there.
    var acceptsUndefined: Bool { self == .default }
}

/// A test: `value is name`.
enum Test: String, CaseIterable, Sendable {
    case boolean, callable, defined, divisibleby, eq, escaped, even, `false`, filter, float, ge, gt, `in`, integer
    case iterable, le, lower, lt, mapping, ne, none, number, odd, sameas, sequence, string, test, `true`, undefined,
        upper

    init?(_ name: String) {
        switch name {
        case "equalto", "==": self = .eq
        case "greaterthan", ">": self = .gt
        case "lessthan", "<": self = .lt
        case ">=": self = .ge
        case "<=": self = .le
        case "!=": self = .ne
        default: self.init(rawValue: name)
        }
    }

    var takesArgument: Bool {
        switch self {
        case .divisibleby, .eq, .ge, .gt, .in, .le, .lt, .ne, .sameas: true
        default: false
        }
    }
}

/// A function that needs no value before it.
enum Function: String, CaseIterable, Sendable {
    case dict, namespace, range

    static var listing: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
