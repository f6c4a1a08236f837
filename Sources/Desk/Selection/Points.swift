import Expressions
import FormModel
import Registry

/// Points of one registration in one activity: given by assessors, or computed from the answers.
struct Points {
    let criteria: [PointCriterion]
    private let names: Set<String>

    init(event: EventDefinition, activity: Activity) {
        names = event.expressionNames
        criteria = event.points.filter { $0.activities.isEmpty || $0.activities.contains(activity.id) }
    }

    /// What one criterion brings, in hundredths.
    func points(_ criterion: PointCriterion, _ scores: [ScoreRow], _ context: AnswersContext) -> Int64 {
        switch criterion.source {
        case .assessors:
            let given = scores.filter { $0.criterion == criterion.id && !$0.hasConflict }.map(\.points)
            guard !given.isEmpty else { return 0 }
            // Half up, in whole hundredths: the same on every machine.
            let sum = given.reduce(0, +)
            return (2 * sum + Int64(given.count)) / (2 * Int64(given.count))
        case .condition(let condition, let points):
            guard let expression = try? Expression(parsing: condition, knownNames: names),
                expression.isTrue(in: context)
            else { return 0 }
            return points.hundredths ?? 0
        case .value(let text):
            guard let expression = try? Expression(parsing: text, knownNames: names),
                let number = expression.evaluate(in: context).number
            else { return 0 }
            return min(max(0, Self.hundredths(number)), criterion.maximum.hundredths ?? 0)
        }
    }

    /// Half up; an exact fraction stays exact until here.
    private static func hundredths(_ number: ExactNumber) -> Int64 {
        let (scaled, overflow) = number.numerator.multipliedReportingOverflow(by: 200)
        guard !overflow else { return 0 }
        return (scaled + number.denominator) / (2 * number.denominator)
    }

    /// Each assessor's points, and the computed ones with an empty reviewer: the selection combines them.
    func reviews(_ scores: [ScoreRow], _ context: AnswersContext) -> [Candidate.Review] {
        criteria.flatMap { criterion -> [Candidate.Review] in
            guard case .assessors = criterion.source else {
                return [
                    Candidate.Review(reviewer: "", criterion: criterion.id, points: points(criterion, [], context))
                ]
            }
            return scores.filter { $0.criterion == criterion.id }.map {
                Candidate.Review(
                    reviewer: $0.assessor,
                    criterion: $0.criterion,
                    points: $0.points,
                    hasConflict: $0.hasConflict
                )
            }
        }
    }

    /// How many assessors are still to give points.
    func missing(_ scores: [ScoreRow]) -> Int {
        criteria.reduce(0) { sum, criterion in
            guard case .assessors(let count) = criterion.source else { return sum }
            return sum + max(0, count - scores.count { $0.criterion == criterion.id })
        }
    }
}
