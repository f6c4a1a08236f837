#!/usr/bin/env python3
"""Writes the scans and photographs of several people's forms that Tests/CommandTests takes in, with the map of the form.

    python3 -m venv V && V/bin/pip install pillow numpy fonttools
    V/bin/python scripts/pages/make_sheets.py Tests/Fixtures/sheets --nabor .build/debug/nabor

Two made-up people typed, one wrote by hand. The map goes along, so that the fixtures outlive changes of the layout. The
samples have no map: when the printed form changes, `feeder.pdf` as it is written then has to become
`scripts/samples/made-by-camera/porozmawiajmy-feeder.pdf`.
"""
import argparse
import json
import random
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import numpy
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "scans"))
import degrading  # noqa: E402
import drawing  # noqa: E402

EVENT = "porozmawiajmy-o-integracji"
DPI = 200
PEOPLE = {
    "a": {"name_latin": "Łucja Ćwirko-Testowa", "organisation": "Fundacja Próbna", "role": "koordynatorka",
          "municipality": "Toruń", "email": "lucja.cwirko@example.org", "phone": "990000501",
          "issue_for_diagnosis": "Brak kursów języka polskiego po godzinie osiemnastej.", "diet": "bez orzechów"},
    "b": {"name_latin": "Marek Przykładowy", "organisation": "Stowarzyszenie Wzór", "role": "animator",
          "municipality": "Chełmża", "email": "marek.przykladowy@example.org", "phone": "990000502",
          "issue_for_diagnosis": "Mało miejsc spotkań dla młodzieży.", "diet": "wegetariańska"},
}
PEOPLE["h"] = PEOPLE["a"]
# Single boxes that everybody ticks, and the option taken of the others.
TICKED = {"a": 0, "b": 1, "h": 0}


def fill(pages, form_map, person, style, seed):
    rng = random.Random(seed)
    pen = drawing.Pen(style, rng, DPI / 72)
    if style == "typed":
        pen.path, pen.size, pen.jitter = drawing.FONTS["typed"][0][0], 11 * DPI / 72, 0
    pages = [page.copy() for page in pages]
    draws = [ImageDraw.Draw(page) for page in pages]
    for field in form_map["fields"]:
        options = [place for place in field["places"] if "option" in place]
        if options:
            chosen = options[min(TICKED[person], len(options) - 1)] if len(options) > 1 else options[0]
            drawing.mark(draws[chosen["page"] - 1], pen, chosen["box"], "cross")
            continue
        text = PEOPLE[person].get(field["name"])
        if not text:
            continue
        for place in field["places"][:1]:
            draw = draws[place["page"] - 1]
            if "cells" in place:
                drawing.write_cells(draw, pen, place["cells"], place["pattern"], text)
            elif place.get("lines", 1) > 1:
                drawing.write_lines(draw, pen, place["box"], place["lines"], text)
            else:
                drawing.write_line(draw, pen, place["box"], text)
    for signing in form_map["signings"]:
        if signing["role"] == "signature":
            drawing.sign(draws[signing["page"] - 1], pen, signing["box"])
    return pages


def scanned(page, seed):
    """A little askew, as office scanners do it, in black and white."""
    return page.rotate(random.Random(seed).uniform(-0.6, 0.6), resample=Image.BICUBIC, fillcolor=255).point(
        lambda shade: 255 if shade > 140 else 0).convert("1")


