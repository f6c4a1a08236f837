import Foundation
import Testing

/// Nasty mails inside a batch with good ones: the batch goes on, nothing is lost, a person is told.
@Suite("Bad input")
struct BadInputTests {
    enum Nasty: String, CaseIterable, Sendable {
        case zipBomb, doctype, nestedTables, hugeMail

        /// The finding by which a person learns what happened.
        var finding: String { self == .doctype ? "source.doctype" : "source.limit" }

        var mail: Data {
            switch self {
            case .zipBomb: Mail.with(ZipFixture.bomb(), number: 900)
            case .doctype:
                Mail.with(
                    ZipFixture.docx(
                        body: "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>",
                        prolog: "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                    ),
                    number: 901
                )
            case .nestedTables: Mail.with(ZipFixture.docx(body: Self.tables(10_000)), number: 902)
            case .hugeMail: Mail.with([UInt8](repeating: 0x41, count: 30_000_000), number: 903)
            }
        }

        private static func tables(_ count: Int) -> String {
            String(repeating: "<w:tbl><w:tr><w:tc>", count: count) + "<w:p/>"
                + String(repeating: "</w:tc></w:tr></w:tbl>", count: count)
        }
    }

    /// Mails as a program would send them.
    enum Mail {
        static func with(_ attachment: [UInt8], number: Int) -> Data {
            let body = Data(attachment).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
            let text = """
                Received: from a.example.org by mx.example.org; Mon, 20 Nov 2023 10:00:00 +0100
                Message-ID: <\(number)@example.org>
                From: osoba\(number)@example.org
                To: zapisy+porozmawiajmy-o-integracji@example.org
                Subject: formularz
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b1"

                --b1
                Content-Type: application/octet-stream; name="formularz.docx"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="formularz.docx"


                """
            return Data((text + body + "\n--b1--\n").utf8)
        }
    }

    @Test(arguments: Nasty.allCases)
    func theBatchGoesOn(_ nasty: Nasty) throws {
        let workspace = try TestWorkspace(events: ["porozmawiajmy-o-integracji"])
        try workspace.write(nasty.mail, to: "batch/2.eml")
        for (name, sample) in [("1.eml", "02"), ("3.eml", "03")] {
            try FileManager.default.copyItem(
                at: Product.samples.appendingPathComponent("mailbox/porozmawiajmy-\(sample).eml"),
                to: workspace.path("batch/" + name)
            )
        }
        let outcome = try workspace.run("nabor intake batch --json")
        #expect(outcome.exitCode == 2, "\(outcome.errors)")
        let byFile = Dictionary(grouping: outcome.objects) { ($0["file"] as? String ?? "").suffix(5) }
        for good in ["1.eml", "3.eml"] {
            #expect(byFile[good[...]]?.map { $0["outcome"] as? String } == ["registered"])
        }
        let bad = try #require(byFile["2.eml"]?.first)
        #expect(bad["outcome"] as? String == "needsPerson")
        let codes = bad["findings"] as? [String] ?? []
        #expect(codes.contains(nasty.finding), "\(codes)")
        try isKept(nasty, workspace)
    }

    /// The source is stored with all its bytes, review lists it, and taking it in again changes nothing.
    private func isKept(_ nasty: Nasty, _ workspace: TestWorkspace) throws {
        let review = try workspace.run("nabor review --json")
        #expect(review.exitCode == 2)
        let listed = review.objects.filter { $0["source"] != nil }
        #expect(!listed.isEmpty)
        let stored = try workspace.run("sha256sum < batch/2.eml | cut -c1-64").output.prefix(64)
        let original = workspace.path("originals/\(stored.prefix(2))/\(stored)")
        #expect(FileManager.default.fileExists(atPath: original.path), "the original is not stored")
        let again = try workspace.run("nabor intake batch --json")
        #expect(again.objects.allSatisfy { $0["outcome"] as? String != "registered" })
        #expect(try workspace.run("nabor list --json").objects.count == 2)
        #expect(try workspace.run("nabor journal verify").exitCode == 0)
    }
}
