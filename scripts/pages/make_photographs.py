#!/usr/bin/env python3
"""Writes the photographs of a printed form that a sample mail carries: three pages on a table, taken with a telephone.

    python3 -m venv V && V/bin/pip install pillow numpy fonttools
    V/bin/python scripts/pages/make_photographs.py scripts/samples/made-by-camera --nabor .build/debug/nabor
    python3 scripts/samples/make_samples.py

One made-up person, typed. When the printed form changes, its version does, and the photographs have to be taken anew.
Equal runs give equal bytes.
"""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "scans"))
import degrading  # noqa: E402
import drawing  # noqa: E402

EVENT = "restart-dolny-slask"
DPI = 170
QUALITY = 55
BYTES_MAX = 400_000
# Shots that came out sharp enough to be read without a person.
SHOTS = 30
ANSWERS = {
    "name_latin": "Halina Wzorcowa", "birth_date": "1987-03-09", "origin_country": "Ukraina",
    "stay_valid_to": "2024-06-30", "stay_months": "14", "city": "Legnica", "postcode": "59-220", "phone": "+48990000417",
    "email": "halyna.wzorcowa@example.org", "access_needs": "Proszę o tekst większą czcionką.",
    "earlier_support": "Dotąd nie korzystałam.",
}
# The option that is crossed; several where several may be.
TICKED = {
    "activities": ["kurs-polskiego"], "address_form": ["pani"], "sex": ["female"], "citizenships": ["UA"],
    "stay_title": ["residence_card"], "voivodeship": ["dolnoslaskie"], "languages": ["uk", "ru"], "polish_level": ["A1"],
    "availability": ["evenings"], "labour_status": ["employed"], "children_care": ["false"], "consent_sensitive": ["true"],
    "consent_data": ["true"], "consent_image": ["true"],
}


def written(field):
    """As people write it: day, month, year."""
    text = ANSWERS[field["name"]]
    return ".".join(reversed(text.split("-"))) if field["kind"] == "date" else text


def fill(pages, form_map, rng):
    pen = drawing.Pen("typed", rng, DPI / 72)
    pen.path, pen.size, pen.jitter = drawing.FONTS["typed"][0][0], 11 * DPI / 72, 0
    draws = [ImageDraw.Draw(page) for page in pages]
    for field in form_map["fields"]:
        for place in field["places"]:
            draw = draws[place["page"] - 1]
            if "option" in place:
                if place["option"] in TICKED.get(field["name"], []):
                    drawing.mark(draw, pen, place["box"], "cross")
            elif field["name"] in ANSWERS:
                if "cells" in place:
                    drawing.write_cells(draw, pen, place["cells"], place["pattern"], written(field))
                elif place.get("lines", 1) > 1:
                    drawing.write_lines(draw, pen, place["box"], place["lines"], written(field))
                else:
                    drawing.write_line(draw, pen, place["box"], written(field))
    for signing in form_map["signings"]:
        if signing["role"] == "signature":
            drawing.sign(draws[signing["page"] - 1], pen, signing["box"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nabor", required=True)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        event, made = str(ROOT / "samples" / "events" / f"{EVENT}.yaml"), Path(made)
        run = lambda *words: subprocess.run(words, check=True, capture_output=True)
        run(arguments.nabor, "form", event, "--language", "pl", "--format", "pdf", "-o", str(made / "form.pdf"))
        run(arguments.nabor, "form-map", event, "--language", "pl", "-o", str(made / "form.svg"))
        form_map = json.loads((made / "form.json").read_text())
        run("pdftoppm", "-r", str(DPI), "-gray", str(made / "form.pdf"), str(made / "page"))
        pages = [Image.open(page).convert("L").copy() for page in sorted(made.glob("page-*.pgm"))]
    fill(pages, form_map, random.Random(41))
    for number, page in enumerate(pages, 1):
        photograph = degrading.photograph(page, DPI, random.Random(SHOTS + number), numpy.random.default_rng(SHOTS + number))
        path = arguments.folder / f"restart-{number}.jpg"
        photograph.convert("L").save(path, quality=QUALITY, optimize=True)
        print(path.name, path.stat().st_size)
        if path.stat().st_size > BYTES_MAX:
            sys.exit(f"{path} is larger than {BYTES_MAX} bytes")


if __name__ == "__main__":
    main()
