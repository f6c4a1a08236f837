import FormModel
import FieldKinds

/// A written file as a JSON line.
enum FileJSON {
    static func line(_ name: String, folder: String? = nil, code: String? = nil, kind: String? = nil) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("code", code)
            json.member("kind", kind)
            json.member("file", folder.map { $0 + "/" + name } ?? name)
        }
        return json.bytes + [0x0A]
    }
}
