"""Three blank forms as organisers make them in a word processor: a table, dotted lines, and a mixture with columns.

Written as HTML, turned into PDF by LibreOffice. Where the answers belong is found in the PDF: dots and ballot boxes are
words of their own; an empty table cell is found in a second copy that has a short sign in it.
"""

import html
import re
import subprocess
import tempfile
from pathlib import Path

STYLE = "<style>body{font-family:'Liberation Serif';font-size:11.5pt} td{border:1px solid #000;padding:3px} p{margin:5px 0}</style>"

# Field, label, kind, width in points; or a list of options to tick.
MEETING = [
    ("name_latin", "Imię i nazwisko", "personName", 280), ("organisation", "Organizacja lub instytucja", "text", 280),
    ("role", "Stanowisko lub funkcja", "text", 280), ("municipality", "Gmina, w której Państwo działają", "text", 280),
    ("email", "E-mail", "email", 280), ("phone", "Telefon", "phone", 280),
    ("sector", "Rodzaj podmiotu", [("ngo", "organizacja pozarządowa"), ("gmina", "gmina lub jej jednostka"), ("inna", "inna instytucja")], 0),
    ("works_with_migrants", "Czy w pracy ma Pani/Pan kontakt z migrantkami i migrantami?", [("true", "tak"), ("false", "nie")], 0),
    ("diet", "Dieta", "text", 280), ("consent_data", "Klauzula informacyjna", [("true", "zapoznałam/zapoznałem się")], 0),
]
OPEN = [
    ("name_latin", "Name as in the passport (Latin letters)", "personName", 250), ("birth_date", "Date of birth", "date", 160),
    ("country", "Country where you live", "country", 200), ("sending_org", "Sending organisation", "text", 250),
    ("email", "E-mail", "email", 250), ("phone", "Phone with country code", "phone", 200),
    ("address_form", "How shall we address you?", [("pani", "Ms"), ("pan", "Mr"), ("neutral", "neutral")], 0),
    ("languages", "Languages you speak", [("en", "English"), ("pl", "Polish"), ("de", "German")], 0),
    ("diet", "Diet and allergies", "text", 250), ("consent_data", "Information on personal data", [("true", "I have read it")], 0),
]
RESTART = [
    ("name_latin", "Imię i nazwisko jak w dokumencie", "personName", 260), ("birth_date", "Data urodzenia", "date", 150),
    ("pesel", "PESEL", "pesel", 200), ("postcode", "Kod pocztowy", "postalCode", 120), ("email", "E-mail", "email", 260),
    ("phone", "Telefon", "phone", 200), ("consent_data", "Klauzula informacyjna", [("true", "znam jej treść")], 0),
]
BLANKS = [
    ("stol-tabela", "porozmawiajmy-o-integracji", "pl", "table", "Karta zgłoszenia – Porozmawiajmy o integracji", MEETING),
    ("open-dots", "otwarte-spotkania", "en", "dots", "Application form – Open Meetings", OPEN),
    ("restart-linie", "restart-dolny-slask", "pl", "rules", "Formularz rekrutacyjny – ReStart Dolny Śląsk", RESTART),
]


def text(shape, title, fields, signs):
    rows = []
    for number, (name, label, kind, width) in enumerate(fields):
        label = html.escape(label)
        if isinstance(kind, list):
            answer = " &nbsp;&nbsp; ".join(f"☐ {html.escape(words)}" for _, words in kind)
        elif shape == "table":
            answer = f"<font style='font-size:6pt'>Q{number}Q</font>" if signs else "&nbsp;"
        else:
            answer = ("." if shape == "dots" else "_") * (width // (3 if shape == "dots" else 6))
        if shape == "table":
            rows.append(f"<tr style='height:30px'><td width='38%' height='30'>{label}</td><td height='30'>{answer}</td></tr>")
        else:
            rows.append(f"<p style='margin-top:12px'>{number + 1}. {label}: {answer}</p>")
    body = f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>" if shape == "table" else "".join(rows)
    foot = "<p style='margin-top:30px'>Data i podpis / Date and signature: ..................................................</p>"
    return f"<html><meta charset='utf-8'>{STYLE}<h2>{html.escape(title)}</h2><p>Prosimy wypełnić czytelnie. Please write clearly.</p>{body}{foot}</html>"


def convert(markup, folder, name):
    source = Path(folder) / f"{name}.html"
    source.write_text(markup)
    for target, filter_name in (("odt", "odt:writer8"), ("pdf", "pdf")):
        before = source if target == "odt" else Path(folder) / f"{name}.odt"
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", filter_name,
                        *(["--infilter=HTML (StarWriter)"] if target == "odt" else []), "--outdir", folder, str(before)],
                       check=True, capture_output=True, timeout=120)
    return Path(folder) / f"{name}.pdf"


def words(pdf):
    listing = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    found, page = [], 0
    for line in listing.splitlines():
        if "<page " in line:
            page += 1
        match = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
        if match:
            left, top, right, bottom = (float(value) for value in match.groups()[:4])
            found.append((page, left, top, right - left, bottom - top, html.unescape(match.group(5))))
    # pdftotext goes by columns where it sees some; signs of one kind on one line have the same top.
    return sorted(found, key=lambda word: (word[0], round(word[2]), word[1]))


def places(shape, fields, blank, signed):
    """Truth for the drawing: where each answer belongs."""
    boxes = [word for word in words(blank) if "☐" in word[5]]
    lines = [word for word in words(blank) if re.fullmatch(r"[._]{8,}", word[5])]
    marked = {word[5]: word for word in words(signed)} if signed else {}
    result = []
    for number, (name, label, kind, width) in enumerate(fields):
        if isinstance(kind, list):
            for key, _ in kind:
                page, left, top, width, height, _ = boxes.pop(0)
                side = min(width, height) * 0.72
                result.append({"name": name, "option": key, "page": page, "kind": "choice", "takesOne": name != "languages",
                               "box": [left + width * 0.12, top + height * 0.2, side, side]})
        elif shape == "table":
            page, left, top, _, height, _ = marked[f"Q{number}Q"]
            result.append({"name": name, "page": page, "kind": kind, "box": [left, top - 9, width, height + 16]})
        else:
            page, left, top, length, height, _ = lines.pop(0)
            result.append({"name": name, "page": page, "kind": kind, "box": [left, top - 7, length, height + 6]})
    return result


def missing(places, known):
    """The fields of a map that a person adds in an editor: what stands on the blank and was not found."""
    fields = {}
    for place in places:
        if place["name"] in known:
            continue
        kind = "yesNo" if place.get("option") in ("true", "false") else place["kind"]
        field = fields.setdefault(place["name"], {"name": place["name"], "kind": kind, "label": place["name"], "places": []})
        entry = {"page": place["page"], "box": [round(value, 2) for value in place["box"]]}
        entry.update({"option": place["option"]} if "option" in place else {"lines": 1})
        if "option" in place and place["takesOne"]:
            field["takesOne"] = True
        field["places"].append(entry)
    return list(fields.values())


def make(folder):
    """Writes the three blanks as PDF; gives for each its description with the places."""
    blanks = []
    for name, event, language, shape, title, fields in BLANKS:
        with tempfile.TemporaryDirectory() as work:
            blank = convert(text(shape, title, fields, False), work, name)
            signed = convert(text(shape, title, fields, True), work, name + "-signed") if shape == "table" else None
            target = Path(folder) / f"{name}.pdf"
            target.write_bytes(blank.read_bytes())
            blanks.append({"name": name, "event": event, "language": language, "pdf": str(target), "origin": "blank",
                           "places": places(shape, fields, blank, signed)})
    return blanks
