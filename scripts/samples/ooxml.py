"""Writes Word documents by hand: raw OOXML in the manners of different programs. Standard library only."""

import io
import random
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK, ACCENT, LINE, TINT, MUTED = "1B1F24", "1F5A8C", "C9C5BA", "F5F3EE", "59626D"


class Writer:
    """Runs, paragraphs and tables in one dialect: `word` splits runs and sprinkles rsids and proofing marks as Word does,
    `plain` writes what was meant, `gdocs` writes everything flat with fonts on every run."""

    def __init__(self, dialect="plain", seed=1, language="pl-PL"):
        self.dialect = dialect
        self.random = random.Random(seed)
        self.language = language
        self.next_id = 1000

    # Runs

    def rsid(self, name="rsidR"):
        return f' w:{name}="00{self.random.randrange(0x100000, 0xFFFFFF):06X}"' if self.dialect == "word" else ""

    def properties(self, style):
        parts = []
        if self.dialect == "gdocs":
            parts.append('<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>')
        for name, tag in [("bold", "<w:b/>"), ("italic", "<w:i/>"), ("strike", "<w:strike/>")]:
            if style.get(name):
                parts.append(tag)
        if style.get("color"):
            parts.append(f'<w:color w:val="{style["color"]}"/>')
        if style.get("size"):
            parts.append(f'<w:sz w:val="{style["size"]}"/><w:szCs w:val="{style["size"]}"/>')
        if style.get("highlight"):
            parts.append('<w:highlight w:val="yellow"/>')
        if style.get("underline"):
            parts.append('<w:u w:val="single"/>')
        if self.dialect == "gdocs":
            parts.append('<w:rtl w:val="0"/>')
        if style.get("lang"):
            parts.append(f'<w:lang w:val="{style["lang"]}"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""

    def text(self, text, tag="t"):
        return f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'

    def run(self, text, **style):
        """One text; a tab and a line break become elements."""
        if not text:
            return ""
        out = []
        for piece in self.pieces(text):
            body = []
            for position, line in enumerate(piece.split("\n")):
                if position:
                    body.append("<w:br/>")
                for index, part in enumerate(line.split("\t")):
                    if index:
                        body.append("<w:tab/>")
                    if part:
                        body.append(self.text(part))
            out.append(f"<w:r{self.rsid('rsidRPr')}>{self.properties(style)}{''.join(body)}</w:r>")
        if self.dialect == "word" and len(out) > 1:
            out.insert(1, '<w:proofErr w:type="spellStart"/>')
            out.append('<w:proofErr w:type="spellEnd"/>')
        return "".join(out)

    def pieces(self, text):
        if self.dialect != "word" or len(text) < 6 or self.random.random() < 0.35:
            return [text]
        cut = self.random.randrange(1, len(text) - 1)
        return [text[:cut], text[cut:]]

    def inserted(self, text):
        self.next_id += 1
        return (f'<w:ins w:id="{self.next_id}" w:author="Zgłaszający" w:date="2021-09-10T10:00:00Z">'
                f"<w:r>{self.text(text)}</w:r></w:ins>")

    def deleted(self, text):
        self.next_id += 1
        return (f'<w:del w:id="{self.next_id}" w:author="Zgłaszający" w:date="2021-09-10T10:00:00Z">'
                f"<w:r>{self.text(text, 'delText')}</w:r></w:del>")

    # Controls

    def control(self, tag, title, content, kind="<w:text/>", placeholder=False):
        self.next_id += 1
        shown = '<w:showingPlcHdr/>' if placeholder else ""
        names = (f'<w:alias w:val="{escape(title)}"/>' if title else "") + (f'<w:tag w:val="{tag}"/>' if tag else "")
        return (f'<w:sdt><w:sdtPr>{names}<w:id w:val="{self.next_id * 7919}"/>{shown}{kind}</w:sdtPr>'
                f"<w:sdtContent>{content}</w:sdtContent></w:sdt>")

    def text_control(self, tag, title, value):
        if value:
            return self.control(tag, title, self.run(value))
        hint = self.run("Kliknij lub naciśnij tutaj, aby wprowadzić tekst.", color="767676")
        return self.control(tag, title, hint, placeholder=True)

    def date_control(self, tag, title, shown, iso):
        kind = (f'<w:date w:fullDate="{iso}T00:00:00Z"><w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="pl-PL"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>' if iso else
                '<w:date><w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="pl-PL"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>')
        if shown:
            return self.control(tag, title, self.run(shown), kind)
        return self.control(tag, title, self.run("Wybierz datę.", color="767676"), kind, placeholder=True)

    def list_control(self, tag, title, choices, value):
        items = "".join(f'<w:listItem w:displayText="{escape(text)}" w:value="{key}"/>' for key, text in choices)
        kind = f"<w:dropDownList>{items}</w:dropDownList>"
        shown = dict(choices).get(value)
        if shown:
            return self.control(tag, title, self.run(shown), kind)
        return self.control(tag, title, self.run("Wybierz element.", color="767676"), kind, placeholder=True)

    def box_control(self, tag, title, checked):
        kind = (f'<w14:checkbox><w14:checked w14:val="{1 if checked else 0}"/>'
                '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>')
        glyph = "☒" if checked else "☐"
        run = f'<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>{self.text(glyph)}</w:r>'
        return self.control(tag, title, run, kind)

    def legacy_text(self, name, value):
        """FORMTEXT, with the en spaces that Word shows while it is empty."""
        inside = value or "\u2002" * 5
        data = (f'<w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData>')
        return (f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
                '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f"{self.run(inside)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")

    def legacy_box(self, name, checked):
        data = (f'<w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/>'
                f'<w:default w:val="0"/>{"<w:checked/>" if checked else ""}</w:checkBox></w:ffData>')
        return (f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
                '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')

    # Blocks

    def paragraph(self, content, style=None, tabs=None, align=None, after=None, before=None, keep=False):
        """`tabs`: positions in twips with a leader, or None."""
        parts = []
        if style:
            parts.append(f'<w:pStyle w:val="{style}"/>')
        if keep:
            parts.append("<w:keepNext/>")
        if tabs:
            stops = "".join(f'<w:tab w:val="left" w:leader="{leader}" w:pos="{pos}"/>' for pos, leader in tabs)
            parts.append(f"<w:tabs>{stops}</w:tabs>")
        if after is not None or before is not None:
            values = (f' w:before="{before}"' if before is not None else "") + (
                f' w:after="{after}"' if after is not None else "")
            parts.append(f"<w:spacing{values}/>")
        if align:
            parts.append(f'<w:jc w:val="{align}"/>')
        properties = f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""
        return f"<w:p{self.rsid()}{self.rsid('rsidRDefault')}>{properties}{content}</w:p>"

    def cell(self, content, width, shade=None, span=1, merge=None):
        parts = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
        if span > 1:
            parts.append(f'<w:gridSpan w:val="{span}"/>')
        if merge:
            parts.append('<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>")
        if shade:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>')
        parts.append('<w:vAlign w:val="center"/>')
        return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{content}</w:tc>"

    def table(self, rows, widths, header=False, height=400):
        """`rows`: lists of cells."""
        edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
                        for side in ["top", "left", "bottom", "right", "insideH", "insideV"])
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        body = []
        for index, row in enumerate(rows):
            head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header and index == 0 else (
                f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>')
            body.append(f"<w:tr{self.rsid()}>{head}{''.join(row)}</w:tr>")
        margins = ('<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
                   '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>')
        return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
                f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(body)}</w:tbl>')


def styles(font="Calibri", language="pl-PL"):
    def style(identifier, name, paragraph, run, based="Normal"):
        return (f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>')
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/><w:color w:val="{INK}"/>'
        f'<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + style("Title", "Title", '<w:spacing w:before="120" w:after="40"/>',
                f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="34"/><w:szCs w:val="34"/>')
        + style("Subtitle", "Subtitle", '<w:spacing w:after="160"/>',
                f'<w:color w:val="{MUTED}"/><w:sz w:val="21"/>')
        + style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="220" w:after="80"/><w:outlineLvl w:val="0"/>',
                f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="24"/><w:szCs w:val="24"/>')
        + style("Note", "Note", '<w:spacing w:after="100"/>', f'<w:color w:val="{MUTED}"/><w:sz w:val="18"/>')
        + style("Cell", "Cell", '<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>', "")
        + style("Clause", "Clause", '<w:spacing w:after="60" w:line="252" w:lineRule="auto"/>'
                '<w:ind w:left="360" w:hanging="360"/>', '<w:sz w:val="19"/>')
        + style("Small", "Small", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>'
                '<w:ind w:left="360"/>', f'<w:color w:val="{MUTED}"/><w:sz w:val="16"/>')
        + "</w:styles>")


def document(body, header="", footer="", language="pl-PL", font="Calibri", strict=False, macro=False, properties=None,
             program="Microsoft Office Word"):
    """The package as bytes; members in a fixed order and with a fixed date, so that equal input gives equal bytes."""
    rels = ['<Relationship Id="rId1" Type="%s/styles" Target="styles.xml"/>' % R]
    types = []
    parts = {}
    refs = ""
    for kind, text in [("header", header), ("footer", footer)]:
        if not text:
            continue
        number = len(rels) + 1
        rels.append(f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{kind}1.xml"/>')
        refs += f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        tag = "hdr" if kind == "header" else "ftr"
        parts[f"word/{kind}1.xml"] = (f'{XML}<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{text}</w:{tag}>')
        types.append(f'<Override PartName="/word/{kind}1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                     f'wordprocessingml.{kind}+xml"/>')
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    if macro:
        main = "application/vnd.ms-word.document.macroEnabled.main+xml"
        rels.append('<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
                    'Target="vbaProject.bin"/>')
        types.append('<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>')
    section = (f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" '
               'w:left="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
    text = (f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">'
            f"<w:body>{body}{section}</w:body></w:document>")
    members = [
        ("[Content_Types].xml",
         f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
         '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         f'wordprocessingml.styles+xml"/>{"".join(types)}'
         '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'extended-properties+xml"/>'
         + ('<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'custom-properties+xml"/>' if properties else "") + "</Types>"),
        ("_rels/.rels",
         f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
         f'<Relationship Id="rId2" Type="{R}/extended-properties" Target="docProps/app.xml"/>'
         + (f'<Relationship Id="rId3" Type="{R}/custom-properties" Target="docProps/custom.xml"/>' if properties else "")
         + "</Relationships>"),
        ("word/document.xml", text),
        ("word/_rels/document.xml.rels",
         f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rels)}'
         "</Relationships>"),
        ("word/styles.xml", styles(font, language)),
        ("docProps/app.xml",
         f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
         f"<Application>{program}</Application></Properties>"),
    ] + sorted(parts.items())
    if properties:
        entries = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{index + 2}" name="{name}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>" for index, (name, value) in enumerate(properties))
        members.append(("docProps/custom.xml",
                        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
                        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
                        f"{entries}</Properties>"))
    if macro:
        members.append(("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"made-up macro, no code inside" * 40))
    if strict:
        members = [(name, strictly(data)) for name, data in members]
    return package(members)


def strictly(data):
    if isinstance(data, bytes):
        return data
    for old, new in STRICT.items():
        data = data.replace(old, new)
    return data


def package(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data.encode() if isinstance(data, str) else data)
    return stream.getvalue()
