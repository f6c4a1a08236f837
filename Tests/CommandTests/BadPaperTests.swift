import Foundation
import Testing

/// Files that are no form, or want to do harm, in a batch with good scans: the batch goes on, every original is kept, and a
/// person is told in both languages what happened.
@Suite("Bad paper")
struct BadPaperTests {
    /// The file, by which finding a person learns of it, and what the finding says in Polish and English.
    private static let bad: [(name: String, finding: String, polish: String, english: String)] = [
        ("password.pdf", "source.encrypted", "zabezpieczony hasłem. Poproś o", "protected by a password. Ask for"),
        (
            "cut-off.pdf", "source.damaged", "uszkodzony i nie da się go otworzyć. Poproś",
            "damaged and cannot be opened. Ask for"
        ),
        ("too-many-pages.pdf", "source.limit", "(najwyżej 50). Wyjmij", "(50 at most). Take the form's pages out"),
        ("thousand.pdf", "source.limit", "(najwyżej 50). Wyjmij", "(50 at most). Take the form's pages out"),
        (
            "script.pdf", "source.macros", "makra lub skrypty. Nie uruchamiamy ich",
            "macros or scripts. They are never run"
        ),
        ("launch.pdf", "source.macros", "(strona 1) uruchamiałby program", "(page 1) would start a program"),
        ("attached.pdf", "source.contentUnread", "dołączony inny plik", "Another file is attached"),
        ("cat.jpg", "source.notYetReadable", "nie ma kodu formularza", "has no code of a form"),
        ("huge.png", "source.limit", "najwyżej 50 megapikseli", "50 megapixels at most"),
        ("huge.pdf", "source.notYetReadable", "nie ma kodu formularza", "has no code of a form"),
        ("lying.png", "source.damaged", "uszkodzony", "damaged"),
        ("lying.jpg", "source.limit", "najwyżej 50 megapikseli", "50 megapixels at most"),
    ]

    private func fill(_ workspace: TestWorkspace) throws {
        let pages = Product.package.appendingPathComponent("Tests/Fixtures/pages")
        for name in ["password.pdf", "cut-off.pdf", "too-many-pages.pdf"] {
            try workspace.write(try Data(contentsOf: pages.appendingPathComponent(name)), to: "batch/\(name)")
        }
        for name in ["cat.jpg", "fax-1.png", "a-1.png", "a-2.png"] {
            try workspace.write(try SheetFixture.bytes(name), to: "batch/\(name)")
        }
        try workspace.write(Data(Self.maker.utf8), to: "make.py")
        let made = try workspace.run("python3 make.py")
        #expect(made.exitCode == 0, "\(made.errors)")
    }

    /// 100 megapixels of one bit each, alone and on a page; headers that promise more lines than there are, or sides that no
    /// scanner has; a thousand pages; forms that would run a script or a program, or bring a file along.
    private static let maker = """
        import struct, zlib
        def part(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        def png(width, height, lines):
            head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
            data = zlib.compress((b"\\0" + b"\\xff" * ((width + 7) // 8)) * lines)
            return b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", head) + part(b"IDAT", data) + part(b"IEND", b"")
        def pdf(objects):
            out, places = bytearray(b"%PDF-1.7\\n"), []
            for number, body in enumerate(objects, start=1):
                places.append(len(out))
                out += b"%d 0 obj" % number + body + b"endobj\\n"
            start = len(out)
            out += b"xref\\n0 %d\\n0000000000 65535 f \\n" % (len(objects) + 1)
            for place in places: out += b"%010d 00000 n \\n" % place
            return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\\nstartxref\\n%d\\n%%%%EOF\\n" % (len(objects) + 1, start)
        def stream(head, data): return b"<<" + head + b"/Length %d>>stream\\n" % len(data) + data + b"\\nendstream"
        FONT = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        def form(catalog=b"", page=b"", more=[]):
            text = b"BT /F 12 Tf 50 700 Td (E-mail: ewa.testowa@example.org) Tj 0 -30 Td (Telefon: 990 000 001) Tj ET"
            return pdf([b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + FONT + page + b">>", stream(b"", text)] + more)
        def save(name, data): open("batch/" + name, "wb").write(data)
        save("huge.png", png(10000, 10000, 10000))
        save("lying.png", png(1600, 2300, 3))
        photo = bytearray(open("batch/cat.jpg", "rb").read())
        head = next(i for i in range(len(photo)) if photo[i] == 0xFF and photo[i + 1] in (0xC0, 0xC2))
        photo[head + 5:head + 9] = struct.pack(">HH", 65000, 65000)
        save("lying.jpg", photo)
        picture = zlib.compress(b"\\xff" * 1250 * 10000)
        save("huge.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            stream(b"", b"595 0 0 842 0 0 cm /I Do"),
            stream(b"/Type/XObject/Subtype/Image/Width 10000/Height 10000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode", picture)]))
        kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(1000))
        save("thousand.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1000/Kids[" + kids + b"]>>"]
            + [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * 1000))
        save("script.pdf", form(b"/OpenAction<</S/JavaScript/JS(app.alert\\\\(1\\\\))>>"))
        save("launch.pdf", form(page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>]"))
        save("attached.pdf", form(b"/Names<</EmbeddedFiles<</Names[(a.txt) 5 0 R]>>>>", more=[b"<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>", stream(b"/Type/EmbeddedFile", b"more")]))
        """

