/// Which rooms may import which, as it stands in ARCHITECTURE.md.
enum ImportTable {
    /// Rooms of the house that may be imported, by target.
    static let rooms: [String: Set<String>] = [
        "FormModel": [],
        "FieldKinds": ["FormModel"],
        "Expressions": ["FormModel", "FieldKinds"],
        "OfficePackage": [],
        "ReaderProtocol": ["FormModel"],
        "Readers": ["FormModel", "ReaderProtocol", "OfficePackage"],
        "MailReaders": ["FormModel", "ReaderProtocol", "OfficePackage", "Readers"],
        "PageReaders": ["FormModel", "ReaderProtocol"],
        "ReaderHost": ["FormModel", "ReaderProtocol", "Sandbox"],
        "Matching": ["FormModel", "FieldKinds", "Expressions"],
        "EventFiles": ["FormModel", "FieldKinds", "Expressions"],
        "Validation": ["FormModel", "FieldKinds", "Expressions"],
        "Selection": ["FormModel", "FieldKinds", "Expressions"],
        "Documents": ["FormModel", "FieldKinds", "Expressions", "OfficePackage"],
        "Registry": ["FormModel", "FieldKinds"],
        "Sandbox": [],
        "Isolation": ["FormModel", "ReaderProtocol", "Sandbox"],
        "Transport": ["FormModel"],
        "Desk": [
            "FormModel", "FieldKinds", "Expressions", "Matching", "EventFiles", "Validation", "Selection", "Documents",
            "Registry", "ReaderProtocol", "Isolation", "Transport",
        ],
        // The fronts see the desk, and the plain values its use cases hand out.
        "Web": ["FormModel", "FieldKinds", "Desk", "Registry"],
        "nabor": ["FormModel", "FieldKinds", "Desk", "Registry", "Selection", "Web"],
        "nabor-reader": ["ReaderProtocol", "ReaderHost", "Readers"],
        "nabor-mail-reader": ["ReaderProtocol", "ReaderHost", "MailReaders"],
        "nabor-page-reader": ["ReaderProtocol", "ReaderHost", "PageReaders"],
    ]

    /// Foreign modules each target alone may import.
    static let foreign: [String: Set<String>] = [
        "OfficePackage": ["CLibDeflate", "CLibXML2", "CLibZip", "CZlib"],
        "MailReaders": ["CGMime"],
        "PageReaders": ["CQPDF", "CPoppler", "CLeptonica", "CLibHeif", "CTesseract", "CZXingShim"],
        "EventFiles": ["Yams"],
        "Selection": ["Crypto", "CGLPK"],
        "Documents": ["Crypto", "CLibXLSXWriter", "CLibQREncode", "CLibRSVG", "CPango", "CQPDF"],
        "Registry": ["GRDB", "Crypto", "CryptoExtras", "Logging"],
        "Sandbox": ["CSandboxShim", "CSeccomp"],
        "Isolation": ["CSandboxShim", "Subprocess", "SystemPackage", "Logging"],
        "Transport": ["CGMime"],
        "Desk": ["Logging"],
        "Web": [
            "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1",
            "NIOSSL", "Mustache",
            "ServiceLifecycle", "Crypto",
            "Logging",
        ],
        "nabor": ["ArgumentParser", "Logging"],
    ]

    /// The language's own libraries, open to all.
    static let open: Set<String> = ["Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization"]

    /// Module maps for C libraries and the few lines of C that Swift cannot say.
    static let shims: Set<String> = [
        "CGLPK", "CGMime", "CLeptonica", "CLibDeflate", "CLibHeif", "CLibQREncode", "CLibRSVG", "CLibXLSXWriter",
        "CLibXML2",
        "CLibZip", "CPango",
        "CPoppler", "CQPDF", "CSandboxShim", "CSeccomp", "CTesseract", "CZXingShim", "CZlib",
    ]
}
