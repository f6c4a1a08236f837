import Foundation

/// Makes a new workspace: settings, one example event, the folders.
public enum WorkspaceSetup {
    /// Returns the files made, relative to the folder. Nothing that exists is touched.
    public static func make(_ folder: String, environment: DeskEnvironment) throws(DeskError) -> [String] {
        guard !FileManager.default.fileExists(atPath: folder + "/" + Workspace.settingsName) else {
            throw DeskError(
                .workspaceExists,
                "W „\(folder)” jest już przestrzeń robocza; nic nie zmieniono.",
                "“\(folder)” holds a workspace already; nothing was changed."
            )
        }
        for subfolder in ["events", "templates", "originals", "out"] {
            try OutputFile.makeFolder(folder + "/" + subfolder)
        }
        let files = [(Workspace.settingsName, settings), ("events/przyklad.yaml", example)]
        for (name, text) in files { try OutputFile.write(Array(text.utf8), to: folder + "/" + name) }
        _ = try Workspace(folder: folder, environment: environment)
        return files.map(\.0) + ["nabor.sqlite"]
    }

    private static let settings = """
        # Ustawienia przestrzeni roboczej. Zmień dane organizacji na swoje.
        organiser:
          name: Nazwa organizacji
          address: ul. Przykładowa 1, 00-001 Warszawa
          city: Warszawa
          email: biuro@example.org
          phone: "+48990000001"
        language: pl
        time_zone: Europe/Warsaw
        mail:
          intake: zapisy@example.org
          from: zapisy@example.org
          from_name: Nazwa organizacji

        """

    private static let example = """
        # Przykładowe wydarzenie: jedno spotkanie, dwadzieścia miejsc, kolejność zgłoszeń.
        # Wszystkie możliwości opisuje docs/event-file.md; gotowe przykłady leżą w samples/events.
        event: przyklad
        title: Spotkanie przy herbacie
        languages: [pl]
        activities:
          - id: spotkanie
            kind: meeting
            title: Spotkanie przy herbacie
            place: Warszawa
            date: 2030-05-10
            hours: 17:00-19:00
            capacity: 20
            selection:
              method: fcfs
        applies_to: [spotkanie]
        fields:
          - key: name_latin
            kind: personName
            label: Imię i nazwisko
            required: true
          - key: email
            kind: email
            label: E-mail
            required: true
        consents:
          - key: consent_data
            label: Zapoznałam/em się z informacją o przetwarzaniu danych
            required: true
            version: "2030-01-01"
            text: Dane przetwarza organizator w celu przeprowadzenia naboru.

        """
}
