/// A local name that some reader or writer of Nabór asks for; all others are `unknown`.
///
/// The parser hands out one of these instead of a string, so that comparing names costs nothing.
public enum XMLName: String, CaseIterable, Sendable {
    case unknown = ""

    // Word: blocks, runs and their text.
    case document, body, hdr, ftr, footnotes, endnotes, footnote, endnote, comments, comment
    case p, r, t, tbl, tr, tc, br, cr, tab, tabs, ptab, sym, noBreakHyphen, softHyphen, delText, instrText, delInstrText
    case hyperlink, smartTag, fldSimple, fldChar, ffData, ruby, rt, rubyBase, bookmarkStart, bookmarkEnd, proofErr
    case footnoteReference, endnoteReference, footnoteRef, endnoteRef, commentReference, annotationRef, separator
    case continuationSeparator, lastRenderedPageBreak, altChunk, subDoc, object, control, OLEObject, pict, drawing,
        inline
    case anchor, docPr, cNvPr, extent, blip, permStart, permEnd, bdo, dir, noProof, webHidden
    // Word: properties.
    case pPr, rPr, tblPr, trPr, tcPr, sectPr, tblGrid, gridCol, tblPrEx, pStyle, rStyle, tblStyle, b, bCs, i, iCs, u
    case strike, dstrike, highlight, shd, vanish, rFonts, lang, gridSpan, vMerge, hMerge, gridBefore, gridAfter, ind, jc
    case numPr, color, sz, szCs, tcW, tblW, tblHeader, cantSplit, caps, smallCaps, vertAlign
    case headerReference, footerReference, pPrChange, rPrChange, tblPrChange, trPrChange, tcPrChange, sectPrChange
    case tblGridChange, tblPrExChange, numberingChange, cellIns, cellDel, cellMerge, ins, del, moveFrom, moveTo
    case moveFromRangeStart, moveFromRangeEnd, moveToRangeStart, moveToRangeEnd
    // Word: styles and settings.
    case styles, style, docDefaults, rPrDefault, pPrDefault, latentStyles, lsdException, basedOn, name, settings
    case themeFontLang, documentProtection, attachedTemplate, numbering, num, abstractNum, abstractNumId, numId, ilvl
    // Word: content controls and form fields.
    case sdt, sdtPr, sdtContent, sdtEndPr, alias, tag, id, showingPlcHdr, placeholder, docPart, dataBinding, lock, text
    case richText, date, fullDate, dateFormat, dropDownList, comboBox, listItem, checkbox, checked, checkedState
    case uncheckedState, repeatingSection, repeatingSectionItem, picture, group, equation, citation, bibliography
    case docPartObj, docPartList, lastValue, displayText, value, textInput, checkBox, ddList, result, `default`
    case listEntry, enabled, calcOnExit, maxLength, format, type, customXml, customXmlPr, sizeAuto, size, storeItemID
    case xpath, prefixMappings, datastoreItem, itemID, schemaRefs, schemaRef, uri
    // Word: drawings and compatibility.
    case AlternateContent, Choice, Fallback, Requires, Ignorable, txbxContent, txbx, wsp, wgp, wpc, textbox, shape, rect
    case imagedata, oMath, oMathPara, graphic, graphicData
    // Attributes of Word.
    case val, w, fill, font, char, pos, leader, left, right, start, end, hanging, firstLine, author, instr, dirty
    case fldCharType, ascii, hAnsi, cs, eastAsia, link, rsid, paraId, textId, space, code, initials
    case tblStylePr, styleId, themeFill, customStyle, embed, preserve
    // Packages.
    case Relationships, Relationship, Id, Target, TargetMode, Types, Default, Override, Extension, PartName
    case typeURI = "Type"
    case ContentType, coreProperties, Properties, property, title, subject, creator, keywords, description, language
    case category, identifier, version, created, modified, lastModifiedBy, revision, contentStatus, fmtid, pid
    case lpwstr, lpstr, bool, i4, r8, filetime, Template, Company
    // Worksheets.
    case workbook, workbookPr, date1904, sheets, sheet, worksheet, sheetData, row, c, v, f, s, `is`, si, sst, rPh
    case numFmts, numFmt, numFmtId, formatCode, cellXfs, cellStyleXfs, xf, dimension, ref, state, mergeCell, count
    // OpenDocument: text.
    case documentContent = "document-content"
    case documentStyles = "document-styles"
    case documentMeta = "document-meta"
    case automaticStyles = "automatic-styles"
    case masterStyles = "master-styles"
    case masterPage = "master-page"
    case h, a, span, list, section, note, meta, forms, form, frame
    case textBox = "text-box"
    case textListItem = "list-item"
    case listHeader = "list-header"
    case lineBreak = "line-break"
    case noteBody = "note-body"
    case noteCitation = "note-citation"
    case noteClass = "note-class"
    case trackedChanges = "tracked-changes"
    case changedRegion = "changed-region"
    case insertion, deletion
    case changeStart = "change-start"
    case changeEnd = "change-end"
    case change
    case changeId = "change-id"
    case annotation
    case annotationEnd = "annotation-end"
    case softPageBreak = "soft-page-break"
    case sequenceDecls = "sequence-decls"
    case dropDown = "drop-down"
    case label
    case currentSelected = "current-selected"
    case stringValue = "string-value"
    case textInputElement = "text-input"
    case placeholderType = "placeholder-type"
    case rubyText = "ruby-text"
    case rubyBaseText = "ruby-base"
    case fieldmark
    case fieldmarkStart = "fieldmark-start"
    case fieldmarkEnd = "fieldmark-end"
    case param
    case conditionalText = "conditional-text"
    case hiddenText = "hidden-text"
    case hiddenParagraph = "hidden-paragraph"
    case bookmark
    case tableOfContent = "table-of-content"
    case indexBody = "index-body"
    case numberedParagraph = "numbered-paragraph"
    case display
    // OpenDocument: tables.
    case table
    case tableRow = "table-row"
    case tableCell = "table-cell"
    case coveredTableCell = "covered-table-cell"
    case tableColumn = "table-column"
    case tableRows = "table-rows"
    case tableHeaderRows = "table-header-rows"
    case tableRowGroup = "table-row-group"
    case numberColumnsSpanned = "number-columns-spanned"
    case numberRowsSpanned = "number-rows-spanned"
    case numberColumnsRepeated = "number-columns-repeated"
    case numberRowsRepeated = "number-rows-repeated"
    // OpenDocument: styles.
    case family
    case styleName = "style-name"
    case parentStyleName = "parent-style-name"
    case defaultStyle = "default-style"
    case textProperties = "text-properties"
    case paragraphProperties = "paragraph-properties"
    case tabStops = "tab-stops"
    case tabStop = "tab-stop"
    case leaderStyle = "leader-style"
    case leaderText = "leader-text"
    case position
    case textLineThroughStyle = "text-line-through-style"
    case textLineThroughType = "text-line-through-type"
    case textUnderlineStyle = "text-underline-style"
    case textUnderlineType = "text-underline-type"
    case fontWeight = "font-weight"
    case fontStyle = "font-style"
    case fontName = "font-name"
    case fontFamily = "font-family"
    case backgroundColor = "background-color"
    case marginLeft = "margin-left"
    case country
    case header, footer
    case headerLeft = "header-left"
    case headerFirst = "header-first"
    case footerLeft = "footer-left"
    case footerFirst = "footer-first"
    // OpenDocument: form controls, content controls, drawings, meta.
    case contentControl = "content-control"
    case textarea
    case formattedText = "formatted-text"
    case radio, listbox, combobox, option, item, button
    case currentState = "current-state"
    case currentValue = "current-value"
    case selected
    case showingPlaceHolder = "showing-place-holder"
    case checkedGlyph = "checked-state"
    case uncheckedGlyph = "unchecked-state"
    case shownText = "display-text"
    case dropdown
    case datePattern = "date-format"
    case currentDate = "current-date"
    case plainText = "plain-text"
    case image, objectOLE = "object-ole", plugin, href
    case customShape = "custom-shape"
    case ellipse, circle, polygon, polyline, path, line, caption, connector, regularPolygon = "regular-polygon"
    case isHidden = "is-hidden"
    case binaryData = "binary-data"
    case number, password
    case userDefined = "user-defined"
    case initialCreator = "initial-creator"
    case keyword
    case eventListeners = "event-listeners"
    case scripts
    case manifest
    case fileEntry = "file-entry"
    case encryptionData = "encryption-data"
    case fullPath = "full-path"
    case root
}
