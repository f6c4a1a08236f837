import Foundation
import Testing

/// Files that are no form, or want to do harm, in a batch with good scans: the batch goes on, every original is kept, and a
/// person is told in both languages what happened.
@Suite("Bad paper")
struct BadPaperTests {
    /// The file, where it comes from, and by which finding a person learns of it.
    private static let bad: [(name: String, finding: String)] = [
        ("password.pdf", "source.encrypted"), ("cut-off.pdf", "source.damaged"), ("too-many-pages.pdf", "source.limit"),
        ("active.pdf", "source.macros"), ("cat.jpg", "source.notYetReadable"), ("huge.png", "source.limit"),
        ("lying.png", "source.damaged"),
    ]

    private func fill(_ workspace: TestWorkspace) throws {
        let pages = Product.package.appendingPathComponent("Tests/Fixtures/pages")
        for name in ["password.pdf", "cut-off.pdf", "too-many-pages.pdf", "active.pdf"] {
            try workspace.write(try Data(contentsOf: pages.appendingPathComponent(name)), to: "batch/\(name)")
        }
        for name in ["cat.jpg", "fax-1.png", "a-1.png", "a-2.png"] {
            try workspace.write(try SheetFixture.bytes(name), to: "batch/\(name)")
        }
        // 100 megapixels of one bit each; and a header that promises more lines than there are.
        let made = try workspace.run(
            """
            python3 - <<'END'
            import struct, zlib
            def part(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            def png(width, height, lines):
                head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
                data = zlib.compress((b"\\0" + b"\\xff" * ((width + 7) // 8)) * lines)
                return b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", head) + part(b"IDAT", data) + part(b"IEND", b"")
            open("batch/huge.png", "wb").write(png(10000, 10000, 10000))
            open("batch/lying.png", "wb").write(png(1600, 2300, 3))
            END
            """
        )
        #expect(made.exitCode == 0, "\(made.errors)")
    }

    @Test func theBatchGoesOnAndNothingIsLost() throws {
        let workspace = try SheetFixture.workspace()
        try fill(workspace)
        let taken = try workspace.run("nabor intake batch --json")
        #expect(taken.exitCode == 2, "\(taken.errors)")
        let byFile = Dictionary(grouping: taken.objects) { String(($0["file"] as? String ?? "").dropFirst(6)) }
        for (name, finding) in Self.bad {
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

    /// Each file that waits has a sentence of its own in either language.
    private func isTold(in workspace: TestWorkspace) throws {
        let waiting = try workspace.run("nabor review --json").objects.filter { $0["source"] != nil }
        let names = Set(waiting.compactMap { ($0["file"] as? String)?.dropFirst(6) })
        for (name, _) in Self.bad where name != "active.pdf" {
            #expect(names.contains(name[...]), "\(name) is not listed")
        }
        let polish = try workspace.run("nabor review --language pl").output
        let english = try workspace.run("nabor review --language en").output
        for (text, sentences) in [
            (
                polish,
                ["zabezpieczony hasłem", "uszkodzony", "przekracza dopuszczalny rozmiar", "nie ma kodu formularza"]
            ),
            (english, ["protected by a password", "damaged", "goes beyond a limit", "has no code of a form"]),
        ] {
            for sentence in sentences { #expect(text.contains(sentence), "\(sentence) in \(text)") }
        }
    }
}
