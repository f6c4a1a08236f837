import FormModel

/// Finds a blank form's page in a picture by the words that stand on both.
///
/// Every two words that may be the same on blank and picture propose a shift, turn and size; the proposal that most other
/// words agree with wins and is made exact, in steps, by all that agree. Deterministic: nothing is drawn at random.
struct WordAlignment {
    /// From points of the page to pixels of the picture.
    let homography: Homography
    /// Words that agree with it.
    let count: Int

    /// So many words must agree, and so large a share of those that could.
    private static let countMin = 6
    private static let shareMin = 0.25
    /// How far an agreeing word may be off, as a share of the page's width: first, later, in the end.
    private static let strays = [0.035, 0.02, 0.012, 0.008]
    /// A word that stands more often says little about where it is.
    private static let repeatMax = 3
    private static let pairCountMax = 160
    /// Two words nearer to each other than this share of the page's width say little about turn and size.
    private static let baseMin = 0.18

    /// Words that stand once on both sides and are so long are surely the same ones.
    private static let sureLength = 6
    /// A sure word farther from its place than this share of the page's width was moved: by what was typed before it.
    private static let movedMin = 0.014
    /// More moved words than these, and than this share, are another layout: places to write on are elsewhere too.
    private static let movedCountMax = 2
    private static let movedShareMax = 0.15

    private typealias Point = (x: Double, y: Double)

    /// Nil where the words of the picture are not those of the page.
    init?(page: FormPage, words seen: [SeenWord]) {
        let printed = page.words.compactMap { word in
            SeenWord(word.text, x: word.box.x + word.box.width / 2, y: word.box.y + word.box.height / 2)
        }
        let matches = Self.matches(printed, seen)
        let pairs = matches.map(\.pair)
        guard let first = Self.proposal(pairs, width: page.width) else { return nil }
        var agreeing = Self.agreeing(pairs, first, stray: Self.strays[0] * page.width)
        var current = first
        for stray in Self.strays.dropFirst() {
            let better = agreeing.count >= 12 ? Homography(agreeing) : Homography(affine: agreeing)
            guard let better else { return nil }
            current = better
            agreeing = Self.agreeing(pairs, current, stray: stray * page.width)
        }
        let possible = min(Set(printed.map(\.key)).count, 40)
        guard agreeing.count >= Self.countMin, Double(agreeing.count) >= Self.shareMin * Double(possible),
            Self.isSpread(agreeing, page), !Self.isMoved(matches.filter(\.isSure).map(\.pair), current, page)
        else { return nil }
        homography = current
        count = agreeing.count
    }

    /// Words of one line alone do not place a page.
    private static func isSpread(_ pairs: [Homography.Pair], _ page: FormPage) -> Bool {
        let (xs, ys) = (pairs.map(\.page.x), pairs.map(\.page.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return false }
        return right - left > 0.2 * page.width && bottom - top > 0.12 * page.height
    }

    /// A form that was filled in with an office program and printed: its words are all there, its lines are not.
    private static func isMoved(_ sure: [Homography.Pair], _ homography: Homography, _ page: FormPage) -> Bool {
        let moved = sure.count - agreeing(sure, homography, stray: movedMin * page.width).count
        return moved > movedCountMax && Double(moved) > movedShareMax * Double(sure.count)
    }

    // MARK: Pairs

    private struct Match {
        var pair: Homography.Pair
        var isSure: Bool
    }

    private static func matches(_ printed: [SeenWord], _ seen: [SeenWord]) -> [Match] {
        var found: [(pair: Homography.Pair, rivals: Int, length: Int)] = []
        for word in printed {
            let twins = printed.count { $0.key == word.key }
            let alike = seen.filter { $0.isLike(word) }
            guard twins <= repeatMax, alike.count <= repeatMax else { continue }
            for other in alike {
                let pair = Homography.Pair(page: (word.x, word.y), picture: (other.x, other.y))
                found.append((pair, twins * alike.count, word.key.count))
            }
        }
        // The surest first: alone on both sides, and long.
        return found.sorted { ($0.rivals, $1.length) < ($1.rivals, $0.length) }.prefix(pairCountMax).map { match in
            Match(pair: match.pair, isSure: match.rivals == 1 && match.length >= sureLength)
        }
    }

    // MARK: Proposals

    /// Shift, turn and size that most pairs agree with.
    private static func proposal(_ pairs: [Homography.Pair], width: Double) -> Homography? {
        var best: (count: Int, homography: Homography)?
        for (index, one) in pairs.enumerated() {
            for other in pairs[(index + 1)...] {
                guard let proposed = similarity(one, other, baseMin: baseMin * width) else { continue }
                let count = agreeing(pairs, proposed, stray: strays[0] * width).count
                if count > best?.count ?? 2 { best = (count, proposed) }
            }
        }
        return best?.homography
    }

    private static func similarity(
        _ one: Homography.Pair,
        _ other: Homography.Pair,
        baseMin: Double
    ) -> Homography? {
        let page = (x: other.page.x - one.page.x, y: other.page.y - one.page.y)
        let picture = (x: other.picture.x - one.picture.x, y: other.picture.y - one.picture.y)
        let length = page.x * page.x + page.y * page.y
        guard length >= baseMin * baseMin else { return nil }
        let a = (page.x * picture.x + page.y * picture.y) / length
        let b = (page.x * picture.y - page.y * picture.x) / length
        // Turned by a third of a right angle at most: words of pages that lie otherwise are not recognised.
        guard a > 0.4, abs(b) < a / 2 else { return nil }
        return Homography(
            scale: a,
            turn: b,
            shiftX: one.picture.x - a * one.page.x + b * one.page.y,
            shiftY: one.picture.y - b * one.page.x - a * one.page.y
        )
    }

    /// Pairs that the homography brings together, a word of the picture serving once.
    private static func agreeing(
        _ pairs: [Homography.Pair],
        _ homography: Homography,
        stray: Double
    ) -> [Homography.Pair] {
        pairs.filter { pair in
            let place = homography.picture(pair.page.x, pair.page.y)
            let reach = stray * homography.scale(atX: pair.page.x, pair.page.y)
            let (dx, dy) = (place.x - pair.picture.x, place.y - pair.picture.y)
            return dx * dx + dy * dy <= reach * reach
        }
    }
}
