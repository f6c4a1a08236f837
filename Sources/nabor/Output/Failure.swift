import Desk
import FormModel

/// What is said when a command could not be carried out.
enum Failure {
    static func report(_ error: DeskError) {
        Console.printError(Console.stop("× ") + error.message.text(in: Speech.language))
        FaultList.print(error.faults, file: nil)
    }
}

/// Faults of a file with their places, one a line, as compilers print them.
enum FaultList {
    static func print(_ faults: [FileFault], file: String?) {
        for fault in faults.sorted(by: { $0.place < $1.place }) {
            let position = fault.place.line > 0 ? "\(fault.place.line):\(fault.place.column): " : ""
            let sign = fault.severity == .error ? Console.stop("×") : Console.wait("!")
            let path = fault.place.path.isEmpty ? "" : Console.dim("\(TemplatePlace.text(fault.place.path)): ")
            let hint = fault.suggestion.map { say(" Czy chodziło o „\($0)”?", " Did you mean “\($0)”?") } ?? ""
            let message = Console.safe(fault.message.text(in: Speech.language) + hint)
            Console.printError("\(sign) \(file.map { $0 + ":" } ?? "")\(position)\(path)\(message)")
        }
    }
}
