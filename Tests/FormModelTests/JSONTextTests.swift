import FormModel
import Testing

@Suite struct JSONTextTests {
    @Test func nestedObjectsAndArraysAreSeparatedByCommas() {
        var json = JSONText()
        json.object { json in
            json.member("code", "K7WQ3")
            json.member("absent", String?.none)
            json.member("list", ["a", "b"])
            json.object("inner") { json in
                json.member("rank", 2)
                json.member("share", 0.98)
                json.member("whole", 1.0)
                json.member("flag", true)
            }
        }
        #expect(
            json.text
                == #"{"code":"K7WQ3","list":["a","b"],"inner":{"rank":2,"share":0.98,"whole":1,"flag":true}}"#
        )
    }

    @Test(arguments: [
        ("\"\\", #""\"\\""#), ("a\nb\tc\u{1}", #""a\nb\tc\u0001""#), ("zażółć", #""zażółć""#),
        ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("–", #""–""#), ("", #""""#),
    ])
    func textsAreEscaped(value: String, expected: String) {
        var json = JSONText()
        json.string(value)
        #expect(json.text == expected)
    }

    @Test func numberThatJSONCannotSayIsNull() {
        var json = JSONText()
        json.array { json in
            json.number(Double.nan)
            json.number(-1.5)
        }
        #expect(json.text == "[null,-1.5]")
    }

    @Test func valuesTakeTheShapeOfTheContract() throws {
        let date = try #require(CalendarDate(iso: "2024-05-01"))
        let values: [String: AnswerValue] = [
            "name": .name(PersonName(full: "Anna Testowa")),
            "amount": .number(try #require(DecimalNumber("1250.5"))),
            "document": .identityDocument(IdentityDocument(kind: .residenceCard, number: "RX0000001", validTo: date)),
            "delegates": .group([["email": .text("a@example.org"), "age": .number(DecimalNumber(20))]]),
            "topics": .choices(["work", "stay"]),
        ]
        var json = JSONText()
        json.values(values)
        #expect(
            json.text
                == #"{"amount":1250.5,"delegates":[{"age":20,"email":"a@example.org"}],"#
                + #""document":{"kind":"residenceCard","number":"RX0000001","validTo":"2024-05-01"},"#
                + #""name":"Anna Testowa","topics":["work","stay"]}"#
        )
    }
}
