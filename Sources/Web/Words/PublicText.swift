import FieldKinds
import FormModel

/// Everything the public pages say, by name; templates use the same names.
enum PublicText: String, CaseIterable, Sendable {
    // The frame of every page.
    case skip, languages, questions, staffEntrance
    // The list of calls and the page of one.
    case calls, noCalls, callsHint, apply, applyUntil, opensOn, closedOn, when, place, places, placesTaken, sessions
    case programme, covered, fee, feeDays, otherWays, wayMail, wayPaper, wayPhone, retention, notOnWeb
    case closedTitle, closedText, notYetTitle, notYetText, fullTitle, fullText, blankPDF, blankWord
    // The form.
    case stepAnswers, stepReview, optionalHint, optional, errorTitle, errorText, next, refresh, newQuestions
    case addEntry, removeEntry, choose, yes, no, fileHint, fileKept, fileRemove, documentKind, documentNumber
    case documentValidTo, clauseVersion, charactersMax, deadlineNote, draftRestored, draftClear, draftNote, fileTooLarge
    case readClause, dateHint
    // Review and receipt.
    case reviewTitle, reviewText, change, send, noAnswer, conditionsTitle, conditionsText, clauseChanged, given,
        notGiven
    case receiptTitle, receiptText, receiptReview, code, keepLink, notDecision, conflictTitle, conflictText, openPage
    // The applicant's page.
    case pageTitle, state, answers, edit, supplement, supplementText, saved, offerTitle, offerUntil, accept, decline
    case accepted, declined, withdraw, withdrawTitle, withdrawText, withdrawReason, withdrawn, cancel, documents
    case calendar, checkInCode, dataCopy, receivedAt, editUntil, save, decisionReason, waitingPlace, messages
    // When something does not work.
    case notFoundTitle, notFoundText, tooLargeTitle, tooLargeText, failedTitle, failedText, busyTitle, busyText
    case foreignTitle, foreignText, tooManyTitle, tooManyText, back, invalidTitle, invalidText

    func text(_ language: InterfaceLanguage) -> String {
        Self.table[self]?.text(in: language) ?? ""
    }

    /// The text with `{…}` filled in by what stands in the place of the braces.
    func text(_ language: InterfaceLanguage, _ value: String) -> String {
        var parts = text(language).split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
        // A date that ends in an abbreviation („2023 r.”) ends the sentence with the same full stop.
        if value.hasSuffix("."), parts.count == 2, parts[1].hasPrefix(".") { parts[1].removeFirst() }
        return parts.joined(separator: value)
    }

    typealias Row = (PublicText, pl: String, uk: String, ru: String, en: String, be: String)

    static let table: [PublicText: LocalizedText] = {
        let rows = frameRows + eventRows + formRows + reviewRows + applicantRows + errorRows
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let texts: [InterfaceLanguage: String] = [
                    .polish: NonBreaking.apply(row.pl), .ukrainian: row.uk, .russian: row.ru, .english: row.en,
                    .belarusian: row.be,
                ]
                return (row.0, LocalizedText(texts))
            }
        )
    }()

    /// All texts of a language, for templates.
    static func all(_ language: InterfaceLanguage) -> [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text(language)) })
    }
}
