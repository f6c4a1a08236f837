"""CSV, JSON Lines and XLSX files of submissions, as form tools write them."""

import csv
import io
import json
from xml.sax.saxutils import escape

from ooxml import XML, package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def csv_file(heads, rows, delimiter=";", encoding="utf-8-sig"):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def column(index):
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def xlsx(heads, rows, sheet="Odpowiedzi"):
    """Shared strings, as spreadsheets write them."""
    strings = {}

    def cell(row, index, text):
        if text == "":
            return ""
        number = strings.setdefault(str(text), len(strings))
        return f'<c r="{column(index)}{row}" t="s"><v>{number}</v></c>'

    lines = []
    for number, row in enumerate([heads] + rows, start=1):
        lines.append(f'<row r="{number}">{"".join(cell(number, i, v) for i, v in enumerate(row))}</row>')
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    base = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return package([
        ("[Content_Types].xml",
         f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
         'ContentType="application/xml"/>'
         f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
         f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
         f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>'),
        ("_rels/.rels", f'{XML}<Relationships xmlns="{base}"><Relationship Id="rId1" Type="{DOC}/officeDocument" '
                        'Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets><sheet name="{sheet}" sheetId="1" '
                            'r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels",
         f'{XML}<Relationships xmlns="{base}"><Relationship Id="rId1" Type="{DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
         f'<Relationship Id="rId2" Type="{DOC}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml",
         f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'),
        ("xl/sharedStrings.xml",
         f'{XML}<sst xmlns="{MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{shared}</sst>'),
    ])
