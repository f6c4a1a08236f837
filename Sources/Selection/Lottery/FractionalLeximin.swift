/// The leximin of the lists' fractional hull: raises the smallest chance as far as it goes, fixes whom that binds, goes on.
///
/// The chance z of those not yet fixed is one dense column: a type's count is `m * z + excess`, so only the quota rows and
/// the few types that reach certainty need rows of their own, and the whole runs on about thirty rows whatever the number
/// of types. A vertex may bind only one type a stage; the loop goes on until all are fixed.
final class FractionalLeximin {
    enum Failure: Error {
        /// Rounding spoils the stages; whole lists alone decide.
        case undecided
    }

    static let dualTolerance = 1e-9
    static let boundTolerance = 1e-9
    /// How far fixed levels are loosened, at most, when rounding made a later stage impossible.
    static let looseningMax = 1e-5

    private let lottery: LotteryModel
    private let program: IntegerProgram
    private var chance: [Double?]
    private var levels: [Double] = []
    /// Types that reached certainty and have a row of their own, in the order of the rows.
    private var certain: [Int] = []
    private var pivots = 0

    init(_ lottery: LotteryModel) {
        self.lottery = lottery
        program = lottery.program
        chance = lottery.supply.map { $0 == 0 ? 0 : nil }
        for column in lottery.typeColumns where program.lower[column] == program.upper[column] {
            chance[column] = Double(program.lower[column]) / Double(lottery.supply[column])
        }
    }

    /// For a model of which a list is known.
    func solve() throws(Failure) -> FractionalChances {
        var certificate: LotteryCertificate?
        var stage = try solveStage(loosening: 0, isFirst: true)
        if chance.contains(nil) { certificate = makeCertificate(stage) }
        while chance.contains(nil) {
            fix(stage)
            guard chance.contains(nil) else { break }
            var loosening = 0.0
            while true {
                do {
                    stage = try solveStage(loosening: loosening, isFirst: false)
                    break
                } catch {
                    loosening = loosening == 0 ? 1e-9 : loosening * 10
                    if loosening > Self.looseningMax { throw .undecided }
                }
            }
        }
        return finish(stage, certificate ?? .empty)
    }

    // MARK: - Stages

    /// One linear program; its first column is z, the others the excesses.
    private struct Stage {
        var z: Double
        var excess: [Double]
        /// Reduced costs of the excesses: how much each type holds z down.
        var reduced: [Double]
        var multipliers: [Double]
    }

    private func solveStage(loosening: Double, isFirst: Bool) throws(Failure) -> Stage {
        while true {
            let simplex = stageProgram(loosening: loosening)
            if simplex.minimise() != .optimal {
                // A list exists, so this is rounding: once more by the other method, from the beginning.
                simplex.startFromRows()
                guard simplex.minimisePrimal() == .optimal else { throw .undecided }
            }
            pivots += simplex.pivotCount
            let z = simplex.value[0]
            let over = lottery.typeColumns.filter { column in
                let base = chance[column] ?? z
                return simplex.value[1 + column] + base * Double(lottery.supply[column])
                    > Double(program.upper[column]) + Self.boundTolerance && !certain.contains(column)
                    && chance[column] == nil
            }
            if over.isEmpty { return stage(from: simplex) }
            certain += over
        }
    }

    private func stage(from simplex: BoundedSimplex) -> Stage {
        var reduced = [Double](repeating: 0, count: lottery.columnCount)
        for column in lottery.typeColumns where simplex.place[1 + column] < 0 {
            reduced[column] = -program.columns[column].reduce(0.0) { sum, use in
                sum + simplex.multipliers[Int(use.row)] * Double(use.count)
            }
            if let row = certain.firstIndex(of: column) {
                reduced[column] -= simplex.multipliers[lottery.rowCount + row]
            }
        }
        return Stage(
            z: simplex.value[0],
            excess: (0..<lottery.columnCount).map { simplex.value[1 + $0] },
            reduced: reduced,
            multipliers: (0..<lottery.rowCount).map { simplex.multipliers[$0] }
        )
    }

    private func stageProgram(loosening: Double) -> BoundedSimplex {
        let rows = lottery.rowCount
        var dense = [Double](repeating: 0, count: rows)
        var constant = [Double](repeating: 0, count: rows)
        for column in lottery.typeColumns {
            let many = Double(lottery.supply[column])
            for use in program.columns[column] {
                if let fixed = chance[column] {
                    constant[Int(use.row)] += Double(use.count) * many * max(0, fixed - loosening)
                } else {
                    dense[Int(use.row)] += Double(use.count) * many
                }
            }
        }
        var columns: [[(row: Int, value: Double)]] = [[]]
        for row in dense.indices where dense[row] != 0 { columns[0].append((row, dense[row])) }
        columns += program.columns.map { $0.map { (Int($0.row), Double($0.count)) } }
        for (index, column) in certain.enumerated() where chance[column] == nil {
            columns[0].append((rows + index, Double(lottery.supply[column])))
            columns[1 + column].append((rows + index, 1))
        }
        let simplex = BoundedSimplex(rowCount: rows + certain.count, columns: columns)
        for row in 0..<rows {
            simplex.setRow(
                row,
                Self.real(program.rowLower[row], constant[row]),
                Self.real(program.rowUpper[row], constant[row])
            )
        }
        for (index, column) in certain.enumerated() {
            simplex.setRow(rows + index, -.infinity, chance[column] == nil ? Double(program.upper[column]) : .infinity)
        }
        simplex.upper[0] = 1
        simplex.cost[0] = -1
        for column in program.columns.indices {
            let fixed = chance[column].map { max(0, $0 - loosening) * Double(lottery.supply[column]) } ?? 0
            simplex.upper[1 + column] = max(0, Double(program.upper[column]) - fixed)
        }
        return simplex
    }