    @Test func theBatchGoesOnAndNothingIsLost() throws {
        let workspace = try SheetFixture.workspace()
        try fill(workspace)
        let taken = try workspace.run("nabor intake batch --json")
        #expect(taken.exitCode == 2, "\(taken.errors)")
        let byFile = Dictionary(grouping: taken.objects) { String(($0["file"] as? String ?? "").dropFirst(6)) }
        for (name, finding, _, _) in Self.bad {
            let codes = byFile[name]?.first?["findings"] as? [String] ?? []
            #expect(codes.contains(finding), "\(name): \(codes) \(byFile[name]?.first?["outcome"] ?? "")")
        }
        #expect(byFile["a-1.png"]?.first?["outcome"] as? String == "registered")
        #expect(byFile["a-2.png"]?.first?["outcome"] as? String == "known", "joined to its first page")
        let fax = try #require(byFile["fax-1.png"]?.first)
        #expect(fax["outcome"] as? String == "registered", "a fax upside down: \(fax)")
        let kept = try workspace.run("find originals -type f | xargs -n1 basename | sort")
        let sent = try workspace.run("cat batch/* > /dev/null; sha256sum batch/* | cut -c1-64 | sort")
        #expect(kept.output == sent.output)
        try isTold(in: workspace)
    }

    /// The same, without a workspace: a line a file, each with its finding and what to do, and the good one is read.
    @Test(arguments: ["pl", "en"])
    func extractGoesOnAndSaysWhatToDo(language: String) throws {
        let workspace = try SheetFixture.workspace()
        try fill(workspace)
        let names = Self.bad.map { "batch/\($0.name)" }.joined(separator: " ")
        let good = "samples/paper/porozmawiajmy-o-integracji-1.docx"
        let outcome = try workspace.run(
            "nabor extract \(names) \(good) --event \(SheetFixture.event) --json --language \(language)"
        )
        #expect(outcome.exitCode == 2, "\(outcome.errors)")
        let byFile = Dictionary(grouping: outcome.objects) { $0["file"] as? String ?? "" }
        #expect(byFile[good]?.count == 1)
        #expect((byFile[good]?.first?["answers"] as? [String: Any])?["name_latin"] != nil)
        for (name, finding, polish, english) in Self.bad {
            let line = try #require(byFile["batch/\(name)"]?.first, "\(name)")
            let findings = line["findings"] as? [[String: Any]] ?? []
            let message = findings.first { $0["code"] as? String == finding }?["message"] as? String
            let sentence = language == "pl" ? polish : english
            #expect(message?.contains(sentence) == true, "\(name): \(findings)")
        }
        // Nothing was run, and nothing was written but what was asked for.
        #expect(try workspace.run("ls").output.contains("a.txt") == false)
    }

    /// Each file that waits has a sentence of its own in either language.
    private func isTold(in workspace: TestWorkspace) throws {
        let waiting = try workspace.run("nabor review --json").objects.filter { $0["source"] != nil }
        let names = Set(waiting.compactMap { ($0["file"] as? String)?.dropFirst(6) })
        let polish = try workspace.run("nabor review --language pl").output
        let english = try workspace.run("nabor review --language en").output
        // Forms that can be read have their findings on the registration.
        for (name, _, said, saidInEnglish) in Self.bad
        where !["script.pdf", "launch.pdf", "attached.pdf"].contains(name) {
            #expect(names.contains(name[...]), "\(name) is not listed")
            #expect(polish.contains(said), "\(said) in \(polish)")
            #expect(english.contains(saidInEnglish), "\(saidInEnglish) in \(english)")
        }
    }
}
