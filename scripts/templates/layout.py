"""The shape that letters share: head, addressee, subject, facts, closing, signature."""

from ooxml import Cell, block, each, loop_row, mm, pair, paragraph, row, run, table, when
from package import Page, docx

WIDTH = 160

FRAME = (
    f'<w:framePr w:w="{mm(75)}" w:hSpace="142" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" '
    'w:xAlign="right" w:y="1"/>'
)


def letterhead():
    """Organiser on the left, place and date on the right, in a frame so that neither tabs nor tables align them."""
    return (
        paragraph("{{ placeAndDate }}", "PlaceAndDate", FRAME)
        + paragraph("{{ organiser.name }}", "LetterheadName")
        + paragraph("{{ organiser.addressLine }}", "Letterhead")
        + block("if organiser.registerLine", "Letterhead")
        + paragraph("{{ organiser.registerLine }}", "Letterhead")
        + block("endif", "Letterhead")
    )


def addressee():
    return each("line", "recipient", paragraph("{{ line }}", "Addressee"))


def facts(items="facts", label_width=45, caption=""):
    """The small table of what matters: one row a fact, made by the program so that empty ones are left out."""
    cells = [
        Cell("{{ row.label }}", label_width, style="TableLabel"),
        Cell("{{ row.value }}", WIDTH - label_width, style="TableText"),
    ]
    return (
        block(f"if {items}")
        + table([loop_row("row", items, cells)], [label_width, WIDTH - label_width], "Facts", caption)
        + block("endif")
    )


def fact_lines(items="facts"):
    """The same facts as lines of text, for lists whose page belongs to the rows."""
    return each("row", items, paragraph(run("{{ row.label }}: ", "FactLabel") + run("{{ row.value }}"), "FactLine"))


def register(items, columns, variable="row", caption="", style="Register"):
    """A table with a head row and one row for each item; columns are (head, tag, width, style)."""
    heads = [
        Cell(head, width, "TableHeadNumber" if kind == "TableNumber" else "TableHead") for head, _, width, kind in columns
    ]
    cells = [Cell(tag, width, kind) for _, tag, width, kind in columns]
    rows = [row(heads, header=True), loop_row(variable, items, cells)]
    return table(rows, [width for _, _, width, _ in columns], style, caption)


def bullets(items):
    return each("line", items, paragraph("{{ line }}", "ListBullet"))


def note(name):
    """A text the organiser may give in the event file, as a paragraph of its own."""
    return when(f"texts.{name}", paragraph("{{ texts.%s }}" % name, "AfterTable"))


def signature(closing):
    return (
        paragraph(closing, "Closing")
        + paragraph("{{ signatory.name }}", "Signature", "<w:keepNext/>" if closing else "")
        + when_signature("{{ signatory.function }}")
    )


def when_signature(function):
    return (
        block("if signatory.function", "Letterhead")
        + paragraph(function, "Letterhead", '<w:ind w:left="4820"/>')
        + block("endif", "Letterhead")
    )


def letter(subject, body, language, closing):
    """A whole letter as the bytes of a .docx file."""
    content = (
        letterhead()
        + addressee()
        + paragraph(subject, "Heading1")
        + paragraph("{{ person.salutation }}", "Salutation")
        + "".join(body)
        + signature(closing)
    )
    return docx(content, language, subject)


def signature_lines(labels, width=WIDTH, space=18):
    """Places to sign side by side, each a hairline with its label below."""
    each_width = width / len(labels)
    line = '<w:tcBorders><w:bottom w:val="dotted" w:sz="6" w:space="0" w:color="8C8F94"/></w:tcBorders>'
    gap = 8
    widths, top, bottom = [], [], []
    for index, label in enumerate(labels):
        last = index == len(labels) - 1
        column = each_width - (0 if last else gap)
        widths.append(column)
        top.append(Cell("", column, "TableSmall", properties=line))
        bottom.append(Cell(label, column, "TableSmall"))
        if not last:
            widths.append(gap)
            top.append(Cell("", gap, "TableSmall"))
            bottom.append(Cell("", gap, "TableSmall"))
    return table([row(top, height=space), row(bottom)], widths, "Signatures")


__all__ = [
    "Cell", "Page", "WIDTH", "addressee", "block", "bullets", "docx", "each", "fact_lines", "facts", "letter", "letterhead",
    "loop_row", "note", "pair", "paragraph", "register", "row", "run", "signature", "signature_lines", "table", "when",
]
