import Registry

extension DeskError {
    /// What a refusal of the registry means to staff.
    init(_ error: RegistryError) {
        switch error.code {
        case .overbooked:
            self.init(
                .overbooked,
                "Nie ma tylu wolnych miejsc; nikogo nie zapisano. Zwolnij miejsce albo zwiększ pojemność w pliku wydarzenia.",
                "There are not enough free places; nobody was given one. Free a place or raise the capacity in the event file."
            )
        case .runPending:
            self.init(
                .runPending,
                "Poprzednie rozstrzygnięcie czeka na ogłoszenie. Ogłoś je (nabor announce) albo odrzuć (nabor select --discard).",
                "An earlier run waits to be announced. Announce it (nabor announce) or discard it (nabor select --discard)."
            )
        case .noPendingRun:
            self.init(
                .noPendingRun,
                "Nie ma rozstrzygnięcia do ogłoszenia. Najpierw: nabor select.",
                "There is no run to announce. First: nabor select."
            )
        case .stateRefused:
            self.init(
                .stateRefused,
                "W tym stanie nie można tego zrobić (\(error.detail)).",
                "This cannot be done in the present state (\(error.detail))."
            )
        case .storageFull:
            self.init(
                .registryFailed,
                "Dysk jest pełny albo zawodzi; niczego nie przyjęto. Zwolnij miejsce i powtórz polecenie.",
                "The disk is full or failing; nothing was taken in. Free some space and repeat the command."
            )
        case .busy:
            self.init(
                .registryFailed,
                "Inny program pracuje na tym rejestrze. Poczekaj i powtórz polecenie.",
                "Another program is working on this registry. Wait and repeat the command."
            )
        default:
            self.init(
                .registryFailed,
                "Rejestr odmówił: \(error.description).",
                "The registry refused: \(error.description)."
            )
        }
    }
}
