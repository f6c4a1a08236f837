import FormModel
import Foundation
import ReaderProtocol
import Synchronization
import Testing

@testable import Isolation

/// The pool over a stand-in for LibreOffice, a script that converts, refuses, hangs or dies by what a file holds.
struct OfficeConverterPoolTests {
    /// Speaks as LibreOffice does: a line when a result is begun, nothing for a file it cannot open. Each start adds a line
    /// to `starts` beside it.
    private static let script = """
        #!/bin/sh
        echo start >> "$(dirname "$0")/starts"
        while [ "$1" != --outdir ]; do shift; done
        out=$2; shift 2; mkdir -p "$out"
        for file in "$@"; do
            case $(cat "$file") in
                refused) continue ;;
                dies) kill -9 $$ ;;
            esac
            result="$out/$(basename "$file" .docx).pdf"
            echo "convert $file -> $result using filter : writer_pdf_Export"
            case $(cat "$file") in hangs) exec sleep 60 ;; esac
            echo "pdf of $(cat "$file")" > "$result"
        done
        """

    /// A stand-in in a folder of its own, gone with the value.
    private final class Office: Sendable {
        let folder: URL
        var path: String { folder.appendingPathComponent("soffice").path }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("nabor-office-" + UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(script.utf8).write(to: folder.appendingPathComponent("soffice"))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        var startCount: Int {
            let text = try? String(contentsOf: folder.appendingPathComponent("starts"), encoding: .utf8)
            return text?.split(separator: "\n").count ?? 0
        }
    }

    private func outcomes(
        _ documents: [String],
        _ office: Office,
        workerCount: Int = 2,
        filesPerProcessMax: Int = 50
    ) async -> [String] {
        var converter = OfficeConverter(executable: office.path)
        converter.limits.seconds = 1
        let pool = OfficeConverterPool(
            converter: converter,
            workerCount: workerCount,
            filesPerProcessMax: filesPerProcessMax
        )
        let results = Mutex<[Int: String]>([:])
        await pool.convert(count: documents.count) { place in
            try? SourceHandle(bytes: Array(documents[place].utf8))
        } each: { place, result in
            let text =
                switch result {
                case .success(let bytes): String(decoding: bytes, as: UTF8.self).replacing("\n", with: "")
                case .failure(let failure): failure.code.rawValue
                }
            results.withLock { $0[place] = ($0[place] ?? "") + text }
        }
        let known = results.withLock { $0 }
        return documents.indices.map { known[$0] ?? "nothing" }
    }

    @Test func manyFilesTakeOneProcessAStretch() async throws {
        let office = try Office()
        let documents = (0..<20).map { "letter \($0)" }
        let results = await outcomes(documents, office, filesPerProcessMax: 5)
        #expect(results == documents.map { "pdf of " + $0 })
        #expect(office.startCount == 4)
    }

    @Test func fewFilesTakeOneProcess() async throws {
        let office = try Office()
        #expect(await outcomes(["a", "b", "c"], office) == ["pdf of a", "pdf of b", "pdf of c"])
        #expect(office.startCount == 1)
    }

    @Test func refusedFileDoesNotStopTheOthers() async throws {
        let office = try Office()
        let results = await outcomes(["a", "refused", "b"], office)
        #expect(results == ["pdf of a", "source.damaged", "pdf of b"])
        #expect(office.startCount == 1)
    }

    @Test func fileThatHangsIsFoundAndTheOthersGoOn() async throws {
        let office = try Office()
        let results = await outcomes(["a", "hangs", "b", "c"], office)
        #expect(results == ["pdf of a", "reader.timedOut", "pdf of b", "pdf of c"])
    }

    @Test func fileThatKillsItsProcessIsFoundAndTheOthersGoOn() async throws {
        let office = try Office()
        let results = await outcomes(["a", "b", "dies", "c", "d"], office)
        #expect(results == ["pdf of a", "pdf of b", "source.damaged", "pdf of c", "pdf of d"])
    }

    @Test func converterThatNeverWorksIsGivenUp() async throws {
        let office = try Office()
        let results = await outcomes(Array(repeating: "dies", count: 40), office, workerCount: 1)
        #expect(results.allSatisfy { $0 == "source.damaged" || $0 == "reader.crashed" })
        #expect(office.startCount <= 4)
    }

    @Test func sourceThatCannotBeHadFailsAlone() async throws {
        let office = try Office()
        let pool = OfficeConverterPool(converter: OfficeConverter(executable: office.path))
        let failed = Mutex<[Int]>([])
        await pool.convert(count: 3) { place in
            place == 1 ? nil : try? SourceHandle(bytes: [0x61])
        } each: { place, result in
            if case .failure = result { failed.withLock { $0.append(place) } }
        }
        #expect(failed.withLock { $0 } == [1])
    }

    @Test(.enabled(if: OfficeConverter().executable != nil, "LibreOffice is not installed"))
    func libreOfficeConvertsAStretch() async throws {
        let rtf = Array("{\\rtf1\\ansi Imie: Anna\\par}".utf8)
        let heads = Mutex<[Int: [UInt8]]>([:])
        await OfficeConverterPool().convert(count: 3, from: .rtf) { place in
            try? SourceHandle(bytes: place == 1 ? [] : rtf)
        } each: { place, result in
            if case .success(let bytes) = result { heads.withLock { $0[place] = Array(bytes.prefix(5)) } }
        }
        let found = heads.withLock { $0 }
        #expect(found[0] == Array("%PDF-".utf8))
        #expect(found[2] == Array("%PDF-".utf8))
    }
}
