"""Small building blocks of WordprocessingML: runs, paragraphs, tables and the template tags inside of them.

Tags are written in the dialect of docs/templates.md. A block tag (`if`, `for`, `endif` ...) that stands alone in its
paragraph takes that paragraph with it; a `for` in the first cell of a table row and its `endfor` in the last cell
repeat the row; `{%tc for %}` and `{%tc endfor %}` in cells of their own repeat the cells between them.
"""

import re
from xml.sax.saxutils import escape

NBSP = "\u00a0"
MM = 56.6929  # twentieths of a point in a millimetre

TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)
ONE_LETTER = re.compile(r"(?<![\w{])([aiouwzAIOUWZікйувзаяоскІКУВЗАЯОСКЎўИи])[ ](?=\S)")
NUMBER_UNIT = re.compile(r"(\d) (?=[%\w])")


def mm(value):
    """Millimetres as twentieths of a point."""
    return round(value * MM)


def typeset(text):
    """Non-breaking spaces after one-letter words and between a number and its unit, outside of tags."""
    parts = TAG.split(text)
    for index in range(0, len(parts), 2):
        once = ONE_LETTER.sub(lambda match: match.group(1) + NBSP, parts[index])
        parts[index] = NUMBER_UNIT.sub(lambda match: match.group(1) + NBSP, once)
    return "".join(parts)


def text_element(text):
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(text, style=None, properties=""):
    """One run; `\\n` in the text becomes a line break."""
    style_xml = f'<w:rStyle w:val="{style}"/>' if style else ""
    inside = f"<w:rPr>{style_xml}{properties}</w:rPr>" if style_xml or properties else ""
    pieces = "<w:br/>".join(text_element(piece) for piece in typeset(text).split("\n"))
    return f"<w:r>{inside}{pieces}</w:r>"


def runs(text):
    """Runs of a text in which `**…**` marks the strong parts."""
    result = []
    for index, piece in enumerate(text.split("**")):
        if piece:
            result.append(run(piece, style="Strong" if index % 2 else None))
    return "".join(result)


def field(instruction):
    return (
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:rPr><w:noProof/></w:rPr>'
        f"<w:t>1</w:t></w:r></w:fldSimple>"
    )


def paragraph(content="", style="BodyText", properties=""):
    """A paragraph; a plain text becomes runs, markup that begins with `<w:` is taken as it is."""
    inner = content if content.startswith("<w:") else runs(content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def block(tag, style="BodyText"):
    """A block tag alone in its paragraph; the engine takes the whole paragraph away."""
    return paragraph("{% " + tag + " %}", style)


def when(condition, *content):
    return block(f"if {condition}") + "".join(content) + block("endif")


def each(variable, items, *content):
    return block(f"for {variable} in {items}") + "".join(content) + block("endfor")


def pair(woman, man, neutral, of="person.addressForm"):
    """A tag that prints the form that fits the person's form of address."""
    return '{{ %s | pair("%s", "%s", "%s") }}' % (of, man, woman, neutral)


class Cell:
    """A table cell; `width` in millimetres, `content` a text or ready paragraphs."""

    def __init__(self, content, width, style="TableText", span=1, properties=""):
        self.content = content
        self.width = width
        self.style = style
        self.span = span
        self.properties = properties

    def xml(self):
        inner = self.content if self.content.startswith("<w:p") else paragraph(self.content, self.style)
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{mm(self.width)}" w:type="dxa"/>{span}{self.properties}</w:tcPr>'
            f"{inner}</w:tc>"
        )


def row(cells, height=None, header=False):
    """A row that never breaks across pages; a header row repeats on each page. The height is at least `height` mm."""
    inside = "<w:cantSplit/>"
    if height:
        inside += f'<w:trHeight w:val="{mm(height)}" w:hRule="atLeast"/>'
    if header:
        inside += "<w:tblHeader/>"
    return f"<w:tr><w:trPr>{inside}</w:trPr>{''.join(cell.xml() for cell in cells)}</w:tr>"


def loop_row(variable, items, cells, height=None):
    """A row that is repeated for each item."""
    cells[0].content = "{% for " + variable + " in " + items + " %}" + cells[0].content
    cells[-1].content += "{% endfor %}"
    return row(cells, height=height)


def loop_cells(variable, items, cell):
    """Cells repeated for each item, as the three cells that stand in the template.

    All three are equally wide, so that the widths of the template are right for three items; for any other number the
    engine scales them to the width of the table.
    """
    return [
        Cell("{%tc for " + variable + " in " + items + " %}", cell.width, style=cell.style),
        cell,
        Cell("{%tc endfor %}", cell.width, style=cell.style),
    ]


def table(rows, widths, style="Facts", caption=""):
    """A table of fixed layout with a description for screen readers."""
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for width in widths)
    described = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{mm(sum(widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{described}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
