import CGLPK

/// GLPK's branch and cut: asked when our own search gives up. It keeps its state per thread and is freed at once.
enum GlpkProgram {
    /// Milliseconds after which it gives up too.
    static let millisecondsMax: Int32 = 20_000

    static func solve(_ program: IntegerProgram, costs: [Double]?) -> IntegerProgram.Outcome {
        glp_term_out(GLP_OFF)
        // Created and deleted within this call; no pointer leaves it.
        let problem = glp_create_prob()
        defer { glp_delete_prob(problem) }
        glp_set_obj_dir(problem, GLP_MIN)
        load(program, costs, into: problem)
        var parameters = glp_iocp()
        glp_init_iocp(&parameters)
        parameters.msg_lev = GLP_MSG_OFF
        parameters.presolve = GLP_ON
        parameters.tm_lim = millisecondsMax
        let code = glp_intopt(problem, &parameters)
        if code == GLP_ENOPFS { return .infeasible }
        guard code == 0 else { return .undecided }
        switch glp_mip_status(problem) {
        case GLP_OPT:
            let values = program.columns.indices.map { Int(glp_mip_col_val(problem, Int32($0 + 1)).rounded()) }
            return program.isValid(values) ? .solution(values) : .undecided
        case GLP_NOFEAS: return .infeasible
        default: return .undecided
        }
    }

    private static func load(_ program: IntegerProgram, _ costs: [Double]?, into problem: OpaquePointer?) {
        glp_add_rows(problem, Int32(program.rowLower.count))
        for row in program.rowLower.indices {
            let (low, high) = (program.rowLower[row], program.rowUpper[row])
            glp_set_row_bnds(problem, Int32(row + 1), kind(low, high), Double(low), Double(high))
        }
        glp_add_cols(problem, Int32(program.columns.count))
        for (column, uses) in program.columns.enumerated() {
            let (low, high) = (program.lower[column], program.upper[column])
            glp_set_col_bnds(problem, Int32(column + 1), kind(low, high), Double(low), Double(high))
            glp_set_col_kind(problem, Int32(column + 1), GLP_IV)
            glp_set_obj_coef(problem, Int32(column + 1), costs?[column] ?? 0)
            // GLPK counts from 1 and ignores element 0.
            let rows = [0] + uses.map { $0.row + 1 }
            let values = [0] + uses.map { Double($0.count) }
            glp_set_mat_col(problem, Int32(column + 1), Int32(uses.count), rows, values)
        }
    }

    private static func kind(_ low: Int, _ high: Int) -> Int32 {
        switch (low <= -QuotaRow.unlimited, high >= QuotaRow.unlimited) {
        case (true, true): GLP_FR
        case (true, false): GLP_UP
        case (false, true): GLP_LO
        case (false, false): low == high ? GLP_FX : GLP_DB
        }
    }
}
