// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house and what each may import stand in ARCHITECTURE.md; Tests/TidyTests holds the same table.

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// A reader forks for every source, and a fork pays for each library that is mapped: only those that are used.
let lean: [LinkerSetting] = [.unsafeFlags(["-static-stdlib", "-Xlinker", "--as-needed", "-Xlinker", "--gc-sections"])]

// Scans are gone through pixel by pixel: without optimisation their tests take six times as long.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(_ name: String, _ dependencies: [Target.Dependency], _ further: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + further)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "nabor",
    products: [
        .executable(name: "nabor", targets: ["nabor"]),
        .executable(name: "nabor-reader", targets: ["nabor-reader"]),
        .executable(name: "nabor-mail-reader", targets: ["nabor-mail-reader"]),
        .executable(name: "nabor-page-reader", targets: ["nabor-page-reader"]),
        .library(name: "Documents", targets: ["Documents"]),
        .library(name: "Selection", targets: ["Selection"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        library("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        library("CLibZip", pkgConfig: "libzip", apt: "libzip-dev"),
        library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        library("CLibDeflate", apt: "libdeflate-dev"),
        library("CGMime", pkgConfig: "gmime-3.0", apt: "libgmime-3.0-dev"),
        library("CSeccomp", pkgConfig: "libseccomp", apt: "libseccomp-dev"),
        library("CLibXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        library("CGLPK", apt: "libglpk-dev"),
        library("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
        library("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
        library("CLeptonica", pkgConfig: "lept", apt: "libleptonica-dev"),
        library("CLibHeif", pkgConfig: "libheif", apt: "libheif-dev"),
        library("CTesseract", pkgConfig: "tesseract", apt: "libtesseract-dev"),
        .target(name: "CZXingShim", linkerSettings: [.linkedLibrary("ZXing")]),
        library("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
        library("CLibQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        library("CLibRSVG", pkgConfig: "librsvg-2.0", apt: "librsvg2-dev"),
        .target(name: "CSandboxShim"),

        room("FormModel", []),
        room("FieldKinds", ["FormModel"]),
        room("Expressions", ["FormModel", "FieldKinds"]),
        room("OfficePackage", ["CLibDeflate", "CLibXML2", "CLibZip", "CZlib"]),
        room("ReaderProtocol", ["FormModel"]),
        room("Readers", ["FormModel", "ReaderProtocol", "OfficePackage"]),
        room("MailReaders", ["FormModel", "ReaderProtocol", "OfficePackage", "Readers", "CGMime"]),
        room(
            "PageReaders",
            ["FormModel", "ReaderProtocol", "CQPDF", "CPoppler", "CLeptonica", "CLibHeif", "CTesseract", "CZXingShim"],
            optimised
        ),
        room("ReaderHost", ["FormModel", "ReaderProtocol", "Sandbox"]),
        room("Matching", ["FormModel", "FieldKinds", "Expressions"]),
        room("EventFiles", ["FormModel", "FieldKinds", "Expressions", yams]),
        room("Validation", ["FormModel", "FieldKinds", "Expressions"]),
        room("Selection", ["FormModel", "FieldKinds", "Expressions", crypto, "CGLPK"]),
        room(
            "Documents",
            [
                "FormModel", "FieldKinds", "Expressions", "OfficePackage", crypto, "CLibXLSXWriter", "CLibQREncode",
                "CLibRSVG", "CPango", "CQPDF",
            ]
        ),
        room("Registry", ["FormModel", "FieldKinds", grdb, crypto, cryptoExtras, logging]),
        room("Sandbox", ["CSandboxShim", "CSeccomp"]),
        room("Isolation", ["FormModel", "ReaderProtocol", "Sandbox", "CSandboxShim", subprocess, logging]),
        room("Transport", ["FormModel", "CGMime"]),
        room(
            "Desk",
            [
                "FormModel", "FieldKinds", "Expressions", "Matching", "EventFiles", "Validation", "Selection",
                "Documents", "Registry", "ReaderProtocol", "Isolation", "Transport", logging,
            ]
        ),
        room(
            "Web",
            [
                "FormModel", "FieldKinds", "Registry", "Desk", hummingbird, hummingbirdCore, hummingbirdTLS, httpTypes,
                mustache, nio, nioPosix, nioHTTP1, nioSSL, serviceLifecycle, crypto, logging,
            ]
        ),
        .executableTarget(
            name: "nabor",
            dependencies: ["FormModel", "FieldKinds", "Registry", "Selection", "Desk", "Web", argumentParser, logging],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "nabor-reader",
            dependencies: ["ReaderProtocol", "ReaderHost", "Readers"],
            swiftSettings: strict,
            linkerSettings: lean
        ),
        .executableTarget(
            name: "nabor-mail-reader",
            dependencies: ["ReaderProtocol", "ReaderHost", "MailReaders"],
            swiftSettings: strict,
            linkerSettings: lean
        ),
        .executableTarget(
            name: "nabor-page-reader",
            dependencies: ["ReaderProtocol", "ReaderHost", "PageReaders"],
            swiftSettings: strict
        ),

        .executableTarget(
            name: "selection-benchmark",
            dependencies: ["FormModel", "Selection", crypto],
            path: "Benchmarks/selection",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "documents-benchmark",
            dependencies: ["Documents"],
            path: "Benchmarks/documents/engine",
            swiftSettings: strict
        ),

        tests("FormModelTests", ["FormModel"]),
        tests("FieldKindsTests", ["FieldKinds", "FormModel"]),
        tests("ExpressionsTests", ["Expressions", "FormModel", "FieldKinds"]),
        tests("OfficePackageTests", ["OfficePackage"]),
        tests("ReaderProtocolTests", ["ReaderProtocol", "FormModel"]),
        tests("ReadersTests", ["Readers", "ReaderProtocol", "FormModel", "OfficePackage"]),
        tests("MailReadersTests", ["MailReaders", "Readers", "ReaderProtocol", "FormModel"]),
        tests("PageReadersTests", ["PageReaders", "ReaderProtocol", "FormModel"]),
        tests("MatchingTests", ["Matching", "FormModel", "FieldKinds"]),
        tests("EventFilesTests", ["EventFiles", "FormModel", "Expressions"]),
        tests("ValidationTests", ["Validation", "FormModel", "FieldKinds"]),
        tests("SelectionTests", ["Selection", "FormModel"]),
        .target(
            name: "WrittenDocuments",
            dependencies: ["OfficePackage"],
            path: "Tests/WrittenDocuments",
            swiftSettings: strict
        ),
        tests(
            "DocumentsTests",
            ["Documents", "FormModel", "OfficePackage", "CPango", "CZXingShim", "WrittenDocuments"]
        ),
        tests("RegistryTests", ["Registry", "FormModel", "FieldKinds", grdb]),
        tests("IsolationTests", ["Isolation", "ReaderProtocol", "Sandbox", "FormModel"]),
        tests("TransportTests", ["Transport", "FormModel"]),
        tests(
            "DeskTests",
            [
                "Desk", "FormModel", "FieldKinds", "Expressions", "Matching", "EventFiles", "Validation", "Selection",
                "Documents", "OfficePackage", "Registry", "Readers", "ReaderProtocol", "WrittenDocuments",
            ]
        ),
        tests(
            "WebTests",
            [
                "Web", "Desk", "FormModel", "FieldKinds", "Registry", hummingbird, hummingbirdTesting, httpTypes,
                logging, mustache, nio,
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["WrittenDocuments"],
            exclude: ["cases"],
            swiftSettings: strict
        ),
        tests("TidyTests", []),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
