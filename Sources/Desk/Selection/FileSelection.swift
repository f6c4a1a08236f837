import EventFiles
import FormModel
import Foundation
public import Selection

/// Selection from files: a pool as CSV, rules as YAML. Needs no workspace.
public enum FileSelection {
    /// Chooses among the pool; the result's record repeats it.
    public static func run(
        pool path: String,
        rules rulesPath: String,
        draw: DrawRequest,
        environment: DeskEnvironment
    ) throws(DeskError) -> SelectionResult {
        let rules = try rules(rulesPath)
        let commitment = try draw.readCommitment()
        let pool = try PoolTable(path: path, environment: environment).candidates()
        return try attempt {
            () throws(SelectionError) in
            try Selector(rules: rules).run(
                pool: pool,
                seed: draw.value,
                commitment: commitment,
                origin: draw.origin(drawnAt: environment.now())
            )
        }
    }

    /// Writes the commitment to be published before the seed is drawn.
    public static func commit(
        pool path: String,
        rules rulesPath: String,
        draw: DrawRequest,
        environment: DeskEnvironment
    ) throws(DeskError) -> CommitmentReport {
        try draw.checkFree()
        let rules = try rules(rulesPath)
        let pool = try PoolTable(path: path, environment: environment).candidates()
        let tree = draw.tree(pool, environment)
        let made = try attempt {
            () throws(SelectionError) in
            try Selector(rules: rules).commit(
                pool: pool,
                at: environment.now(),
                seedSource: draw.source,
                poolRoot: tree?.root
            )
        }
        try draw.write(made, tree, pool: pool)
        return CommitmentReport(made, file: draw.commitment ?? "", poolCount: pool.count)
    }

    /// What can be said about a pool before anybody is chosen: scarce rules, conflicts, likely chances.
    public static func forecast(
        pool path: String,
        rules rulesPath: String,
        environment: DeskEnvironment
    ) throws(DeskError) -> SelectionForecast {
        let rules = try rules(rulesPath)
        let pool = try PoolTable(path: path, environment: environment).candidates()
        return try attempt { () throws(SelectionError) in try Selector(rules: rules).forecast(pool: pool) }
    }

    /// Repeats a record and compares; empty when everything fits.
    public static func verify(
        record path: String,
        pool poolPath: String?,
        environment: DeskEnvironment
    ) throws(DeskError) -> [Difference] {
        let bytes = try read(path)
        guard let poolPath else { return RecordVerifier.verify(bytes) }
        let pool = try PoolTable(path: poolPath, environment: environment).candidates()
        return RecordVerifier.verify(bytes, pool: pool)
    }

    /// Whether somebody's receipt proves that they were in the pool of a record or commitment.
    public static func verify(receipt path: String, record: String) throws(DeskError) -> [Difference] {
        let json = try? JSONParser.parse(read(record))
        let root = json?["commitment"]?["poolRoot"]?.text ?? json?["poolRoot"]?.text
        guard let root else {
            return [Difference(path: "poolRoot", recorded: "absent", expected: "a root of the salted pool")]
        }
        guard let receipt = PoolTree.Receipt(bytes: try read(path)) else {
            return [Difference(path: "receipt", recorded: "unreadable", expected: "a receipt")]
        }
        if receipt.proves(root: root) { return [] }
        return [Difference(path: "receipt", recorded: receipt.id, expected: "a row under \(root)")]
    }

    // MARK: - Files

    private static func read(_ path: String) throws(DeskError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”.",
                "The file “\(path)” cannot be read."
            )
        }
        return [UInt8](data)
    }

    private static func rules(_ path: String) throws(DeskError) -> SelectionRules {
        let loaded = EventFileLoader.selectionRules(path: path)
        let found = loaded.value.map { rules in
            RuleFaults(yaml: (try? TextFile.read(path)) ?? "").faults(of: rules)
        }
        let faults = loaded.faults + (found ?? [])
        guard let rules = loaded.value, !faults.contains(where: { $0.severity == .error }) else {
            throw DeskError(
                .fileFaulty,
                "Plik zasad „\(path)” zawiera błędy; popraw je i powtórz polecenie.",
                "The rules file “\(path)” has faults; mend them and repeat the command.",
                faults: faults
            )
        }
        return rules
    }

    static func attempt<Value>(_ body: () throws(SelectionError) -> Value) throws(DeskError) -> Value {
        do {
            return try body()
        } catch {
            let faults = error.faults.map { fault in
                FileFault(
                    code: fault.code,
                    place: SourcePlace(line: 0, column: 0, path: fault.path),
                    message: fault.message,
                    suggestion: fault.suggestion
                )
            }
            throw DeskError(
                .selectionFailed,
                error.message.text(in: .polish),
                error.message.text(in: .english),
                faults: faults
            )
        }
    }
}
