/// A bound on how many chosen people share a property.
public struct Quota: Hashable, Sendable, Codable {
    /// A bound as written: a count, or a share of the seats or of the filled places.
    public enum Bound: Hashable, Sendable, Codable {
        case count(Int)
        /// Hundredths of a percent: 50% is 5000. A minimum rounds up, a maximum down.
        case share(basisPoints: Int)
    }

    public struct Bounds: Hashable, Sendable, Codable {
        public var minimum: Bound?
        public var maximum: Bound?

        public init(minimum: Bound? = nil, maximum: Bound? = nil) {
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    /// Whom a row of the quota counts.
    public enum Subject: Hashable, Sendable, Codable {
        /// Each combination of the values of these attributes; a single one is the usual case.
        /// `organisation` and `address` are the keys of that name.
        case attributes([String])
        /// Everybody for whom the expression holds.
        case condition(String)
    }

    public enum Base: String, CaseIterable, Sendable, Codable {
        case seats, filled
    }

    /// How far the owner lets the bounds be moved when not all can hold; lower `order` first.
    public struct Relaxation: Hashable, Sendable, Codable {
        public var order: Int
        public var bounds: Bounds

        public init(order: Int, bounds: Bounds = Bounds()) {
            self.order = order
            self.bounds = bounds
        }
    }

    /// Bounds for one value (`BG`) or crossing of values (`UA+f`).
    public struct ValueBounds: Hashable, Sendable, Codable {
        public var value: String
        public var bounds: Bounds

        public init(value: String, bounds: Bounds) {
            self.value = value
            self.bounds = bounds
        }
    }

    public var id: String
    public var subject: Subject
    /// In the order of the file; values not named are free.
    public var values: [ValueBounds]
    /// For every value that occurs and is not named.
    public var each: Bounds?
    /// Only for a condition.
    public var bounds: Bounds
    public var base: Base
    public var isSoft: Bool
    /// Order among the soft quotas, lowest first.
    public var order: Int
    public var relaxation: Relaxation?
    /// Never named to other people: they read of "a balance rule".
    public var isSensitive: Bool

    public init(
        id: String,
        subject: Subject,
        values: [ValueBounds] = [],
        each: Bounds? = nil,
        bounds: Bounds = Bounds(),
        base: Base = .seats,
        isSoft: Bool = false,
        order: Int = 0,
        relaxation: Relaxation? = nil,
        isSensitive: Bool = false
    ) {
        self.id = id
        self.subject = subject
        self.values = values
        self.each = each
        self.bounds = bounds
        self.base = base
        self.isSoft = isSoft
        self.order = order
        self.relaxation = relaxation
        self.isSensitive = isSensitive
    }
}
