import FormModel

/// A score as an exact fraction of hundredths of a point, so that means are compared without rounding.
struct Score: Hashable, Comparable {
    let numerator: Int64
    /// At least 1.
    let denominator: Int64

    init(_ hundredths: Int64) {
        numerator = hundredths
        denominator = 1
    }

    /// Nil when the fraction leaves 64 bits.
    init?(_ numerator: Int128, over denominator: Int128) {
        var (larger, smaller) = (numerator.magnitude, denominator.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        let divisor = Int128(max(larger, 1))
        guard let top = Int64(exactly: numerator / divisor), let below = Int64(exactly: denominator / divisor) else {
            return nil
        }
        self.numerator = top
        self.denominator = below
    }

    static func < (left: Score, right: Score) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
    }

    static func + (left: Score, right: Score) -> Score? {
        Score(
            Int128(left.numerator) * Int128(right.denominator) + Int128(right.numerator) * Int128(left.denominator),
            over: Int128(left.denominator) * Int128(right.denominator)
        )
    }

    /// Rounded half away from zero, for showing.
    var hundredths: Int64 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder.magnitude * 2 >= denominator.magnitude else { return quotient }
        return quotient + (numerator < 0 ? -1 : 1)
    }
}

/// Turns the reviews of a candidate into one score by the ranking rules.
struct Scoring {
    enum Outcome: Hashable {
        case score(Score)
        case none
        case reviewsMissing(have: Int)
    }

    /// More points than this, in hundredths, are a mistake.
    static let pointsMax: Int64 = 1_000_000_000_000
    let rules: RankingRules

    /// A score given beforehand counts as it stands; else the reviews are combined.
    func outcome(of candidate: Candidate) -> Outcome {
        // Points computed from the answers have no reviewer; they count, but nobody gave them.
        let reviewers = Set(candidate.reviews.filter { !$0.hasConflict && !$0.reviewer.isEmpty }.map(\.reviewer))
        if !candidate.reviews.isEmpty || candidate.score == nil, reviewers.count < rules.minimumReviews {
            return .reviewsMissing(have: reviewers.count)
        }
        if let score = candidate.score { return .score(Score(score)) }
        if candidate.reviews.isEmpty { return .none }
        return combined(candidate).map(Outcome.score) ?? .none
    }

    /// The score in one criterion alone; nil without a review of it.
    func score(of candidate: Candidate, criterion: String) -> Score? {
        combine(candidate.reviews.filter { $0.criterion == criterion && !$0.hasConflict }.map(\.points))
    }

    /// Criteria in which two assessors are further apart than allowed while fewer than three have given points.
    func thirdReviewsNeeded(for candidate: Candidate) -> [String] {
        guard let apart = rules.thirdReviewIfApart else { return [] }
        let criteria = Set(candidate.reviews.map(\.criterion)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return criteria.filter { criterion in
            let points = candidate.reviews.filter { $0.criterion == criterion && !$0.hasConflict }.map(\.points)
            guard points.count == 2 else { return false }
            return abs(points[0] - points[1]) > Int64(apart)
        }
    }

    private func combined(_ candidate: Candidate) -> Score? {
        if rules.criteria.isEmpty {
            let criteria = Set(candidate.reviews.map(\.criterion)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return criteria.reduce(Score(0)) { sum, criterion in
                sum.flatMap { $0 + (score(of: candidate, criterion: criterion) ?? Score(0)) }
            }
        }
        var sum: Score? = Score(0)
        var weights: Int128 = 0
        for weight in rules.criteria where weight.weight > 0 {
            weights += Int128(weight.weight)
            guard let own = score(of: candidate, criterion: weight.criterion) else { continue }
            let weighted = Score(Int128(own.numerator) * Int128(weight.weight), over: Int128(own.denominator))
            sum = sum.flatMap { sum in weighted.flatMap { sum + $0 } }
        }
        guard let sum, weights > 0 else { return nil }
        return Score(Int128(sum.numerator), over: Int128(sum.denominator) * weights)
    }

    private func combine(_ points: [Int64]) -> Score? {
        var sorted = points.sorted()
        if rules.dropsExtremes, sorted.count >= 3 { sorted = Array(sorted.dropFirst().dropLast()) }
        guard !sorted.isEmpty else { return nil }
        switch rules.combine {
        case .sum: return Score(sorted.reduce(0, +))
        case .mean: return Score(Int128(sorted.reduce(0, +)), over: Int128(sorted.count))
        case .median:
            let middle = sorted.count / 2
            if sorted.count.isMultiple(of: 2) { return Score(Int128(sorted[middle - 1] + sorted[middle]), over: 2) }
            return Score(sorted[middle])
        }
    }
}
