#!/usr/bin/env python3
"""Runs docxtpl over the conformance cases and says where its text is not what the case file states.

    python oracle.py TEMPLATES            # a folder with NAME.docx for each case

The templates are written by the tests: DOCUMENTS_CASES=FOLDER make test. Each case of
Tests/DocumentsTests/Fixtures/conformance.json has `expected`, `compatible` (what Nabor makes in docxtpl's
ways, where that differs) and, where docxtpl makes something else, `docxtpl` and `difference`.
"""
import io
import json
import os
import sys
import zipfile

from docxtpl import DocxTemplate
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ("document", "header1", "footer1", "footnotes1", "endnotes1", "comments1")


def paragraph(node):
    text = ""
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = etree.QName(child).localname
        if name == "t":
            text += child.text or ""
        elif name == "tab":
            text += "\t"
        elif name in ("br", "cr"):
            text += "⏎" if child.get(W + "type") == "page" else "\n"
        elif name not in ("pPr", "rPr", "instrText", "del", "delText"):
            text += paragraph(child)
    return text


def blocks(node):
    result = []
    for child in node:
        if child.tag == W + "p":
            result.append(paragraph(child))
        elif child.tag == W + "tbl":
            rows = ["[" + " | ".join("¶".join(blocks(cell)) for cell in row.findall(W + "tc")) + "]"
                    for row in child.findall(W + "tr")]
            result.append(" ".join(rows))
        elif child.tag in (W + "footnote", W + "endnote", W + "comment"):
            result += blocks(child)
    return result


def shape(file):
    result = {}
    with zipfile.ZipFile(file) as archive:
        for part in PARTS:
            try:
                root = etree.fromstring(archive.read("word/%s.xml" % part))
            except KeyError:
                continue
            body = root.find(W + "body")
            found = blocks(root if body is None else body)
            if found:
                result[part] = found
    return result


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../../Tests/DocumentsTests/Fixtures/conformance.json"), encoding="utf-8") as f:
        cases = json.load(f)
    wrong = equal = 0
    for case in cases:
        try:
            template = DocxTemplate(os.path.join(sys.argv[1], case["name"] + ".docx"))
            template.render(case["data"], autoescape=True)
            output = io.BytesIO()
            template.save(output)
            made = shape(output)
        except Exception as error:  # docxtpl raises what Jinja2, lxml and python-docx raise
            made = {"ERROR": ["%s: %s" % (type(error).__name__, str(error)[:100])]}
        stated = case.get("docxtpl", case.get("compatible", case.get("expected")))
        if made == stated:
            equal += "docxtpl" not in case
        else:
            wrong += 1
            print(case["name"], "states", json.dumps(stated, ensure_ascii=False), "docxtpl makes", json.dumps(made, ensure_ascii=False))
    print("%d cases, %d equal to docxtpl, %d differ as stated, %d differ otherwise"
          % (len(cases), equal, len(cases) - equal - wrong, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
