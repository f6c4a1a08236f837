import FormModel

/// Tells for each answer of a page whether a machine wrote it.
enum HandOrPrint {
    /// Print is believed on pages where at least half of the answers are read with this confidence; writing by hand stays
    /// far below.
    private static let printConfidenceMin = 0.7
    /// Pixels between the heights of a machine's digits in a line and in the cells of a comb.
    private static let heightSlack = 2

    /// Writing by hand is told by its letters, and by the whole page: on one that is written, single words are now and then
    /// read with false confidence. An answer too short to tell is print where all others of the page are, and its signs
    /// are as high as their digits: a single digit is what people add by hand.
    ///
    /// - Parameter writings: by the place of their answer in the list; answers without any have nothing written.
    static func judged(_ answers: [PageAnswer], _ writings: [Int: FieldReading.Written]) -> [PageAnswer] {
        let confidences = answers.compactMap { $0.text?.confidence }.sorted()
        let median = confidences.isEmpty ? 0 : confidences[confidences.count / 2]
        let telling = writings.values.filter { $0.look != .short }
        let isAllPrint = !telling.isEmpty && telling.allSatisfy { $0.look == .print }
        let digits = Set(telling.filter { isNumber($0.text.text) }.flatMap(\.heights))
        return answers.enumerated().map { index, answer in
            var answer = answer
            guard let writing = writings[index] else { return answer }
            let isPrint =
                writing.look == .print
                || writing.look == .short && isAllPrint && areAsHigh(writing.heights, as: digits)
            answer.text?.isPrint = isPrint && median >= printConfidenceMin
            return answer
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
    }

    private static func areAsHigh(_ heights: [Int], as others: Set<Int>) -> Bool {
        !heights.isEmpty
            && heights.allSatisfy { height in others.contains { abs($0 - height) <= heightSlack } }
    }
}
