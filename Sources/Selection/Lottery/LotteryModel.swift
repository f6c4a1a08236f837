/// The lists a lottery draws from, as counts per kind of application: bounds of the columns and rows in whole numbers.
struct LotteryModel {
    let model: TypeModel
    /// Columns of types; the others are misses of soft quotas.
    let typeColumns: [Int]
    /// Column of each item; -1 for those no session fits.
    let columnOfItem: [Int]
    /// Number of applications of each column's type; 0 for misses.
    let supply: [Int]

    /// Nil where a type may get several sessions: chances are not shared out over those.
    init?(_ model: TypeModel) {
        guard model.columnsOfType.allSatisfy({ $0.count <= 1 }) else { return nil }
        self.model = model
        columnOfItem = model.typeOfItem.map { model.columnsOfType[$0].first ?? -1 }
        typeColumns = model.columnsOfType.compactMap(\.first)
        supply = model.columns.map { $0.type < 0 ? 0 : model.count[$0.type] }
    }

    var program: IntegerProgram { model.program }
    var columnCount: Int { program.columns.count }
    var rowCount: Int { program.rowLower.count }
}

/// How equal chances can be made at most, before whole lists are asked for: a chance for each column, and the proof.
struct FractionalChances {
    /// Chance of each type's column; for a miss, its value.
    var chance: [Double]
    /// The point itself: how many of each column on average.
    var point: [Double]
    var levels: [Double]
    /// Weights per column and multipliers per row that bound the smallest chance of any lottery.
    var certificate: LotteryCertificate
    /// The smallest chance as the fraction it is, where the proof gives exactly that.
    var level: WholeFraction?
    var pivots: Int
}
