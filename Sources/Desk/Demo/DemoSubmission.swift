import FormModel

/// One entry of `samples/manifest.json`: what the demonstration needs to know of a submission beside its bytes.
struct DemoSubmission {
    var file: String
    var event: String?
    var receivedAt: Instant?

    /// Nil when the manifest is no manifest.
    static func all(json: [UInt8]) -> [DemoSubmission]? {
        guard let entries = (try? JSONParser.parse(json))?["submissions"]?.elements else { return nil }
        return entries.compactMap { entry in
            guard let file = entry["file"]?.text else { return nil }
            return DemoSubmission(
                file: file,
                event: entry["event"]?.text,
                receivedAt: entry["received"]?.text.flatMap { text in
                    InstantText.instant(iso: text.replacing(" ", with: "T"))
                }
            )
        }
    }
}
