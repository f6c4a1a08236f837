"""Packs a body into a .docx file: parts, relationships, header, footer, page. The same input gives the same bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

import styles
from ooxml import NBSP, field, mm, paragraph, run

LOCALES = {"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA", "ru": "ru-RU", "be": "be-BY"}
PAGE_WORDS = {
    "pl": ("strona", "z"), "en": ("page", "of"), "uk": ("сторінка", "з"), "ru": ("страница", "из"), "be": ("старонка", "з"),
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

PARTS = [
    ("word/document.xml", WORD + "document.main+xml"),
    ("word/styles.xml", WORD + "styles+xml"),
    ("word/numbering.xml", WORD + "numbering+xml"),
    ("word/settings.xml", WORD + "settings+xml"),
    ("word/fontTable.xml", WORD + "fontTable+xml"),
    ("word/header1.xml", WORD + "header+xml"),
    ("word/footer1.xml", WORD + "footer+xml"),
    ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
]


class Page:
    """Size and margins in millimetres, A4 unless a size is given. `framed` draws a hairline around the page, for
    certificates."""

    def __init__(self, landscape=False, framed=False, side=25, top=20, bottom=20, size=None):
        self.size = size
        self.landscape = landscape
        self.framed = framed
        self.side = side
        self.top = top
        self.bottom = bottom

    @property
    def edge(self):
        """From the edge of the paper to header and footer; within a frame they keep clear of it."""
        return 14 if self.framed else 10

    @property
    def text_width(self):
        return (self.size[0] if self.size else 297 if self.landscape else 210) - 2 * self.side

    def xml(self):
        width, height = self.size or ((297, 210) if self.landscape else (210, 297))
        turned = ' w:orient="landscape"' if self.landscape else ""
        frame = ""
        if self.framed:
            sides = "".join(
                f'<w:{side} w:val="single" w:sz="6" w:space="24" w:color="{styles.ACCENT}"/>'
                for side in ("top", "left", "bottom", "right")
            )
            frame = f'<w:pgBorders w:offsetFrom="page">{sides}</w:pgBorders>'
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
            f'<w:pgSz w:w="{mm(width)}" w:h="{mm(height)}"{turned}/>'
            f'<w:pgMar w:top="{mm(self.top)}" w:right="{mm(self.side)}" w:bottom="{mm(self.bottom)}" '
            f'w:left="{mm(self.side)}" w:header="{mm(self.edge)}" w:footer="{mm(self.edge)}" w:gutter="0"/>{frame}</w:sectPr>'
        )


def header_xml(centred=False):
    """The row of logos with a thin line below; without logos the event's title stands there."""
    align = '<w:jc w:val="center"/>' if centred else ""
    logos = (
        "{% if marking.logos %}{% for logo in marking.logos %}{{ logo.image }}"
        "{% if not loop.last %}\u2003{% endif %}{% endfor %}{% else %}{{ event.title }}{% endif %}"
    )
    return styles.DECLARATION + f"<w:hdr {styles.NAMESPACES}>{paragraph(run(logos), 'Header', align)}</w:hdr>"


def footer_xml(language, centred=False):
    """Funding sentence, short note on personal data, contact; on the right the page number, in a frame so that the
    contact never pushes it into a line of its own. A certificate, whose foot is centred, has one page and no number."""
    word, of = PAGE_WORDS[language]
    align = '<w:jc w:val="center"/>' if centred else ""
    rule = f'<w:pBdr>{styles.border("top", styles.LINE, 4, 6)}</w:pBdr>'
    frame = (
        f'<w:framePr w:w="{mm(26)}" w:hSpace="{mm(3)}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" '
        'w:xAlign="right" w:y="1"/>'
    )
    page = run(f"{word}{NBSP}") + field("PAGE") + run(f"{NBSP}{of}{NBSP}") + field("NUMPAGES")
    content = (
        paragraph(run("{% if funding %}{{ funding }} {% endif %}{{ privacyNote }}"), "Footer", rule + align)
        + ("" if centred else paragraph(page, "Footer", frame + '<w:jc w:val="right"/>'))
        + paragraph(run("{{ contactLine }}"), "Footer", align)
    )
    return styles.DECLARATION + f"<w:ftr {styles.NAMESPACES}>{content}</w:ftr>"


def empty_xml(root):
    return styles.DECLARATION + f"<w:{root} {styles.NAMESPACES}>{paragraph('', 'TableSmall')}</w:{root}>"


def relationships(entries):
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, start=1)
    )
    return (
        styles.DECLARATION
        + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def content_types():
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in PARTS)
    return (
        styles.DECLARATION + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def core_properties(title, language, creator="{{ organiser.name }}"):
    return (
        styles.DECLARATION
        + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{creator}</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified>'
        f"<dc:language>{LOCALES[language]}</dc:language></cp:coreProperties>"
    )


def docx(body, language, title, page=None, centred=False, plain=False):
    """The bytes of a .docx file with this body; `plain` leaves header, footer and author empty."""
    page = page or Page()
    locale = LOCALES[language]
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([
            (RELATIONS + "officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            (RELATIONS + "extended-properties", "docProps/app.xml"),
        ]),
        "word/document.xml": styles.DECLARATION
        + f"<w:document {styles.NAMESPACES}><w:body>{body}{page.xml()}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships([
            (RELATIONS + "styles", "styles.xml"),
            (RELATIONS + "numbering", "numbering.xml"),
            (RELATIONS + "settings", "settings.xml"),
            (RELATIONS + "fontTable", "fontTable.xml"),
            (RELATIONS + "header", "header1.xml"),
            (RELATIONS + "footer", "footer1.xml"),
            (RELATIONS + "theme", "theme/theme1.xml"),
        ]),
        "word/styles.xml": styles.styles_xml(locale),
        "word/numbering.xml": styles.numbering_xml(),
        "word/settings.xml": styles.settings_xml(locale),
        "word/fontTable.xml": styles.font_table_xml(),
        "word/header1.xml": empty_xml("hdr") if plain else header_xml(centred),
        "word/footer1.xml": empty_xml("ftr") if plain else footer_xml(language, centred),
        "word/theme/theme1.xml": styles.theme_xml(),
        "docProps/core.xml": core_properties(title, language, "") if plain else core_properties(title, language),
        "docProps/app.xml": styles.DECLARATION
        + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Nabor</Application></Properties>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()
