import Desk
import FieldKinds
import FormModel

/// Extracted forms as the JSON lines of the command contract.
enum ExtractionJSON {
    static func line(_ form: ExtractedForm, definition: FormDefinition?) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("file", form.file)
            json.member("sha256", form.sha256)
            json.member("reader", form.reader)
            json.member("part", form.part)
            json.member("event", form.checked.event)
            json.member("form", form.checked.form)
            json.member("language", form.checked.language?.rawValue)
            json.key("answers")
            write(form.checked.answers, &json)
            json.key("findings")
            write(form.checked.findings, form: definition, &json)
            json.member("needsReview", form.checked.needsReview)
        }
        return json.bytes + [0x0A]
    }

    static func write(_ answers: AnswerSet, _ json: inout JSONText) {
        json.object { json in
            for (field, answer) in answers.byField.sorted(by: { $0.key < $1.key }) {
                json.object(field) { json in
                    json.key("value")
                    json.value(answer.value)
                    json.member("confidence", rounded(answer.confidence))
                    json.array("evidence") { json in
                        for evidence in answer.evidence { write(evidence, &json) }
                    }
                }
            }
        }
    }

    private static func write(_ evidence: Evidence, _ json: inout JSONText) {
        json.object { json in
            json.member("kind", evidence.kind.rawValue)
            json.member("place", evidence.place)
            json.member("page", evidence.page)
            if let box = evidence.box {
                json.array("box") { json in for side in [box.x, box.y, box.width, box.height] { json.number(side) } }
            }
            json.member("raw", evidence.raw)
            json.member("score", rounded(evidence.score))
            json.member("operator", evidence.operatorName)
        }
    }

    static func write(_ findings: [Finding], form: FormDefinition?, _ json: inout JSONText) {
        json.array { json in
            for finding in findings {
                json.object { json in
                    json.member("code", finding.code.rawValue)
                    json.member("severity", finding.severity.rawValue)
                    json.member("field", finding.field)
                    json.member("place", finding.place)
                    json.member("message", FindingText.text(finding, form: form))
                }
            }
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
