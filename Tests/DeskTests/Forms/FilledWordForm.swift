import FormModel
import Foundation
import OfficePackage
import ReaderProtocol
import Readers
import Testing

/// Fills in the content controls of a Word form as a person in Word would, and reads it back.
enum FilledWordForm {
    /// Texts by tag; for a check box, any text ticks it.
    static func filled(_ docx: [UInt8], _ texts: [String: String]) throws -> [UInt8] {
        let archive = try ZipArchive(docx)
        let writer = ZipWriter()
        for member in archive.members {
            var bytes = try archive.bytes(of: member)
            if member.name == "word/document.xml" {
                bytes = Array(try fill(String(decoding: bytes, as: UTF8.self), texts).utf8)
            }
            try writer.add(member.name, bytes)
        }
        return try writer.finish()
    }

    private static func fill(_ xml: String, _ texts: [String: String]) throws -> String {
        var pieces = xml.components(separatedBy: "<w:sdt>")
        for index in pieces.indices.dropFirst() {
            let tag = try #require(between("<w:tag w:val=\"", "\"", pieces[index]))
            guard let text = texts[tag] else { continue }
            if pieces[index].contains("w14:checkbox") {
                pieces[index] = pieces[index].replacing(
                    "<w14:checked w14:val=\"0\"/>",
                    with: "<w14:checked w14:val=\"1\"/>"
                )
                .replacing("☐", with: "☒")
                continue
            }
            let content = try #require(between("<w:sdtContent>", "</w:sdtContent>", pieces[index]))
            let lines = text.components(separatedBy: "\n").map {
                "<w:t xml:space=\"preserve\">\(XMLEscape.text($0))</w:t>"
            }
            pieces[index] = pieces[index].replacing("<w:showingPlcHdr/>", with: "")
                .replacing(content, with: "<w:r>" + lines.joined(separator: "<w:br/>") + "</w:r>", maxReplacements: 1)
        }
        return pieces.joined(separator: "<w:sdt>")
    }

    private static func between(_ start: String, _ end: String, _ text: String) -> String? {
        guard let from = text.range(of: start), let to = text.range(of: end, range: from.upperBound..<text.endIndex)
        else {
            return nil
        }
        return String(text[from.upperBound..<to.lowerBound])
    }

    static func reading(_ docx: [UInt8]) throws -> Reading {
        var readings: [Reading] = []
        try docx.withUnsafeBytes { bytes in
            try DocumentReader.read(bytes, hint: nil) { reply throws(WireFault) in
                if case .reading(let reading) = reply { readings.append(reading) }
            }
        }
        return try #require(readings.first)
    }
}
