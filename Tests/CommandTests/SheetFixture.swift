import Foundation

/// Scans and photographs of one event's printed form, by two people who typed and one who wrote by hand.
enum SheetFixture {
    static let event = "porozmawiajmy-o-integracji"
    static let folder = Product.package.appendingPathComponent("Tests/Fixtures/sheets")
    /// Of the form that all sheets show.
    static var version: String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let map = names.first { $0.hasSuffix(".json") } ?? ""
        return String(map.dropLast(5).suffix(8))
    }

    /// A workspace that once printed the form: its map is kept.
    static func workspace() throws -> TestWorkspace {
        let workspace = try TestWorkspace(events: [event])
        let map = "main-pl-\(version).json"
        try workspace.write(try Data(contentsOf: folder.appendingPathComponent(map)), to: "forms/\(event)/\(map)")
        return workspace
    }

    static func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(name))
    }

    /// A mail with pictures as a telephone sends them.
    static func mail(_ names: [String], number: Int, from sender: String) throws -> Data {
        var text = """
            Received: from a.example.org by mx.example.org; Mon, 20 Nov 2023 10:0\(number % 10):00 +0100
            Message-ID: <\(number)@example.org>
            From: \(sender)
            To: zapisy+\(event)@example.org
            Subject: formularz
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b1"


            """
        for name in names {
            let type = name.hasSuffix(".jpg") ? "image/jpeg" : name.hasSuffix(".pdf") ? "application/pdf" : "image/png"
            text += """
                --b1
                Content-Type: \(type); name="\(name)"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="\(name)"


                """
            let options: Data.Base64EncodingOptions = [.lineLength76Characters, .endLineWithLineFeed]
            text += try bytes(name).base64EncodedString(options: options) + "\n"
        }
        return Data((text + "--b1--\n").utf8)
    }
}
