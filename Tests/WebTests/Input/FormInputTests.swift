import Foundation
import HTTPTypes
import Registry
import FormModel
import Desk
import Testing

@testable import Web

@Suite struct FormInputTests {
    private func form(_ text: String) throws -> FormInput { try URLEncodedForm.read(Array(text.utf8)) }

    @Test func pairsAreDecoded() throws {
        let input = try form("name=Zofia+%C5%BBak&delegates%5B1%5D.email=a%40example.org&empty=&flag")
        #expect(input["name"] == "Zofia Żak")
        #expect(input["delegates[1].email"] == "a@example.org")
        #expect(input["empty"] == "")
        #expect(input["flag"] == "")
    }

    @Test func aPlusIsASpaceInFormsOnly() throws {
        #expect(try form("a=1+2%2B3")["a"] == "1 2+3")
        #expect(URLEncodedForm.decoded("1+2%2B3%20".utf8, plusIsSpace: false) == "1+2+3 ")
    }

    @Test func severalTextsOfOneNameKeepTheirOrder() throws {
        #expect(try form("l=uk&l=pl&l=uk").all("l") == ["uk", "pl", "uk"])
    }

    @Test(arguments: ["%", "%4", "%zz", "a%", "%e9"])
    func damagedEscapesAreNoFault(text: String) throws {
        #expect(try form("x=" + text).texts.count == 1)
    }

    @Test func moreFieldsThanAnybodyFillsInAreRefused() {
        let text = Array(repeating: "a=1", count: FormInputLimits.fieldCountMax + 1).joined(separator: "&")
        #expect(throws: FormInputError(code: .tooManyFields)) { try form(text) }
    }

    @Test func textsAndFilesOfAMultipartFormAreTakenApart() throws {
        let body = """
            --B\r\nContent-Disposition: form-data; name="city"\r\n\r\nToruń\r\n--B\r\n\
            Content-Disposition: form-data; name="cv"; filename="a%22b.pdf"\r\n\
            Content-Type: text/html\r\n\r\n%PDF\r\n--\r\n\r\n--B--\r\n
            """
        let input = try MultipartForm.read(Array(body.utf8), boundary: "B")
        #expect(input["city"] == "Toruń")
        #expect(
            input.files == [
                FormInput.File(name: "cv", untrustedFileName: "a\"b.pdf", bytes: Array("%PDF\r\n--\r\n".utf8))
            ]
        )
    }

    @Test func aFileFieldLeftEmptyIsNoFile() throws {
        let body = "--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"\"\r\n\r\n\r\n--B--\r\n"
        #expect(try MultipartForm.read(Array(body.utf8), boundary: "B").files.isEmpty)
    }

    @Test(arguments: [
        "", "--B", "--B\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--B\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--", "--Bx\r\n\r\n--B--",
    ])
    func damagedBodiesAreRefused(body: String) {
        #expect(throws: FormInputError.self) { try MultipartForm.read(Array(body.utf8), boundary: "B") }
    }

    /// Cut at every byte: never a crash, never a part that was not wholly there.
    @Test func aBodyCutAnywhereIsRefused() {
        let whole = Array("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B--".utf8)
        for count in 0..<(whole.count - 2) {
            #expect(throws: FormInputError.self, "cut at \(count)") {
                try MultipartForm.read(Array(whole.prefix(count)), boundary: "B")
            }
        }
    }

    @Test func theBoundaryIsFoundWithAndWithoutQuotes() {
        #expect(MultipartForm.boundary("multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartForm.boundary("multipart/form-data; charset=utf-8; boundary=\"a b\"") == "a b")
        #expect(MultipartForm.boundary("text/plain; boundary=abc") == nil)
    }
}
