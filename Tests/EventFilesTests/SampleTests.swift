import EventFiles
import FormModel
import Foundation
import Testing

/// The sample events of the repository.
struct SampleTests {
    static let folder = Repository.root.appending(path: "samples")

    @Test(arguments: [
        "otwarte-spotkania", "kompetentni-w-dialogu", "porozmawiajmy-o-integracji", "restart-dolny-slask",
        "strefa-sasiedzka",
    ])
    func sampleEventHasNoFault(_ slug: String) {
        let loaded = EventFileLoader().load(path: Self.folder.appending(path: "events/\(slug).yaml").path)
        let faults = loaded.faults.filter { $0.code != "file.missing" }
        #expect(faults.map { "\($0.place.line):\($0.place.column) \($0.message.text(in: .english))" } == [])
        #expect(loaded.value?.slug == slug)
    }
}
