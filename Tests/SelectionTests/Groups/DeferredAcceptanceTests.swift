import FormModel
import Testing

@testable import Selection

/// Deferred acceptance against every matching there is.
@Suite struct DeferredAcceptanceTests {
    struct Market {
        var sessions: [DeferredAcceptance.Session] = []
        /// By applicant: session, place in its order, kind.
        var wishes: [[DeferredAcceptance.Wish]] = []

        init(_ number: Int) {
            var random = SplitMix(seed: number)
            let sessionCount = 1 + random.below(3)
            let applicants = 1 + random.below(5)
            for _ in 0..<sessionCount {
                var session = DeferredAcceptance.Session(capacity: random.below(3))
                if random.chance(40) {
                    session.cells = [
                        .init(least: random.below(2), most: 1 + random.below(2)),
                        .init(least: 0, most: random.below(3)),
                    ]
                    session.capacity = max(session.capacity, session.cells[0].least)
                }
                sessions.append(session)
            }
            let orders = sessions.map { _ in Self.shuffled(applicants, &random) }
            let kinds = (0..<applicants).map { _ in Int32(random.below(3)) - 1 }
            for applicant in 0..<applicants {
                let wanted = Self.shuffled(sessionCount, &random).prefix(1 + random.below(sessionCount))
                wishes.append(
                    wanted.map { session in
                        DeferredAcceptance.Wish(
                            session: Int32(session),
                            place: Int32(orders[session][applicant]),
                            cell: sessions[session].cells.isEmpty ? -1 : kinds[applicant]
                        )
                    }
                )
            }
        }

        static func shuffled(_ count: Int, _ random: inout SplitMix) -> [Int] {
            var order = Array(0..<count)
            for index in order.indices.dropFirst() { order.swapAt(index, random.below(index + 1)) }
            return order
        }

        func matching() -> [Int] {
            var offsets = [0]
            for own in wishes { offsets.append(offsets[offsets.count - 1] + own.count) }
            return DeferredAcceptance(sessions: sessions, wishes: wishes.flatMap { $0 }, offsets: offsets).run()
        }

        /// Whom a session takes of those who ask, written for the test alone: kept places first, then by order.
        func chosen(_ session: Int, of applicants: [Int]) -> Set<Int> {
            func wish(_ applicant: Int) -> DeferredAcceptance.Wish {
                wishes[applicant].first { Int($0.session) == session }!
            }
            let sorted = applicants.sorted { wish($0).place < wish($1).place }
            var taken: Set<Int> = []
            for (kind, cell) in sessions[session].cells.enumerated() {
                for applicant in sorted.filter({ Int(wish($0).cell) == kind }).prefix(cell.least) {
                    taken.insert(applicant)
                }
            }
            for applicant in sorted where !taken.contains(applicant) && taken.count < sessions[session].capacity {
                let kind = Int(wish(applicant).cell)
                let same = taken.filter { Int(wish($0).cell) == kind }.count
                if kind < 0 || same < sessions[session].cells[kind].most { taken.insert(applicant) }
            }
            return taken
        }

        /// Nobody and no session would rather have another arrangement.
        func isStable(_ matching: [Int]) -> Bool {
            for session in sessions.indices {
                let members = wishes.indices.filter {
                    matching[$0] >= 0 && Int(wishes[$0][matching[$0]].session) == session
                }
                if chosen(session, of: members) != Set(members) { return false }
                for applicant in wishes.indices where !members.contains(applicant) {
                    guard let wanted = wishes[applicant].firstIndex(where: { Int($0.session) == session }),
                        matching[applicant] < 0 || wanted < matching[applicant]
                    else { continue }
                    if chosen(session, of: members + [applicant]).contains(applicant) { return false }
                }
            }
            return true
        }

        func allMatchings() -> [[Int]] {
            var all: [[Int]] = [[]]
            for own in wishes { all = all.flatMap { made in (-1..<own.count).map { made + [$0] } } }
            return all
        }
    }

    @Test(arguments: 0..<20) func stableAndBestForEverybodyAtOnce(block: Int) {
        for number in (block * 50)..<(block * 50 + 50) {
            let market = Market(900_000 + number)
            let matching = market.matching()
            #expect(market.isStable(matching), "market \(900_000 + number)")
            func rank(_ option: Int) -> Int { option < 0 ? .max : option }
            for other in market.allMatchings() where market.isStable(other) {
                for applicant in matching.indices {
                    #expect(rank(matching[applicant]) <= rank(other[applicant]), "market \(900_000 + number)")
                }
            }
        }
    }

    /// A false wish helps nobody.
    @Test func tellingOtherWishesNeverHelps() {
        for number in 910_000..<910_150 {
            let market = Market(number)
            let honest = market.matching()
            for applicant in market.wishes.indices {
                for false_ in Self.orders(market.wishes[applicant]) {
                    var told = market
                    told.wishes[applicant] = false_
                    let got = told.matching()[applicant]
                    guard got >= 0 else { continue }
                    let true_ = market.wishes[applicant].firstIndex { $0.session == false_[got].session } ?? .max
                    #expect(honest[applicant] >= 0 && honest[applicant] <= true_, "market \(number)")
                }
            }
        }
    }

    private static func orders(_ wishes: [DeferredAcceptance.Wish]) -> [[DeferredAcceptance.Wish]] {
        if wishes.isEmpty { return [[]] }
        return wishes.indices.flatMap { index -> [[DeferredAcceptance.Wish]] in
            var rest = wishes
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 } + orders(rest)
        }
    }

    @Test func aHundredThousandApplicantsTakeAMoment() {
        var random = SplitMix(seed: 5)
        var wishes: [DeferredAcceptance.Wish] = []
        var offsets = [0]
        for applicant in 0..<20_000 {
            var seen: Set<Int> = []
            while seen.count < 5 { seen.insert(random.below(40)) }
            for session in seen.sorted() {
                wishes.append(
                    .init(session: Int32(session), place: Int32((applicant &* 7_919 &+ session &* 31) % 20_000))
                )
            }
            offsets.append(wishes.count)
        }
        let sessions = (0..<40).map { _ in DeferredAcceptance.Session(capacity: 300) }
        let matching = DeferredAcceptance(sessions: sessions, wishes: wishes, offsets: offsets).run()
        #expect(matching.count { $0 >= 0 } == 12_000)
    }
}
