"""Nabór's own Word forms, filled in as Word would and printed to PDF by LibreOffice: their controls are gone.

What the Word file itself is read as is the truth.
"""

import html
import io
import json
import random
import re
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMS = [("otwarte-spotkania", None), ("kompetentni-w-dialogu", "seminaria"), ("kompetentni-w-dialogu", "mini-granty"),
         ("porozmawiajmy-o-integracji", None), ("restart-dolny-slask", "main"), ("restart-dolny-slask", "pracodawcy"),
         ("strefa-sasiedzka", "nabor-filii"), ("strefa-sasiedzka", "akademia")]
VALUES = {"email": "ewa.testowa@example.org", "phone": "+48990000123", "birth_date": "12.04.1990", "pesel": "02070803628",
          "nip": "1234563218", "regon": "123456785", "krs": "0009999999", "iban": "PL61109010140000071219812874",
          "postcode": "50-001", "name_latin": "Galina Testova", "name_original": "Галина Тестова", "stay_valid_to": "31.12.2030",
          "passport_valid_to": "31.12.2030", "stay_months": "14", "members_count": "20", "members_migrants": "12",
          "birth_year": "1990", "city": "Wrocław"}
TEXTS = ["Odpowiedź", "Telefon", "Dłuższa odpowiedź, która nie mieści się w jednym wierszu i dlatego zostanie złamana przez program, a "
         "może nawet dwa razy, jeśli komórka jest wąska."]


def filled(docx, number, draw):
    """Number 0 answers everything, 1 leaves some places as they are."""
    source, out = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                pieces = data.decode().split("<w:sdt>")
                seen = {}
                pieces[1:] = [piece_filled(piece, number, draw, seen) for piece in pieces[1:]]
                data = "<w:sdt>".join(pieces).encode()
            target.writestr(name, data)
    return out.getvalue()


def piece_filled(piece, number, draw, seen):
    tag = re.search(r'<w:tag w:val="([^"]*)"', piece).group(1)
    base = tag.split("=")[0]
    if "w14:checkbox" in piece:
        seen[base] = seen.get(base, 0) + 1
        if "=" in tag and seen[base] != 1 + number % 2:
            return piece
        return piece.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace("☐", "☒")
    if number == 1 and draw.random() < 0.4:
        return piece
    listed = re.findall(r'<w:listItem w:displayText="([^"]*)"', piece)
    text = html.unescape(listed[-1]) if listed else VALUES.get(tag.split("/")[-1], draw.choice(TEXTS))
    content = re.search(r"<w:sdtContent>(.*?)</w:sdtContent>", piece, re.S).group(1)
    run = f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'
    new = re.sub(r"<w:r[ >].*</w:r>", lambda _: run, content, flags=re.S) if "<w:p" in content else run
    return piece.replace("<w:showingPlcHdr/>", "").replace(content, new, 1)


def said(value):
    """Without evidence and confidence."""
    if isinstance(value, dict):
        return said(value["value"]) if "value" in value else {key: said(entry) for key, entry in value.items()}
    return [said(entry) for entry in value] if isinstance(value, list) else value


def make(folder, nabor, languages, printed):
    """(event, PDF, answers) for each form, language and filling."""
    documents = []
    for event, form in FORMS:
        for language in languages:
            blank = folder / "own-blank.docx"
            subprocess.run([nabor, "form", str(ROOT / f"samples/events/{event}.yaml"), "--language", language, "--format", "docx",
                            "-o", str(blank)] + (["--form", form] if form else []), check=True, capture_output=True)
            for number in range(2):
                path = folder / f"own-{event}-{form or 'main'}-{language}-{number}.docx"
                path.write_bytes(filled(blank.read_bytes(), number, random.Random(path.name)))
                documents.append((event, path))
    printed(folder, [path for _, path in documents])
    made = []
    for event, path in documents:
        out = subprocess.run([nabor, "extract", str(path), "--event", str(ROOT / f"samples/events/{event}.yaml"), "--json"],
                             capture_output=True, text=True)
        answers = {key: said(value) for key, value in json.loads(out.stdout.splitlines()[0])["answers"].items()}
        made.append((event, path.with_suffix(".pdf"), {key: value for key, value in answers.items() if value is not False}))
    return made
