import CGMime

/// The charsets a reader of mails has loaded before it is shut in: the C library keeps their tables in files, which a
/// child cannot open.
///
/// Each charset costs a fork five mappings of memory, so the reader of every day has those that mails of Central and
/// Eastern Europe come in, and a second one, started when first needed, has all. Charsets that neither has are decoded as
/// far as they can be.
public enum Charsets: Sendable {
    case common
    case all

    /// Opens a converter for each charset and keeps it open.
    func load() {
        for name in names {
            let converter = iconv_open("UTF-8", name)
            let back = iconv_open(name, "UTF-8")
            // Converting once makes tables that are loaded late come in; the descriptors stay open on purpose.
            for descriptor in [converter, back] where descriptor != iconv_t(bitPattern: -1) { Self.warm(descriptor) }
        }
    }

    private static func warm(_ converter: iconv_t?) {
        var input: [CChar] = [0x41]
        var output = [CChar](repeating: 0, count: 16)
        input.withUnsafeMutableBufferPointer { inputBuffer in
            output.withUnsafeMutableBufferPointer { outputBuffer in
                var source = inputBuffer.baseAddress
                var target = outputBuffer.baseAddress
                var sourceCount = 1
                var targetCount = 16
                _ = iconv(converter, &source, &sourceCount, &target, &targetCount)
            }
        }
    }

    private var names: [String] {
        switch self {
        case .common: Self.commonNames
        case .all: Self.commonNames + Self.rareNames
        }
    }

    private static let commonNames = [
        "US-ASCII", "ISO-8859-1", "ISO-8859-2", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "KOI8-U",
    ]

    private static let rareNames = [
        "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "ISO-8859-10", "ISO-8859-13",
        "ISO-8859-15", "ISO-8859-16", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1257", "KOI8-R", "CP437", "CP850",
        "CP852", "CP866", "MACINTOSH", "MAC-CENTRALEUROPE", "MAC-CYRILLIC", "UTF-7", "UTF-16", "UTF-16LE", "UTF-16BE",
        "UTF-32", "ISO-2022-JP", "SHIFT_JIS", "EUC-JP", "GB2312", "GBK", "GB18030", "BIG5", "EUC-KR", "ISO-2022-KR",
    ]

    /// The names under which mails ask for the common ones, in lower case; UTF-8 needs no table.
    static let commonLabels: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "iso-8859-2", "latin2",
        "windows-1250", "cp1250", "windows-1251", "cp1251", "windows-1252", "cp1252", "koi8-u",
    ]
}
