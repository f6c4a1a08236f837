import FormModel
import OfficePackage

/// The form for Word: a .docx whose answer places are content controls tagged with the names of the fields.
///
/// What is typed into it comes back exactly: the tag says which question a control answers, the placeholder that nothing
/// was typed. Properties name event, form and version. The same sheet gives the same bytes.
public enum WordForm {
    public static func docx(_ sheet: FormSheet) throws(FormError) -> [UInt8] {
        let body = WordFormBody.document(sheet)
        let logos = sheet.logos.isEmpty ? [] : Array(sheet.logos.enumerated())
        do throws(PackageError) {
            let archive = ZipWriter()
            try archive.add("[Content_Types].xml", WordParts.contentTypes)
            try archive.add("_rels/.rels", WordParts.packageRelationships)
            try archive.add("docProps/core.xml", WordParts.coreProperties(sheet))
            try archive.add("docProps/custom.xml", WordParts.customProperties(sheet))
            try archive.add("word/document.xml", body)
            try archive.add("word/styles.xml", WordStyles.xml(sheet.language))
            try archive.add("word/settings.xml", WordParts.settings)
            try archive.add("word/header1.xml", WordParts.firstHeader(sheet))
            try archive.add("word/header2.xml", WordParts.runningHeader(sheet))
            try archive.add("word/footer1.xml", WordParts.footer(sheet))
            try archive.add("word/_rels/document.xml.rels", WordParts.documentRelationships)
            if !logos.isEmpty {
                try archive.add("word/_rels/header1.xml.rels", WordParts.logoRelationships(logos.count))
            }
            for (index, logo) in logos {
                try archive.add("word/media/logo\(index + 1).png", logo.bytes, isStored: true)
            }
            return try archive.finish()
        } catch {
            throw FormError(.packingFailed)
        }
    }
}
