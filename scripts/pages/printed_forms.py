#!/usr/bin/env python3
"""How well forms are read that were filled in at a computer and printed to PDF.

    scripts/pages/printed_forms.py FOLDER --nabor .build/release/nabor [--count 20] [--seed 1]

Makes the blanks of samples/events/blanks filled in with made-up answers (short and long ones, some that repeat words of the
form), by the word processor (the lines move) and by typing over the blank's PDF (nothing moves), has LibreOffice print
them, reads them with `nabor extract` and compares; the same with the blanks of organiser_forms.py and with Nabór's own Word forms
(own_forms.py). Same seed, same forms. Typing over needs pymupdf. Tests/Fixtures/printed holds a few of these, with their part
of truth.json.
"""
import argparse
import json
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts/samples"))

import event_a  # noqa: E402
import event_b  # noqa: E402
import event_c  # noqa: E402
import event_d  # noqa: E402
import event_e  # noqa: E402
import forms  # noqa: E402
import organiser_forms as organiser  # noqa: E402
import own_forms  # noqa: E402
import people  # noqa: E402

SENTENCES = [
    "Prowadzimy świetlicę i kurs języka polskiego dla rodzin, dwa razy w tygodniu.", "W zeszłym roku było 40 spotkań.",
    "Pomagamy nowym mieszkankom w urzędzie i u lekarza.", "Organizujemy wspólne gotowanie, wycieczki oraz kiermasze.",
    "Dlaczego? Bo sąsiedzi sami o to proszą, a nie ma gdzie się spotkać.", "Telefon i e-mail podajemy na plakatach.",
    "Mamy dyżury wolontariuszek: od poniedziałku do piątku, w godz. 9-17.", "Dieta i dostępność są dla nas ważne.",
    "Szkoły nie wiedzą, komu zgłosić potrzebę asystenta (5 szkół, 3 gminy).", "Za mało miejsc na kursach wieczornych.",
    "Imię i nazwisko osoby prowadzącej podamy później.", "Spotykamy się co drugi czwartek w bibliotece przy ul. Próbnej 3.",
]
# Short answers that stand in print on some form too.
ECHOES = ["Telefon", "Dieta", "Funkcja", "TAK", "Stowarzyszenie Most", "podpis", "data", "fundacja", "imię i nazwisko"]
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
TITLES = {"Pani": "pani", "Pan": "pan", "forma neutralna": "neutral"}


def prose(draw, count):
    return " ".join(draw.sample(SENTENCES, count))


def answers(event, number, draw):
    """What one person answers, as it is typed."""
    long = [1, 2, 4, 8][number % 4]
    if event == "otwarte-spotkania":
        row = event_a.answers(*event_a.applicants()[number % 28], number)
        row["birth_date"] = ".".join(reversed(row["birth_date"].split("-")))
        row["country"] = event_a.COUNTRIES[row["country"]]
        row["fewer_opportunities"] = "tak" if row["fewer_opportunities"] else "nie"
        row["motivation"] = " ".join(draw.sample(event_a.REASONS, min(4, long)))
        if number % 3 == 0:
            row["sending_org"] = "Europejskie Stowarzyszenie Współpracy Sąsiedzkiej i Edukacji Dorosłych, oddział w Rzeszowie"
        return row
    if event == "kompetentni-w-dialogu":
        kinds = ["fundacja", "stowarzyszenie", "stowarzyszenie_zwykle", "grupa_nieformalna"]
        row = event_b.organisation(number, f"Fundacja Próba {number}" if number % 3 else
                                   "Stowarzyszenie na Rzecz Organizacji lub Grup Nieformalnych i Ich Członkiń „Miejscowość”",
                                   kinds[number % 4], ["Warszawa", "Łódź", "Miejscowość"][number % 3], "0009999999", "9990000014",
                                   "990000016", delegates=1 + number % 2)
        row["about"] = prose(draw, long)
        return row
    if event == "porozmawiajmy-o-integracji":
        row = event_c.person(number, list(event_c.SECTORS)[number % 5], ["Fundacja Trzy Drogi", "Miejski Ośrodek Pomocy Rodzinie i "
                             "Wsparcia Mieszkanek oraz Mieszkańców Powiatu Przykładowego w Nowej Próbnej"][number % 2])
        row["issue_for_diagnosis"] = prose(draw, long)
        row["diet"] = ["", "wegańska", "bez glutenu i bez laktozy, uczulenie na orzechy; proszę o potrawy gotowane, nie smażone, jeśli się da"][number % 3]
        row["role"] = ECHOES[number % len(ECHOES)] if number % 4 == 3 else row["role"]
        row["consent_sensitive"] = bool(row["diet"])
        return row
    if event == "restart-dolny-slask":
        row = event_d.person(number % 21, ["A0", "A1", "A2", "B1"][number % 4])
        if number % 3 == 0:
            row["city"] = "Jelenia Góra (Cieplice Śląskie-Zdrój, osiedle Próbne), poczta Piechowice"
        return row
    row = event_e.branch(number % 9, "Próbne Górne", "Testowa 3 m. 4")
    row.update(experience=prose(draw, long), motivation=prose(draw, 12 - long), partners=prose(draw, 1 + number % 3))
    if number % 5 == 4:
        row["partners"] = ECHOES[number % len(ECHOES)]
    return row


