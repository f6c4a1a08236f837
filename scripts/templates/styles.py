"""The named styles, lists, theme and settings that all shipped templates share."""

INK = "1B1F24"
MUTED = "59626D"
LINE = "C9C5BC"
STRONG_LINE = "8C8F94"
ACCENT = "1F5A8C"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def border(side, color=LINE, size=4, space=0):
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def spacing(before=0, after=120, line=None):
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def font(size=None, color=None, bold=False, italic=False, caps=False, letter_spacing=0):
    """Run properties in the order the schema asks for; `size` in points."""
    parts = ""
    if bold:
        parts += "<w:b/><w:bCs/>"
    if italic:
        parts += "<w:i/><w:iCs/>"
    if caps:
        parts += "<w:caps/>"
    if color:
        parts += f'<w:color w:val="{color}"/>'
    if letter_spacing:
        parts += f'<w:spacing w:val="{letter_spacing}"/>'
    if size:
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return parts


def style(identifier, name, paragraph="", text="", based="Normal", following=None, quick=True):
    following_xml = f'<w:next w:val="{following}"/>' if following else ""
    quick_xml = "<w:qFormat/>" if quick else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{following_xml}{quick_xml}<w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>'
    )


def table_style(identifier, name, borders, first_row="", margins=(40, 100, 40, 100)):
    top, left, bottom, right = margins
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tcPr><w:vAlign w:val="center"/></w:tcPr>{first_row}</w:style>'
    )


def paragraph_styles():
    keep = "<w:keepNext/><w:keepLines/>"
    return [
        style("BodyText", "Body Text"),
        style("Heading1", "heading 1", keep + spacing(240, 160, 252) + '<w:outlineLvl w:val="0"/>',
              font(14, bold=True), following="BodyText"),
        style("Heading2", "heading 2", keep + spacing(200, 60) + '<w:outlineLvl w:val="1"/>',
              font(11, ACCENT, bold=True), following="BodyText"),
        style("Title", "Title", keep + spacing(0, 60, 240), font(18, bold=True), following="Subtitle"),
        style("Subtitle", "Subtitle", keep + spacing(0, 200), font(12, MUTED), following="BodyText"),
        style("LetterheadName", "Letterhead Name", spacing(0, 0, 252), font(11, bold=True)),
        style("Letterhead", "Letterhead", spacing(0, 0, 252), font(9.5, MUTED)),
        style("PlaceAndDate", "Place and Date", spacing(0, 0, 252) + '<w:jc w:val="right"/>', font(11)),
        style("Addressee", "Addressee", spacing(300, 0, 252) + "<w:contextualSpacing/>", font(11), following="Addressee"),
        style("Salutation", "Salutation", keep + spacing(0, 120), following="BodyText"),
        style("Closing", "Closing", keep + spacing(200, 400), following="Signature"),
        style("Signature", "Signature",
              f'<w:keepLines/><w:pBdr>{border("top", STRONG_LINE, 4, 4)}</w:pBdr>' + spacing(0, 0, 252)
              + '<w:ind w:left="4820"/>', font(10)),
        style("ListBullet", "List Bullet",
              '<w:numPr><w:numId w:val="1"/></w:numPr>' + spacing(0, 120) + "<w:contextualSpacing/>"),
        style("ListNumber", "List Number", '<w:numPr><w:numId w:val="2"/></w:numPr>' + spacing(0, 80)),
        style("Section", "Section", keep + '<w:numPr><w:numId w:val="3"/></w:numPr>' + spacing(200, 60)
              + '<w:jc w:val="center"/>', font(11, bold=True), following="ListParagraphNumber"),
        style("ListParagraphNumber", "Section Item",
              '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>' + spacing(0, 60)),
        style("TableHead", "Table Head", keep + spacing(20, 20, 240), font(9.5, MUTED, bold=True)),
        style("TableText", "Table Text", spacing(20, 20, 252), font(10.5)),
        style("TableLabel", "Table Label", spacing(20, 20, 252), font(10, MUTED)),
        style("TableNumber", "Table Number", spacing(20, 20, 252) + '<w:jc w:val="right"/>', font(10.5)),
        style("TableHeadNumber", "Table Head Number", spacing(20, 20, 240) + '<w:jc w:val="right"/>',
              font(9.5, MUTED, bold=True)),
        style("TableCentre", "Table Centre", spacing(20, 20, 240) + '<w:jc w:val="center"/>',
              font(9.5, MUTED, bold=True)),
        style("TableSmall", "Table Small", spacing(20, 20, 240), font(9)),
        style("AfterTable", "After Table", spacing(160, 120), following="BodyText"),
        style("FactLine", "Fact Line", spacing(0, 180, 264) + "<w:contextualSpacing/>", font(10.5)),
        style("TickBox", "Tick Box", spacing(0, 0, 240) + '<w:jc w:val="center"/>', font(14)),
        style("Note", "Note", spacing(120, 60, 252), font(9, MUTED)),
        style("Code", "Code", spacing(0, 60, 252), font(9), following="BodyText"),
        style("CertificateTitle", "Certificate Title",
              spacing(560, 100, 240) + '<w:jc w:val="center"/>', font(36, ACCENT, caps=True, letter_spacing=140)),
        style("CertificateText", "Certificate Text", spacing(0, 140, 276) + '<w:jc w:val="center"/>', font(14)),
        style("CertificateName", "Certificate Name", spacing(400, 320, 240) + '<w:jc w:val="center"/>',
              font(30, bold=True)),
        style("CertificateNote", "Certificate Note", spacing(0, 100, 252) + '<w:jc w:val="center"/>',
              font(11, MUTED)),
        style("Header", "header", f'<w:pBdr>{border("bottom", LINE, 4, 6)}</w:pBdr>' + spacing(0, 200, 240),
              font(9, MUTED), quick=False),
        style("Footer", "footer", spacing(0, 0, 240), font(8.5, MUTED), quick=False),
    ]