    private static func real(_ bound: Int, _ constant: Double) -> Double {
        if bound >= QuotaRow.unlimited { return .infinity }
        if bound <= -QuotaRow.unlimited { return -.infinity }
        return Double(bound) - constant
    }

    /// Fixes every type that holds z down; when z is 1, all that are left.
    private func fix(_ stage: Stage) {
        let open = lottery.typeColumns.filter { chance[$0] == nil }
        var newly = open.filter { stage.reduced[$0] > Self.dualTolerance }
        if newly.isEmpty { newly = open }
        for column in newly { chance[column] = min(1, max(0, stage.z)) }
        levels.append(stage.z)
    }

    private func finish(_ stage: Stage, _ certificate: LotteryCertificate) -> FractionalChances {
        var point = [Double](repeating: 0, count: lottery.columnCount)
        for column in point.indices {
            let base = (chance[column] ?? 0) * Double(lottery.supply[column])
            // A miss of a soft quota has no supply: its value is the excess itself.
            point[column] = lottery.supply[column] == 0 ? stage.excess[column] : base
        }
        fulfilWishes(&point)
        return FractionalChances(
            chance: chance.map { $0 ?? 0 },
            point: point,
            levels: levels,
            certificate: certificate,
            level: level(certificate),
            pivots: pivots
        )
    }

    /// With everybody's chance settled, as few people as can be are moved to a later wish.
    private func fulfilWishes(_ point: inout [Double]) {
        let free = point.indices.filter { lottery.supply[$0] == 0 }
        guard lottery.move.contains(where: { $0 != nil }) else { return }
        var settled = [Double](repeating: 0, count: lottery.rowCount)
        for column in lottery.typeColumns {
            for use in program.columns[column] { settled[Int(use.row)] += Double(use.count) * point[column] }
        }
        let simplex = BoundedSimplex(
            rowCount: lottery.rowCount,
            columns: free.map { column in program.columns[column].map { (Int($0.row), Double($0.count)) } }
        )
        for row in settled.indices {
            // What the solver's last digits make of a bound must not make it impossible.
            simplex.setRow(
                row,
                Self.real(program.rowLower[row], settled[row] + Self.looseningOfWishes),
                Self.real(program.rowUpper[row], settled[row] - Self.looseningOfWishes)
            )
        }
        for (index, column) in free.enumerated() {
            simplex.upper[index] = Double(program.upper[column])
            simplex.cost[index] = Double(lottery.move[column]?.option ?? 0)
        }
        guard simplex.minimise() == .optimal else { return }
        for (index, column) in free.enumerated() { point[column] = simplex.value[index] }
    }

    private static let looseningOfWishes = 1e-9

    // MARK: - Proof

    /// Fractions with longer denominators are not those of so few rows, but rounding.
    private static let levelTolerance = 1e-9

    /// The proof's bound, where it is the level itself and not a rounding of it.
    private func level(_ certificate: LotteryCertificate) -> WholeFraction? {
        guard let bound = certificate.bound(lottery), let first = levels.first,
            abs(bound.value - first) < Self.levelTolerance,
            let level = WholeFraction(bound.numerator, bound.denominator), level.denominator <= TicketPlaces.ticketsMax
        else { return nil }
        return level
    }

    /// The first stage's prices as whole numbers; what they prove is computed in whole numbers alone. Prices are fractions
    /// with a common denominator; where it is found the proof gives the level exactly, else they are rounded.
    private func makeCertificate(_ stage: Stage) -> LotteryCertificate {
        var prices = [Double](repeating: 0, count: lottery.columnCount)
        for column in lottery.typeColumns where chance[column] == nil { prices[column] = max(0, stage.reduced[column]) }
        let all = prices + stage.multipliers
        var scales = [LotteryCertificate.scale]
        if let exact = CommonDenominator.of(all, limit: LotteryCertificate.scale, tolerance: 1e-10) {
            scales.insert(exact, at: 0)
        }
        let candidates = scales.flatMap { scale in
            [-scale, scale].map { sign in
                LotteryCertificate(
                    weights: prices.map { Int(($0 * scale).rounded()) },
                    multipliers: stage.multipliers.map { Int(($0 * sign).rounded()) }
                )
            }
        }
        // The first of the smallest ones, so the exact one where it is as good.
        return candidates.filter { $0.bound(lottery) != nil }.min {
            ($0.bound(lottery)?.value ?? .infinity) < ($1.bound(lottery)?.value ?? .infinity) - 1e-12
        }
            ?? .empty
    }
}
