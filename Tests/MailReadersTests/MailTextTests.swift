import FormModel
import Testing

struct MailTextTests {
    private static func lines(_ body: String, type: String = "text/plain; charset=utf-8") throws -> [String] {
        let head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: \(type)\nContent-Transfer-Encoding: 8bit\n\n"
        return MailReaderTests.lines(try MailReaderTests.read(head + body).mail)
    }

    @Test(arguments: [
        ("Imię: Anna\n\nMiasto: Łódź\n", ["Imię: Anna", "Miasto: Łódź"]),
        ("Imię: Anna\n-- \nPodpis\n", ["Imię: Anna"]),
        ("W dniu 1.03.2026 o 12:00, Nabór pisze:\n> Imię?\nAnna\n", ["Anna"]),
        ("Anna\n\nW dniu 1.03.2026, Nabór pisze:\n\nProsimy o dane\n", ["Anna"]),
        ("Anna\n-----Original Message-----\nFrom: x\n", ["Anna"]),
        ("-----Original Message-----\nImię: Anna\n", ["Imię: Anna"]),
        (
            "---------- Forwarded message ---------\nImię: Anna",
            ["---------- Forwarded message ---------", "Imię: Anna"]
        ),
        ("On Sun, Jan wrote:\n> a\n>> b\n", []),
    ])
    func quotedLinesAndSignaturesAreLeftOut(body: String, expected: [String]) throws {
        #expect(try Self.lines(body) == expected)
    }

    @Test func flowedLinesAreJoined() throws {
        let type = "text/plain; charset=utf-8; format=flowed"
        #expect(
            try Self.lines("Adres: ul. Długa \n1, Łódź\n From tu\n> cyt \n> at\n", type: type) == [
                "Adres: ul. Długa 1, Łódź", "From tu",
            ]
        )
        #expect(try Self.lines("roz \ndzielone\n", type: type + "; delsp=yes") == ["rozdzielone"])
    }

    @Test func hypertextIsReadWhenNothingPlainIsThere() throws {
        let html = "<html><body><p>Imię: <b>Łucja</b></p><blockquote></blockquote><p>Wiek: 17</p></body></html>"
        #expect(try Self.lines(html, type: "text/html; charset=utf-8") == ["Imię: Łucja", "Wiek: 17"])
    }

    @Test(arguments: [("Zwykły", ["Zwykły"]), ("  ", ["Z HTML"])])
    func plainAlternativeIsPreferredUnlessEmpty(plain: String, expected: [String]) throws {
        let body = """
            --y
            Content-Type: text/plain; charset=utf-8

            \(plain)
            --y
            Content-Type: text/html; charset=utf-8

            <p>Z HTML</p>
            --y--
            """
        #expect(try Self.lines(body, type: "multipart/alternative; boundary=y") == expected)
    }
}
