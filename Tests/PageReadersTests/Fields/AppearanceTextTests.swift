import Testing

@testable import PageReaders

/// Whether a field shows what it says.
@Suite struct AppearanceTextTests {
    @Test(arguments: [
        ("Fundacja Trzy Drogi", "Fundacja Trzy Drogi"), ("Łódź", "Łódź"),
        ("Stowarzyszenie Przyjaciół Miasta", "Stowarzyszenie Przy"),
        ("Stowarzyszenie Przyjaciół Miasta", "Przyjaciół Miasta"),
    ])
    func whatIsDrawnWholeOrCutAtAnEndFits(value: String, drawn: String) {
        #expect(AppearanceText(signs: AppearanceText.fold(drawn.utf8)).speaksFor(value))
    }

    @Test(arguments: [
        ("Fundacja 120 Stara", "20"), ("koordynatorka biura", "biura"), ("1200", "200"),
        ("44051401359440514013", "440514013594405140"), ("Stowarzyszenie Przyjaciół Miasta", "zeniePrzyjaciMia"),
        ("Gmina", ""),
    ])
    func anotherTextDoesNot(value: String, drawn: String) {
        #expect(!AppearanceText(signs: AppearanceText.fold(drawn.utf8)).speaksFor(value))
    }
}
