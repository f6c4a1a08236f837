import FormModel
import Testing

@testable import Selection

@Suite struct ScoringTests {
    private func candidate(_ reviews: [(String, String, Int64)], conflict: Bool = false) -> Candidate {
        Candidate(
            id: "p",
            reviews: reviews.map {
                .init(reviewer: $0.0, criterion: $0.1, points: $0.2, hasConflict: conflict && $0.0 == "c")
            }
        )
    }

    @Test func meansAreExactFractions() {
        let scoring = Scoring(rules: RankingRules())
        let third = candidate([("a", "m", 100), ("b", "m", 100), ("c", "m", 101)])
        #expect(scoring.outcome(of: third) == .score(Score(301, over: 3)!))
        #expect(Score(301, over: 3)! > Score(100))
        #expect(Score(301, over: 3)!.hundredths == 100)
    }

    @Test func weightsMediansAndExtremes() {
        let reviews: [(String, String, Int64)] = [
            ("a", "m", 1000), ("b", "m", 0), ("c", "m", 600), ("a", "n", 500), ("b", "n", 700),
        ]
        var rules = RankingRules(criteria: [.init(criterion: "m", weight: 3), .init(criterion: "n", weight: 1)])
        rules.combine = .median
        #expect(Scoring(rules: rules).outcome(of: candidate(reviews)) == .score(Score(600)))
        rules.combine = .mean
        rules.dropsExtremes = true
        #expect(Scoring(rules: rules).outcome(of: candidate(reviews)) == .score(Score(600)))
        rules.dropsExtremes = false
        #expect(Scoring(rules: rules).outcome(of: candidate(reviews)) == .score(Score(550)))
    }

    @Test func reviewersWithAConflictDoNotCount() {
        var rules = RankingRules()
        rules.minimumReviews = 3
        let reviews: [(String, String, Int64)] = [("a", "m", 1000), ("b", "m", 0), ("c", "m", 600)]
        #expect(Scoring(rules: rules).outcome(of: candidate(reviews, conflict: true)) == .reviewsMissing(have: 2))
    }

    @Test func twoReviewsFarApartNeedAThird() {
        var rules = RankingRules()
        rules.thirdReviewIfApart = 300
        #expect(Scoring(rules: rules).thirdReviewsNeeded(for: candidate([("a", "m", 0), ("b", "m", 301)])) == ["m"])
        #expect(Scoring(rules: rules).thirdReviewsNeeded(for: candidate([("a", "m", 0), ("b", "m", 300)])).isEmpty)
    }

    @Test func thresholdLeavesOut() throws {
        var rules = SelectionRules(seats: SeatRange(5), method: .ranking)
        rules.ranking = RankingRules(threshold: 5500)
        let pool = [Candidate(id: "a", score: 5500), Candidate(id: "b", score: 5499)]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(result.decisions.map(\.outcome) == [.selected, .notSelected])
        #expect(result.decisions[1].reason.parameters == ["points": "54.99", "threshold": "55"])
    }
}
