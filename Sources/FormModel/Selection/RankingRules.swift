/// How points of several criteria and assessors become one score.
public struct RankingRules: Hashable, Sendable, Codable {
    public enum Combination: String, CaseIterable, Sendable, Codable {
        case mean, median, sum
    }

    public struct Weight: Hashable, Sendable, Codable {
        public var criterion: String
        public var weight: Int

        public init(criterion: String, weight: Int) {
            self.criterion = criterion
            self.weight = weight
        }
    }

    /// Weights in the order of the file; empty counts every criterion once.
    public var criteria: [Weight]
    public var combine: Combination
    public var dropsExtremes: Bool
    public var minimumReviews: Int
    /// Hundredths of a point between two reviews beyond which a third is needed; nil never.
    public var thirdReviewIfApart: Int?
    /// Hundredths; who has fewer is not chosen.
    public var threshold: Int?

    public init(
        criteria: [Weight] = [],
        combine: Combination = .mean,
        dropsExtremes: Bool = false,
        minimumReviews: Int = 0,
        thirdReviewIfApart: Int? = nil,
        threshold: Int? = nil
    ) {
        self.criteria = criteria
        self.combine = combine
        self.dropsExtremes = dropsExtremes
        self.minimumReviews = minimumReviews
        self.thirdReviewIfApart = thirdReviewIfApart
        self.threshold = threshold
    }
}
