import ArgumentParser
import Desk
import FormModel

/// A moment on the command line, ISO 8601; without a zone it is meant in Poland.
struct InstantArgument: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = InstantText.instant(iso: argument) else { return nil }
        self.instant = instant
    }
}
