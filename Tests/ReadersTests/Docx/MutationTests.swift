import FormModel
import Foundation
import OfficePackage
import Readers
import Testing

/// Broken copies of the fixtures: whatever comes out, the reader neither crashes nor hangs.
///
/// The seed is printed; `MUTATION_SEED` repeats a run.
@Suite struct MutationTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test func twoThousandMutationsAreSurvived() throws {
        let given = ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("mutation seed \(seed)")
        var dice = Dice(state: seed)
        let forms = try FormFixtureTests.names.map { try FormFixtureTests.form($0) }
        var refused = 0
        for round in 0..<2_000 {
            let form = forms[round % forms.count]
            let mutant = round % 4 == 0 ? mutated(form, &dice) : try repacked(form, &dice)
            do {
                let isText = Sniffing.format(of: mutant) == .odt
                _ = isText ? try OdtReader.read(mutant) : try DocxReader.read(mutant)
            } catch {
                refused += 1
            }
            _ = DocxValidator.faults(in: mutant)
        }
        // Neither all nor none: the mutations reach the readers and do harm.
        #expect((1..<2_000).contains(refused))
    }

    /// Changes, drops or repeats bytes of the archive itself.
    private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var mutant = bytes
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            guard mutant.count > 64 else { break }
            let start = Int.random(in: 0..<mutant.count - 32, using: &dice)
            switch Int.random(in: 0..<3, using: &dice) {
            case 0: mutant[start] = UInt8.random(in: 0...255, using: &dice)
            case 1: mutant.removeSubrange(start..<start + Int.random(in: 1...32, using: &dice))
            default: mutant.insert(contentsOf: mutant[start..<start + 16], at: start)
            }
        }
        return mutant
    }

    /// Moves, drops or repeats whole tags inside the parts, so that the XML often stays well-formed enough to be walked.
    private func repacked(_ bytes: [UInt8], _ dice: inout Dice) throws -> [UInt8] {
        let archive = try ZipArchive(bytes)
        let writer = ZipWriter(level: 1)
        for member in archive.members {
            let part = try archive.bytes(of: member)
            let isXML = member.name.hasSuffix(".xml") && !member.name.hasPrefix("[")
            try writer.add(member.name, isXML ? tagsMoved(part, &dice) : part)
        }
        return try writer.finish()
    }

    private func tagsMoved(_ part: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var pieces = part.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
        guard pieces.count > 6 else { return part }
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            let first = Int.random(in: 3..<pieces.count, using: &dice)
            let second = Int.random(in: 3..<pieces.count, using: &dice)
            switch Int.random(in: 0..<3, using: &dice) {
            // Names of elements are exchanged where both are empty elements or both are not.
            case 0 where pieces[first].contains(0x2F) == pieces[second].contains(0x2F): pieces.swapAt(first, second)
            case 1:
                if let close = pieces[first].firstIndex(of: UInt8(ascii: "\"")) {
                    pieces[first] =
                        pieces[first][..<close] + Array("\"-99999999999\" z=".utf8) + pieces[first][close...]
                }
            default: if pieces[first].contains(Array("/>".utf8)[0]) { pieces.insert(pieces[first], at: second) }
            }
        }
        return Array(pieces.joined(separator: [UInt8(ascii: "<")]))
    }
}