def bundle(path, sheets):
    """A PDF of nothing but pictures, one a page, as a feeder writes it: one bit a pixel, deflated."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", None]
    kids = []
    for sheet in sheets:
        data = zlib.compress(sheet.tobytes(), 9)
        width, height = (72 * side / DPI for side in sheet.size)
        draw = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /I Do Q".encode()
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]/Contents {first + 1} 0 R"
                    f"/Resources<</XObject<</I {first + 2} 0 R>>>>>>",
                    (f"<</Length {len(draw)}>>", draw),
                    (f"<</Type/XObject/Subtype/Image/Width {sheet.width}/Height {sheet.height}/ColorSpace/DeviceGray"
                     f"/BitsPerComponent 1/Filter/FlateDecode/Length {len(data)}>>", data)]
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        head, data = item if isinstance(item, tuple) else (item, None)
        out += f"{number} 0 obj{head}".encode() + (b"stream\n" + data + b"\nendstream" if data is not None else b"") + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nabor", required=True)
    arguments = parser.parse_args()
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        event = str(ROOT / "samples" / "events" / f"{EVENT}.yaml")
        made = Path(made)
        run = lambda *words: subprocess.run([arguments.nabor, *words], capture_output=True)
        run("form", event, "--language", "pl", "--format", "pdf", "-o", str(made / "form.pdf"))
        run("form-map", event, "--language", "pl", "-o", str(made / "form.svg"))
        text = (made / "form.json").read_text()
        form_map = json.loads(text)
        for old in folder.glob("*.json"):
            old.unlink()
        (folder / f"main-pl-{form_map['version']}.json").write_text(text)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(made / "form.pdf"), str(made / "page")], check=True)
        blank = [Image.open(page).convert("L").copy() for page in sorted(made.glob("page-*.pgm"))]
    grey = {person: fill(blank, form_map, person, "hand" if person == "h" else "typed", seed)
            for seed, person in enumerate(PEOPLE)}
    sheets = {(person, number + 1): scanned(page, 10 * number + seed)
              for seed, person in enumerate(PEOPLE) for number, page in enumerate(grey[person])}
    for (person, number), sheet in sheets.items():
        sheet.save(folder / f"{person}-{number}.png", optimize=True)
    for name, order in {"feeder": [("a", 1), ("a", 2), ("b", 1), ("b", 2)], "unclear": [("a", 1), ("b", 1), ("b", 2), ("a", 2)]}.items():
        bundle(folder / f"{name}.pdf", [sheets[key] for key in order])
    for number in (1, 2):
        photo = degrading.photograph(grey["a"][number - 1], DPI, random.Random(number), numpy.random.default_rng(number))
        photo.convert("L").save(folder / f"photo-{number}.jpg", quality=60)
    # A thumb on the code and the edges cut off: only a person can say where the page lies.
    hidden = grey["a"][0].copy()
    box = [value * DPI / 72 for value in form_map["pages"][0]["code"]]
    ImageDraw.Draw(hidden).ellipse([box[0] - 30, box[1] - 30, box[0] + box[2] + 30, box[1] + box[3] + 30], fill=120)
    cut = round(45 * DPI / 72)
    canvas = Image.new("L", (hidden.width + 200, hidden.height + 160), 205)
    inner = hidden.crop((cut, 0, hidden.width - cut, hidden.height))
    canvas.paste(inner, (100 + cut, 80))
    canvas.save(folder / "no-code.jpg", quality=70)
    # A fax that went through the machine upside down.
    degrading.fax(grey["b"][0], DPI, numpy.random.default_rng(5)).rotate(180).point(
        lambda shade: 255 if shade > 128 else 0).convert("1").save(folder / "fax-1.png", optimize=True)
    cat().save(folder / "cat.jpg", quality=70)


def cat():
    """Nothing that has to do with any form: two ears, two eyes, whiskers, stripes."""
    picture = Image.new("L", (900, 700), 170)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(260, 260), (300, 60), (430, 190)], fill=90)
    draw.polygon([(640, 260), (600, 60), (470, 190)], fill=90)
    draw.ellipse([230, 150, 670, 600], fill=110)
    for x in (350, 490):
        draw.ellipse([x, 300, x + 60, 350], fill=230)
        draw.ellipse([x + 22, 300, x + 38, 350], fill=10)
    draw.polygon([(430, 420), (470, 420), (450, 450)], fill=40)
    for y in (430, 450, 470):
        draw.line([150, y - 20, 400, y], fill=240, width=3)
        draw.line([750, y - 20, 500, y], fill=240, width=3)
    return picture


if __name__ == "__main__":
    main()