def table_styles():
    inner = border("insideH")
    outer = border("top") + border("bottom")
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("bottom", STRONG_LINE, 6)}</w:tcBorders>'
        f"</w:tcPr></w:tblStylePr>"
    )
    grid = "".join(border(side, STRONG_LINE if side in ("top", "bottom") else LINE)
                   for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return [
        table_style("Facts", "Facts", border("top") + border("bottom") + inner, margins=(30, 0, 30, 100)),
        table_style("Register", "Register", outer + inner, head, margins=(40, 0, 40, 200)),
        table_style("SignatureSheet", "Signature Sheet", grid, head, margins=(20, 80, 20, 80)),
        table_style("Signatures", "Signatures", "", margins=(0, 0, 0, 400)),
    ]


def styles_xml(language):
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        'w:cstheme="minorBidi"/>' + f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>" + spacing(0, 120, 276) + "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="FactLabel"><w:name w:val="Fact Label"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{MUTED}"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )
    return (
        DECLARATION + f"<w:styles {NAMESPACES}>" + defaults + basic
        + "".join(paragraph_styles() + table_styles()) + "</w:styles>"
    )


def level(index, kind, text, left, hanging, justify="left", style=None, run_properties=""):
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    suffix = '<w:suff w:val="nothing"/>' if hanging == 0 else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style_xml}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="{justify}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr><w:rPr>{run_properties}</w:rPr></w:lvl>'
    )


def numbering_xml():
    bullets = level(0, "bullet", "–", 340, 340, style="ListBullet")
    numbers = level(0, "decimal", "%1.", 397, 397, style="ListNumber")
    sections = level(0, "decimal", "§ %1. ", 0, 0, style="Section")
    sections += level(1, "decimal", "%2.", 397, 397, style="ListParagraphNumber")
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, levels in enumerate([bullets, numbers, sections])
    )
    nums = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(3)
    )
    return DECLARATION + f"<w:numbering {NAMESPACES}>{abstracts}{nums}</w:numbering>"


def settings_xml(language):
    return (
        DECLARATION + f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table_xml():
    return (
        DECLARATION + f'<w:fonts {NAMESPACES}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="EE"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme_xml():
    def color(name, value):
        return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'

    colors = "".join(
        color(name, value)
        for name, value in [
            ("dk1", INK), ("lt1", "FFFFFF"), ("dk2", MUTED), ("lt2", "FBFAF7"), ("accent1", ACCENT),
            ("accent2", "2B6B45"), ("accent3", "8A5A00"), ("accent4", "9B2C2C"), ("accent5", MUTED),
            ("accent6", LINE), ("hlink", ACCENT), ("folHlink", MUTED),
        ]
    )
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        DECLARATION + '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Nabor">'
        f'<a:themeElements><a:clrScheme name="Nabor">{colors}</a:clrScheme><a:fontScheme name="Nabor">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Nabor"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