def truth(event, row):
    """The same answers as `extract` has to give them."""
    result = {}
    for key, value in row.items():
        if value in ("", False, [], None):
            continue
        if key in ("birth_date", "stay_valid_to"):
            value = "-".join(reversed(value.split(".")))
        elif value in ("tak", "nie") and key != "role":
            value = value == "tak"
        elif key in ("members_count", "members_migrants", "stay_months"):
            value = int(value)
        elif key == "country":
            value = {name: code for code, name in event_a.COUNTRIES.items()}[value]
        elif key == "delegates":
            value = [{k: TITLES.get(v, v) for k, v in entry.items() if v} for entry in value]
        result[key] = value
    return result


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        entries = [plain(entry) for entry in value]
        return sorted(entries) if all(isinstance(entry, str) for entry in entries) else entries
    return " ".join(value.split()) if isinstance(value, str) else value


def said(given):
    """An answer as `extract` gives it, entries of groups without their evidence."""
    value = given.get("value") if isinstance(given, dict) else given
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{key: said(entry) for key, entry in person.items()} for person in value]
    return value


def printed(folder, documents, form="pdf", *more):
    """Office files turned into PDF, all in one run."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder.resolve()}/profile", *more, "--convert-to", form,
                    "--outdir", str(folder)] + [str(path) for path in documents], check=True, capture_output=True, timeout=900)


def typed_over(folder, nabor, event, count, seed):
    """The blank's PDF with answers typed into the page at the places of its map, ticks as crosses of two strokes."""
    import pymupdf
    blank = folder / f"{event}-blank.docx"
    blank.write_bytes(forms.make(event))
    printed(folder, [blank])
    drawing = folder / f"{event}-blank.svg"
    form = {"kompetentni-w-dialogu": "seminaria", "strefa-sasiedzka": "nabor-filii"}.get(event)
    subprocess.run([nabor, "form-map", str(ROOT / f"samples/events/{event}.yaml"), "--blank", str(blank.with_suffix(".pdf")),
                    "-o", str(drawing)] + (["--form", form] if form else []), capture_output=True)
    places = json.loads(drawing.with_suffix(".json").read_text())
    made = []
    for number in range(count):
        draw = random.Random(f"{seed}/{event}/over/{number}")
        row, done = answers(event, number * 4, draw), {}
        document = pymupdf.open(blank.with_suffix(".pdf"))
        for field in places["fields"]:
            value, name = row.get(field["name"]), field["name"]
            if "/" in name:
                group, inner = name.split("/")
                entry = int(group.split("[")[1][:-1]) - 1
                people_ = row.get(group.split("[")[0], [])
                value = people_[entry].get(inner) if entry < len(people_) else None
            for place in field["places"]:
                page, (x, y, width, height) = document[place["page"] - 1], place["box"]
                if "option" in place:
                    chosen = value if isinstance(value, list) else [{True: "true", "tak": "true", "nie": "false"}.get(value, value)]
                    if place.get("by") == "word":
                        # Underlined, or the others struck out.
                        height = y + height * (0.55 if number % 2 else 1.02)
                        if chosen != [""] and (place["option"] in chosen) != bool(number % 2):
                            page.draw_line((x, height), (x + width, height), width=0.7)
                        done[name] = row[name]
                        continue
                    if place["option"] in chosen:
                        done[name] = row[name]
                        if number % 2:
                            page.insert_font(fontname="F0", fontfile=FONT)
                            page.insert_text((x + width * 0.1, y + height), "X" if number % 4 == 1 else "✓", fontsize=height * 1.2, fontname="F0")
                            continue
                        page.draw_line((x, y), (x + width, y + height))
                        page.draw_line((x, y + height), (x + width, y))
                elif isinstance(value, str) and value and not place.get("cells"):
                    size = 10 if len(value) * 5 < width * max(1, height // 12) else 6
                    page.insert_font(fontname="F0", fontfile=FONT)
                    box = pymupdf.Rect(x + 1, y + (2 if height > 24 else 4), x + width, y + max(height, 14) + 3)
                    if page.insert_textbox(box, value, fontsize=size, fontname="F0") >= 0:
                        done[name] = value
        target = folder / f"{event}-over-{number:02d}.pdf"
        document.ez_save(target)
        wanted = {key: value for key, value in row.items() if key in done}
        if any("/" in name for name in done):
            wanted["delegates"] = [{inner: value for inner, value in entry.items() if f"delegates[{index}]/{inner}" in done}
                                   for index, entry in enumerate(row["delegates"], start=1)]
        made.append((event, target, truth(event, wanted)))
    return made


def organiser_answers(shape, number, draw):
    name, _ = people.polish(number + 7, number % 2 == 1)
    row = {"name_latin": name, "birth_date": f"{10 + number % 18}.0{1 + number % 9}.198{number % 10}",
           "address": ["ul. Próbna 3 m. 4", "ul. Kodu Pocztowego 12, blok B, klatka druga, mieszkanie czterdzieste ósme na trzecim piętrze"][number % 2],
           "postcode": f"87-{100 + number}", "city": ["Toruń", "Kod pocztowy", "Miejscowość Próbna"][number % 3], "email": people.email(name),
           "phone": people.phone(700 + number), "organisation": ECHOES[number % len(ECHOES)] if number % 3 == 1 else "Fundacja Trzy Drogi",
           "role": ["prezeska", "wolontariusz", "np. prezeska i wolontariusz"][number % 3],
           "about": prose(draw, [1, 4, 9][number % 3]), "motivation": prose(draw, [8, 2, 5][number % 3]),
           "diet": ["zwykle", "wege", "wegan"][number % 3], "transport": number % 2 == 0, "consent_data": number % 4 != 3,
           "hints": ["replaced", "behind", "below"][number // 2 % 3]}
    if shape != "columns":
        row["people"] = [{"name_latin": people.polish(index + number)[0], "relation": ["córka", "syn", "matka", "Adres e-mail"][index % 4],
                          "contact": f"osoba{index}@example.org"} for index in range([2, 5, 34][number % 3])]
    if shape == "pages":
        row["about"] = prose(draw, 12) + "\n" + prose(draw, 12) + "\n" + prose(draw, 10)
    return row


def organisers(folder, count, seed):
    """The blanks of organiser_forms.py: the event names the blank's PDF."""
    made, pages = [], []
    for shape in organiser.SHAPES:
        (folder / f"{shape}.yaml").write_text(organiser.EVENT.replace("SHAPE", shape))
        pages.append((folder / f"{shape}-blank.html", organiser.page(shape)))
        for number in range(count):
            row = organiser_answers(shape, number, random.Random(f"{seed}/{shape}/{number}"))
            pages.append((folder / f"{shape}-{number:02d}.html", organiser.page(shape, row)))
            wanted = truth(shape, {key: value for key, value in row.items() if key != "hints"})
            made.append((shape, folder / f"{shape}-{number:02d}.pdf", wanted))
    for path, text in pages:
        path.write_text(text)
    printed(folder, [path for path, _ in pages], "odt:writer8", "--infilter=HTML (StarWriter)")
    printed(folder, [path.with_suffix(".odt") for path, _ in pages])
    return made


def make(folder, nabor, count, seed):
    folder.mkdir(parents=True, exist_ok=True)
    made, documents = [], []
    for event in forms.FORMS:
        for number in range(count):
            draw = random.Random(f"{seed}/{event}/{number}")
            row = answers(event, number, draw)
            path = folder / f"{event}-{number:02d}.docx"
            path.write_bytes(forms.make(event, row, seed=number + 1, dialect=["word", "plain", "gdocs"][number // 3 % 3],
                                        manner=["replace", "overtype", "append"][number % 3],
                                        strike=["struck", "underline", "highlight", "deleted"][number // 2 % 4]))
            documents.append(path)
            made.append((event, path.with_suffix(".pdf"), truth(event, row)))
    printed(folder, documents)
    for event in forms.FORMS:
        made += typed_over(folder, nabor, event, max(4, count // 3), seed)
    return made + organisers(folder, count, seed) + own_forms.make(folder, nabor, ["pl", "uk", "en"], printed)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--nabor", required=True)
    options.add_argument("--count", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", action="store_true", help="take the files that are there")
    options = options.parse_args()
    index = options.folder / "truth.json"
    if options.keep and index.exists():
        made = [(event, Path(path), wanted) for event, path, wanted in json.loads(index.read_text())]
    else:
        made = make(options.folder, options.nabor, options.count, options.seed)
        index.write_text(json.dumps([(event, str(path), wanted) for event, path, wanted in made], ensure_ascii=False))
    totals = {}
    for event in list(forms.FORMS) + organiser.SHAPES:
        group = [entry for entry in made if entry[0] == event]
        file = ROOT / f"samples/events/{event}.yaml" if event in forms.FORMS else options.folder / f"{event}.yaml"
        out = subprocess.run([options.nabor, "extract", "--event", str(file), "--json"]
                             + [str(path) for _, path, _ in group], capture_output=True, text=True)
        lines = [json.loads(line) for line in out.stdout.splitlines()]
        for (_, path, wanted), line in zip(group, lines, strict=True):
            kind = "over" if "-over-" in path.name else "own" if path.name.startswith("own-") else "printed"
            compare(path.name, wanted, line, totals.setdefault((event, kind), {}))
    worst = 0
    for (event, kind), counts in totals.items():
        print(f"{event:28} {kind:8}", *(f"{name} {counts.get(name, 0)}" for name in ["right", "asked", "missed", "wrong", "invented"]))
        worst += counts.get("wrong", 0) + counts.get("invented", 0)
    for name in ["right", "asked", "missed", "wrong", "invented"]:
        print(f"{name}: {sum(counts.get(name, 0) for counts in totals.values())}")
    sys.exit(1 if worst else 0)


def compare(name, wanted, line, counts):
    """Right; wrong or left out but a person is asked; left out; wrong and unnoticed; made up where nothing was answered."""
    review = set(key.split("[")[0] for key in line.get("needsReview", []))
    review |= {(finding.get("field") or "").split("[")[0] for finding in line.get("findings", [])}
    given = {key: said(value) for key, value in line["answers"].items()}
    for key in sorted(set(wanted) | set(given)):
        want, got = plain(wanted.get(key)), plain(given.get(key))
        if want is None and got in (False, None, "", []):
            continue
        if want == got:
            verdict = "right"
        elif key in review:
            verdict = "asked"
        elif want is None:
            verdict = "invented"
        else:
            verdict = "missed" if got in (None, False, "", []) else "wrong"
        counts[verdict] = counts.get(verdict, 0) + 1
        if verdict != "right":
            print(f"{name} {key} {verdict}: {want!r} read {got!r}")


if __name__ == "__main__":
    main()
