#!/usr/bin/env python3
"""Puts the fields that `nabor read` finds in PDF forms beside those of pikepdf's object tree and of pypdf.

    V/bin/python scripts/pages/compare_fields.py --nabor .build/release/nabor [FILE.pdf ...]

Without files: those of Tests/Fixtures/pages, and the fillable forms of the five sample events as `nabor form` writes them,
filled in by pypdf. Exit code 1 when any field differs. V: see make_pdf_forms.py.
"""
import argparse
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pypdf

from make_pdf_forms import check_with_pypdf, fields_by_pikepdf

ROOT = Path(__file__).resolve().parents[2]
EVENTS = ["kompetentni-w-dialogu", "otwarte-spotkania", "porozmawiajmy-o-integracji", "restart-dolny-slask", "strefa-sasiedzka"]


def own_forms(nabor, folder):
    """Nabór's own fillable forms, every text field and every other box filled in by pypdf."""
    for event in EVENTS:
        blank, filled = Path(folder) / f"own-{event}-blank.pdf", Path(folder) / f"own-{event}.pdf"
        file = str(ROOT / f"samples/events/{event}.yaml")
        subprocess.run([nabor, "form", file, "-o", str(blank)], check=True, capture_output=True)
        reader = pypdf.PdfReader(blank)
        values = {}
        for index, (name, field) in enumerate(sorted((reader.get_fields() or {}).items())):
            states = [state for state in field.get("/_States_", []) if state != "/Off"]
            if field.get("/FT") == "/Tx":
                values[name] = f"{index % 10}" * min(5, int(field.get("/MaxLen", 5)))
            elif states and index % 2:
                values[name] = states[0]
        writer = pypdf.PdfWriter(clone_from=reader)
        for page in writer.pages:
            if "/Annots" in page:
                writer.update_page_form_field_values(page, values, auto_regenerate=False)
        writer.write(filled)
        yield filled


def expected(field):
    """Kind and value as `nabor read` has to tell them."""
    if field["kind"] == "button":
        on = field["value"] in field["states"] if field["value"] is not None else False
        return "button", on or field["shown"] not in (None, "Off")
    if field["kind"] == "choice":
        return "choice", "; ".join(field["values"])
    if field["kind"] == "signature":
        return "signature", field["signed"]
    return "text", field["value"].replace("\r\n", "\n").replace("\r", "\n")


def told(control):
    kind = control["kind"]
    if kind in ("checkBox", "radioButton"):
        return "button", control["checked"]
    if kind in ("comboBox", "dropDown", "listBox"):
        return "choice", control["value"] or ""
    if kind == "signature":
        return "signature", control["checked"]
    return "text", control["text"]


def compare(nabor, path):
    data = path.read_bytes()
    fields = fields_by_pikepdf(data)
    check_with_pypdf(path.name, data, fields)
    out = subprocess.run([nabor, "read", str(path), "--json"], capture_output=True, text=True)
    controls = json.loads(out.stdout.splitlines()[0]).get("controls", [])
    theirs = sorted((field["name"], *expected(field)) for field in fields)
    ours = sorted((control["tag"], *told(control)) for control in controls)
    for line in sorted(set(map(str, theirs)) ^ set(map(str, ours))):
        print(f"{path.name}: {line} {'only by pikepdf' if line in map(str, theirs) else 'only by nabor'}")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        writer = str(pdf.docinfo.get("/Producer", pdf.docinfo.get("/Creator", "-"))) if "/Info" in pdf.trailer else "-"
    equal = sum(one == other for one, other in zip(theirs, ours)) if len(theirs) == len(ours) else 0
    print(f"{path.name}: {equal} of {len(theirs)} equal ({writer})")
    return equal, len(theirs)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--nabor", required=True)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fixtures = sorted(path.with_suffix(".pdf") for path in (ROOT / "Tests/Fixtures/pages").glob("*.json")
                          if path.with_suffix(".pdf").exists())
        files = options.files or fixtures + list(own_forms(options.nabor, folder))
        counts = [compare(options.nabor, path) for path in files]
    equal, total = (sum(column) for column in zip(*counts))
    print(f"{equal} of {total} fields equal in {len(counts)} files")
    sys.exit(0 if equal == total else 1)


if __name__ == "__main__":
    main()
