import FieldKinds
import FormModel

/// How likely it is that recognised writing is what stands on the paper, and whether it may pass without a person.
///
/// The figures are shares of right answers among those of a class, counted on the labelled set of `scripts/scans` with the
/// seed for tuning and checked on another one (`scripts/scans/score.py` prints both). A class is told by what is known
/// without the truth: whether it looks like print, whether the two readers agree, how sure the first one was, and whether
/// check digits bear the answer out.
struct ReadingTrust {
    /// How far two readings are the same.
    enum Agreement {
        /// Sign for sign, blanks aside.
        case full
        /// In letters and digits, not in points.
        case letters
        case none

        init(_ one: String, _ other: String?) {
            guard let other else {
                self = .none
                return
            }
            let (first, second) = (Self.signs(one), Self.signs(other))
            if first == second {
                self = .full
            } else {
                self = Self.letters(first) == Self.letters(second) ? .letters : .none
            }
        }

        private static func signs(_ text: String) -> [UInt32] {
            text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
        }

        private static func letters(_ signs: [UInt32]) -> [UInt32] {
            signs.filter { LabelFold.classify($0) == .letter || LabelFold.classify($0) == .digit }
        }
    }

    /// What sort of text, as far as it makes a difference.
    enum Sort {
        case words, number, address
        /// Its check digits are right.
        case checked
    }

    /// 0 to 1.
    var confidence: Double
    /// Whether nobody has to look.
    var isAccepted: Bool

    /// Writing by hand is never believed more than this, whatever the readers say.
    private static let handMax = 0.9
    /// Agreement below this confidence is not enough: words may be wrong in a mark that both readers overlook.
    private static let wordsMin = 0.92
    private static let numberMin = 0.85

    /// - Parameter name: what a list of names says of an answer that is one; it bears a reading out or speaks against it.
    init(_ text: PageAnswer.Text, agreement: Agreement, sort: Sort, name: NameEvidence = .unknown) {
        let sure = text.confidence
        let isSure = sure >= (sort == .words ? Self.wordsMin : Self.numberMin)
        isAccepted = text.isPrint && agreement == .full && isSure && sort != .address && name != .nearlyKnown
        let told = text.isPrint ? Self.ofPrint(agreement, sort, sure) : Self.ofHand(agreement, sort, sure)
        confidence = Self.weighed(told, name)
        if !text.isPrint { confidence = min(Self.handMax, confidence) }
    }

    /// How many times as likely a right reading is to be a listed name as a wrong one, and to be one letter beside it.
    private static let knownOdds = 4.0
    private static let nearlyKnownOdds = 0.1

    private static func weighed(_ confidence: Double, _ name: NameEvidence) -> Double {
        let odds =
            switch name {
            case .known: knownOdds
            case .nearlyKnown: nearlyKnownOdds
            case .unknown: 1.0
            }
        return confidence * odds / (confidence * odds + 1 - confidence)
    }

    /// The value of the highest step that is reached.
    private static func value(_ sure: Double, _ steps: [(from: Double, value: Double)]) -> Double {
        steps.last { sure >= $0.from }?.value ?? 0
    }

    private static func ofPrint(_ agreement: Agreement, _ sort: Sort, _ sure: Double) -> Double {
        switch (agreement, sort) {
        case (_, .checked): value(sure, [(0, 0.96), (0.7, 0.99)])
        case (.full, _): value(sure, [(0, 0.93), (0.7, 0.96), (0.85, 0.985), (0.92, 0.997)])
        case (.letters, _): value(sure, [(0, 0.3), (0.7, 0.5), (0.95, 0.9)])
        case (.none, .address): value(sure, [(0, 0.55), (0.7, 0.97)])
        case (.none, .number): value(sure, [(0, 0.1), (0.95, 0.95)])
        case (.none, .words): value(sure, [(0, 0.7), (0.7, 0.8), (0.9, 0.96)])
        }
    }

    private static func ofHand(_ agreement: Agreement, _ sort: Sort, _ sure: Double) -> Double {
        switch agreement {
        case .full: value(sure, [(0, 0.8), (0.7, 0.93), (0.9, 0.97)])
        case .letters: value(sure, [(0, 0.2), (0.7, 0.6), (0.85, 0.9)])
        case .none: value(sure, [(0, 0.01), (0.3, 0.12), (0.6, 0.2), (0.7, 0.35), (0.85, 0.85)])
        }
    }
}
