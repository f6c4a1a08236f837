import Documents
public import FormModel
import Foundation

/// A map that was drawn for checking.
public struct DrawnMap: Sendable {
    public let map: FormMap
    /// The file that a person may correct.
    public let mapPath: String
    public let svg: [UInt8]
    /// Keys of fields of the form that have no place on it.
    public let missing: [String]
    /// Fields and options that the map names and the form does not have.
    public let unknown: [String]
    /// True when the file was there before: it is taken as it is.
    public let wasKept: Bool
}

extension Workspace {
    /// Makes a blank form of the event. A printable one is kept with its map, so that paper can be read for ever.
    public func blankForm(
        _ event: LoadedEvent,
        form: String?,
        language: InterfaceLanguage,
        format: FormPrinting.Format
    ) throws(DeskError) -> FormPrinting.Blank {
        let printing = FormPrinting(event: event, organiser: settings.organiser)
        let blank = try printing.make(form: try printing.form(form), language: language, format: format)
        if let map = blank.map {
            try FormMapStore(workspace: self, event: event.definition.slug).keep(map, blank: blank.bytes)
        }
        return blank
    }

    /// The map of Nabór's own form, from its file where there is one, drawn.
    public func ownMap(_ event: LoadedEvent, form: String?, language: InterfaceLanguage) throws(DeskError) -> DrawnMap {
        let printing = FormPrinting(event: event, organiser: settings.organiser)
        let definition = try printing.form(form)
        let store = FormMapStore(workspace: self, event: event.definition.slug)
        let version = printing.sheet(form: definition, language: language).version
        let path = store.path(form: definition.id, language: language, version: version)
        let wasKept = FileManager.default.fileExists(atPath: path)
        if !wasKept {
            _ = try blankForm(event, form: definition.id, language: language, format: .pdf)
        }
        return FormMapDrafting.drawn(try FormMapFile.read(path), path: path, form: definition, wasKept: wasKept)
    }
}

/// Draws maps and says what is missing on them.
public enum FormMapDrafting {
    static func drawn(_ map: FormMap, path: String, form: FormDefinition, wasKept: Bool) -> DrawnMap {
        let placed = Set(map.fields.map(\.name.field))
        return DrawnMap(
            map: map,
            mapPath: path,
            svg: Array(FormMapDrawing.svg(map).utf8),
            missing: form.fields.filter { $0.kind != .file && !placed.contains($0.key) }.map(\.key),
            unknown: FormMapCheck.unknown(in: map, form: form),
            wasKept: wasKept
        )
    }

    /// Own form of an event outside of any workspace: the map goes beside the drawing.
    public static func own(
        _ event: LoadedEvent,
        form: String?,
        language: InterfaceLanguage,
        mapPath: String
    ) throws(DeskError) -> DrawnMap {
        let printing = FormPrinting(event: event)
        let definition = try printing.form(form)
        let wasKept = FileManager.default.fileExists(atPath: mapPath)
        if wasKept {
            let version = printing.sheet(form: definition, language: language).version
            try FormMapFile.check(try FormMapFile.read(mapPath), at: mapPath, is: version)
        }
        if !wasKept, let map = try printing.make(form: definition, language: language, format: .pdf).map {
            try OutputFile.write(Array(map.text.utf8), to: mapPath)
        }
        return drawn(try FormMapFile.read(mapPath), path: mapPath, form: definition, wasKept: wasKept)
    }

    /// Writes a drawing or a blank form.
    public static func write(_ bytes: [UInt8], to path: String) throws(DeskError) {
        try OutputFile.write(bytes, to: path)
    }
}
