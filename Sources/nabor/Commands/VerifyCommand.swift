import FormModel
import Selection
import ArgumentParser
import Desk
import FieldKinds

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: say(
            "Powtarza rozstrzygnięcie z protokołu i porównuje.",
            "Repeats a run from its record and compares."
        )
    )

    @Argument(
        help: ArgumentHelp(say("Plik protokołu.", "File of the record.")),
        completion: .file(extensions: ["json"])
    )
    var record: String

    @Option(
        help: ArgumentHelp(say("Pula jako CSV, do porównania.", "Pool as CSV, to compare with."), valueName: "file")
    )
    var pool: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Dowód jednej osoby; sprawdza tylko, czy jest w puli tego protokołu lub zobowiązania.",
                "One person's receipt; checks only that they are in the pool of this record or commitment."
            ),
            valueName: "file"
        )
    )
    var receipt: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let differences =
            if let receipt {
                try FileSelection.verify(receipt: receipt, record: record)
            } else {
                try FileSelection.verify(record: record, pool: pool, environment: ProcessSurroundings.environment)
            }
        for difference in differences {
            if output.json {
                var json = JSONText()
                json.object { json in
                    json.member("path", difference.path)
                    json.member("recorded", difference.recorded)
                    json.member("expected", difference.expected)
                }
                Console.print(bytes: json.bytes + [0x0A])
            } else {
                Console.print(
                    Console.stop("× ") + "\(difference.path): \(difference.recorded) ≠ \(difference.expected)"
                )
            }
        }
        if !differences.isEmpty { throw ExitCode(1) }
        if !output.json { Console.print(Console.good("✓ ") + say("Wszystko się zgadza.", "Everything fits.")) }
    }
}
