import Desk
import FieldKinds
import FormModel
import Registry
import Selection

/// Registrations as the JSON lines of the command contract.
enum RegistrationJSON {
    static func line(
        _ summary: RegistrationSummary,
        answers: AnswerSet? = nil,
        places: [String: WaitingPlace] = [:]
    ) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("code", summary.row.code.text)
            json.member("event", summary.row.event)
            json.member("form", summary.row.form)
            json.member("name", summary.row.name)
            json.member("state", summary.row.state.rawValue)
            json.member("channel", summary.row.channel.rawValue)
            json.member("language", summary.row.language.rawValue)
            json.member("receivedAt", summary.row.receivedAt.description)
            json.member("possibleDuplicateOf", summary.possibleDuplicateOf?.text)
            json.array("participations") { json in
                for participation in summary.participations {
                    write(participation, places[participation.activity], &json)
                }
            }
            if let answers {
                json.key("answers")
                ExtractionJSON.write(answers, &json)
                json.key("findings")
                ExtractionJSON.write(summary.row.findings, form: nil, &json)
                json.member("needsReview", summary.row.reviewFields)
            }
        }
        return json.bytes + [0x0A]
    }

    private static func write(_ participation: ParticipationRow, _ place: WaitingPlace?, _ json: inout JSONText) {
        json.object { json in
            json.member("activity", participation.activity)
            json.member("state", participation.state.rawValue)
            json.member("group", participation.group)
            json.member("rank", participation.rank)
            if let place {
                json.object("line") { json in
                    json.member("place", place.inLine)
                    json.member("of", place.lineLength)
                    json.member("placeAmongAlike", place.inCategory)
                    json.member("alike", place.categoryCount)
                }
            }
            json.member("offeredUntil", participation.offeredUntil?.description)
            if let reason = participation.reason {
                json.object("reason") { json in
                    json.member("code", reason.code)
                    json.member("text", reason.text.text(in: Speech.language))
                }
            }
        }
    }
}
