import FieldKinds
import Foundation
import Testing

@Suite struct PolishCollationTests {
    private static let alphabet: [Character] = Array(
        """
        aąbcćdeęfghijklłmnńoóprsśtuwyzźżvxqAĄBCĆEŁŃÓŚŹŻáàâäéèëíîöőüûůčďěňřšťžñçđøß\
        абвгґдеєёжзиіїйклмнопрстуўфхцчшщьыэюяАЄІЇЎЯ  --'’.07ễưæ
        """
    )

    /// Linear congruential numbers: the same names in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func names(count: Int, seed: UInt64) -> [String] {
        var numbers = Numbers(state: seed)
        return (0..<count).map { _ in
            // Few letters, so that names share long heads and the accents and cases decide.
            let letters = (0..<3).map { _ in alphabet[Int(numbers.next() >> 33) % alphabet.count] }
            let length = 1 + Int(numbers.next() >> 33) % 7
            return String((0..<length).map { _ in letters[Int(numbers.next() >> 33) % 3] })
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func keysOrderRandomNamesLikeTheSystem(seed: UInt64) {
        let locale = Locale(identifier: "pl_PL")
        let names = Self.names(count: 1500, seed: seed)
        let keys = names.map(PolishCollation.sortKey)
        var differences: [String] = []
        for index in names.indices {
            for step in 1...6 {
                let other = (index * 7 + step * 131) % names.count
                let system = names[index].compare(names[other], locale: locale)
                let isBefore = keys[index].lexicographicallyPrecedes(keys[other])
                let isAfter = keys[other].lexicographicallyPrecedes(keys[index])
                let own: ComparisonResult = isBefore ? .orderedAscending : isAfter ? .orderedDescending : .orderedSame
                if own != system { differences.append("\(names[index]) | \(names[other]): \(system.rawValue)") }
            }
        }
        #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5))")
    }

    @Test func surnamesStandInPolishOrder() {
        let sorted = [
            "Adamska", "Ąkowska", "Cebula", "Ćma", "Lis", "Łoza", "Owsik", "Ósmy", "Sowa", "Śliwa", "Zając", "Źrebiec",
            "Żak",
        ]
        let byKey = sorted.reversed().sorted {
            PolishCollation.sortKey($0).lexicographicallyPrecedes(PolishCollation.sortKey($1))
        }
        #expect(byKey == sorted)
    }

    @Test(arguments: [
        ("Żółw", "zolw"), ("ŁÓDŹ", "lodz"), ("Đỗ Nguyễn", "do nguyen"), ("Straße", "strasse"), ("Ёлка", "елка"),
        ("Знам'янка", "знамянка"), ("  a -- b  ", "a b"), ("Z\u{301}ro\u{301}dło", "zrodlo"), ("Київ", "київ"),
        ("Øst", "ost"),
    ])
    func searchFold(text: String, expected: String) {
        #expect(SearchFold.fold(text) == expected)
    }
}
