import ArgumentParser
import Desk
import FormModel

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: say(
            "Pokazuje całą drogę na pięciu przykładowych wydarzeniach.",
            "Shows the whole way on five sample events."
        )
    )

    @Option(
        help: ArgumentHelp(say("Folder, w którym to powstanie.", "Folder in which it is made."), valueName: "folder")
    )
    var dir = "nabor-demo"

    @OptionGroup var output: OutputOptions

    func run() throws {
        var view = DemoView(isJSON: output.json)
        let demo = Demo(folder: dir, environment: ProcessSurroundings.environment) { view.tell($0) }
        view.print(try demo.run())
    }
}
