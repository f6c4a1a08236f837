#!/usr/bin/env python3
"""Writes the scans of an organiser's blank (no marks, no code) that Tests/PageReadersTests reads, and one HEIC picture.

    V/bin/pip install pillow numpy fonttools pillow-heif
    V/bin/python scripts/pages/make_blank_scans.py Tests/Fixtures/pages --map blank.json --pdf blank.pdf

The blank and its map are those that scripts/scans/make_scans.py makes (blanks/restart-linie.pdf and .json).
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scans"))
import degrading
import drawing

DPI = 150
WRITTEN = {"name_latin": "Łucja Ćwirko-Testowa", "birth_date": "07.03.1984", "pesel": "44051401359", "postcode": "33-300",
           "email": "lucja.cwirko@example.org"}
KINDS = {"clean": "clean", "skewed": "rotated", "upside-down": "upside down", "photo": "photograph",
         "fax": "fax"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--map", type=Path, required=True)
    parser.add_argument("--pdf", type=Path, required=True)
    arguments = parser.parse_args()
    shutil.copy(arguments.map, arguments.folder / "blank-form.map.json")
    shutil.copy(arguments.pdf, arguments.folder / "blank-form.pdf")
    form = json.loads(arguments.map.read_text())
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-singlefile", str(arguments.pdf), f"{work}/page"], check=True)
        page = Image.open(f"{work}/page.pgm").convert("L").copy()
    draw, pen = ImageDraw.Draw(page), drawing.Pen("typed", random.Random(3), 300 / 72)
    for field in form["fields"]:
        for place in field["places"]:
            if "option" in place:
                drawing.mark(draw, pen, place["box"], "cross")
            elif field["name"] in WRITTEN:
                drawing.write_line(draw, pen, place["box"], WRITTEN[field["name"]])
    for signing in form["signings"]:
        if signing["role"] == "signature":
            drawing.sign(draw, pen, signing["box"])
    for name, kind in KINDS.items():
        picture = degrading.degrade(drawing.scaled(page, DPI, 300), kind, DPI, random.Random(5))
        if name == "fax":
            picture = picture.rotate(180)
        picture.save(arguments.folder / f"blank-{name}.jpg", quality=60, dpi=(DPI, DPI))
    import pillow_heif
    pillow_heif.register_heif_opener()
    Image.open(arguments.folder / "blank-photo.jpg").convert("RGB").save(arguments.folder / "blank-photo.heic", quality=50)


if __name__ == "__main__":
    main()
