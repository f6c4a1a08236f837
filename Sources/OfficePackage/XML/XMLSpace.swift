/// A namespace that Nabór knows, whatever prefix a file gives it; Strict and Transitional (ISO 29500-1 and -4) are one.
public enum XMLSpace: UInt8, CaseIterable, Sendable {
    case none, unknown
    case xml
    // Word and what stands inside its documents.
    case word, word2010, word2012, word2006Drawing, drawing, wordShape, wordGroup, wordCanvas, compatibility, vml,
        office
    case officeWord, math, relationships, picture
    // Packages.
    case packageRelationships, contentTypes, coreProperties, customProperties, extendedProperties, variantTypes
    case dublinCore, dublinCoreTerms, customXML
    // Worksheets.
    case sheet
    // OpenDocument 1.3 and LibreOffice's extension.
    case odOffice, odText, odTable, odStyle, odForm, odDraw, odFormat, odMeta, odExtension, odManifest, odNumber,
        odXLink
    case odSVG, odScript, odField

    /// Every URI a namespace goes by.
    var uris: [String] {
        switch self {
        case .none, .unknown: []
        case .xml: ["http://www.w3.org/XML/1998/namespace"]
        case .word: Self.both("wordprocessingml/main")
        case .word2010: ["http://schemas.microsoft.com/office/word/2010/wordml"]
        case .word2012: ["http://schemas.microsoft.com/office/word/2012/wordml"]
        case .word2006Drawing: Self.both("drawingml/wordprocessingDrawing", strict: "drawingml/wordprocessingDrawing")
        case .drawing: Self.both("drawingml/main")
        case .picture: Self.both("drawingml/picture")
        case .wordShape: ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"]
        case .wordGroup: ["http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"]
        case .wordCanvas: ["http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"]
        case .compatibility: ["http://schemas.openxmlformats.org/markup-compatibility/2006"]
        case .vml: ["urn:schemas-microsoft-com:vml"]
        case .office: ["urn:schemas-microsoft-com:office:office"]
        case .officeWord: ["urn:schemas-microsoft-com:office:word"]
        case .math: Self.both("officeDocument/math")
        case .relationships: Self.both("officeDocument/relationships")
        case .packageRelationships: ["http://schemas.openxmlformats.org/package/2006/relationships"]
        case .contentTypes: ["http://schemas.openxmlformats.org/package/2006/content-types"]
        case .coreProperties: ["http://schemas.openxmlformats.org/package/2006/metadata/core-properties"]
        case .customProperties: Self.both("officeDocument/custom-properties", strict: "officeDocument/customProperties")
        case .extendedProperties:
            Self.both("officeDocument/extended-properties", strict: "officeDocument/extendedProperties")
        case .variantTypes: Self.both("officeDocument/docPropsVTypes")
        case .dublinCore: ["http://purl.org/dc/elements/1.1/"]
        case .dublinCoreTerms: ["http://purl.org/dc/terms/"]
        case .customXML: Self.both("officeDocument/customXml")
        case .sheet: Self.both("spreadsheetml/main")
        case .odOffice: Self.openDocument("office")
        case .odText: Self.openDocument("text")
        case .odTable: Self.openDocument("table")
        case .odStyle: Self.openDocument("style")
        case .odForm: Self.openDocument("form")
        case .odDraw: Self.openDocument("drawing")
        case .odFormat: Self.openDocument("xsl-fo-compatible")
        case .odMeta: Self.openDocument("meta")
        case .odManifest: Self.openDocument("manifest")
        case .odNumber: Self.openDocument("datastyle")
        case .odSVG: Self.openDocument("svg-compatible")
        case .odScript: Self.openDocument("script")
        case .odXLink: ["http://www.w3.org/1999/xlink"]
        case .odField: ["urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"]
        case .odExtension: ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"]
        }
    }

    /// The Transitional and the Strict URI; the two differ in their root and at times in the last step.
    private static func both(_ path: String, strict: String? = nil) -> [String] {
        ["http://schemas.openxmlformats.org/" + dated(path), "http://purl.oclc.org/ooxml/" + (strict ?? path)]
    }

    /// `drawingml/main` -> `drawingml/2006/main`.
    private static func dated(_ path: String) -> String {
        let steps = path.split(separator: "/", maxSplits: 1)
        return "\(steps[0])/2006/\(steps[1])"
    }

    private static func openDocument(_ name: String) -> [String] {
        ["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"]
    }
}
