#!/usr/bin/env python3
"""Makes the labelled set for reading scans: filled forms as pictures, and a manifest with the truth. Same seed, same set.

Needs the Python packages Pillow, NumPy and fontTools, and the Debian packages poppler-utils, libreoffice-writer-nogui,
fonts-liberation, fonts-dejavu-core, fonts-comic-neue, fonts-breip, fonts-dkg-handwriting and fonts-kristi.
Usage: scripts/scans/make_scans.py FOLDER --nabor PATH [--pages 360] [--seed 20231214] [--only FORM]

FOLDER gets blanks/ (PDF and map of every form), pages/ and manifest.jsonl, one page a line:
  file, form, event, eventFile, language, origin (own or blank), blank, map, page, pages, paper (number of the filled form),
  style (typed, neat, hand, mixed), dpi, degradation, fields {name: {written, value, style}}, marks {name=option: true or false},
  signature (true, false, or null where the page has no place for one). A field that is left empty has no "written".
"""

import argparse
import json
import random
import subprocess
from pathlib import Path

from PIL import Image, ImageDraw

import degrading
import drawing
import foreign
import values

ROOT = Path(__file__).resolve().parents[2]
# The five sample forms in the languages that applicants use.
FORMS = [("restart-dolny-slask", "main", "pl"), ("porozmawiajmy-o-integracji", "main", "pl"), ("otwarte-spotkania", "main", "en"),
         ("kompetentni-w-dialogu", "seminaria", "uk"), ("strefa-sasiedzka", None, "ru")]
DPI = [150, 200, 300]
MASTER_DPI = 300
# A mixed form is typed, with some of its answers written in by hand.
STYLES = ["typed", "mixed", "neat", "hand", "typed"]


def own_blanks(nabor, folder):
    blanks = []
    for event, form, language in FORMS:
        name = f"{event}-{language}"
        event_file = ROOT / "samples" / "events" / f"{event}.yaml"
        options = [] if form is None else ["--form", form]
        common = [str(event_file), "--language", language, *options]
        pdf, drawn = folder / f"{name}.pdf", folder / f"{name}.svg"
        subprocess.run([nabor, "form", *common, "--format", "pdf", "-o", str(pdf)], check=True, capture_output=True)
        (folder / f"{name}.json").unlink(missing_ok=True)
        subprocess.run([nabor, "form-map", *common, "-o", str(drawn)], capture_output=True)
        form_map = json.loads((folder / f"{name}.json").read_text())
        places = []
        for field in form_map["fields"]:
            for place in field["places"]:
                places.append({**place, "name": field["name"], "kind": field["kind"], "takesOne": field.get("takesOne", False)})
        blanks.append({"name": name, "event": event, "language": language, "pdf": str(pdf), "origin": "own",
                       "map": f"blanks/{name}.json", "places": places, "signings": form_map["signings"]})
    return blanks


def foreign_blanks(nabor, folder):
    """The organisers' blanks with the maps that nabor finds for them; a person has added the places it did not find."""
    blanks = foreign.make(folder)
    for blank in blanks:
        drawn = folder / f"{blank['name']}.svg"
        (folder / f"{blank['name']}.json").unlink(missing_ok=True)
        subprocess.run([nabor, "form-map", str(ROOT / "samples" / "events" / f"{blank['event']}.yaml"), "--language",
                        blank["language"], "--blank", blank["pdf"], "-o", str(drawn)], capture_output=True)
        path = folder / f"{blank['name']}.json"
        form_map = json.loads(path.read_text())
        added = foreign.missing(blank["places"], {field["name"] for field in form_map["fields"]})
        form_map["fields"] += added
        path.write_text(json.dumps(form_map, ensure_ascii=False))
        print(f"{blank['name']}: {len(form_map['fields'])} places in the map, added by hand: {[field['name'] for field in added]}")
        blank.update(map=f"blanks/{blank['name']}.json", signings=form_map["signings"])
    return blanks


def rendered(blank):
    """The pages of a blank as grey pictures."""
    stem = Path(blank["pdf"]).with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(MASTER_DPI), "-gray", blank["pdf"], str(stem)], check=True)
    pages = sorted(stem.parent.glob(stem.name + "-*.pgm"))
    pictures = [Image.open(page).convert("L").copy() for page in pages]
    for page in pages:
        page.unlink()
    return pictures


def answers(blank, rng, style, pens):
    """What one person writes and ticks: per place, so that it can be drawn, and as the truth."""
    fields, marks, written = {}, {}, {}
    for name in dict.fromkeys(place["name"] for place in blank["places"]):
        own = [place for place in blank["places"] if place["name"] == name]
        options = [place["option"] for place in own if "option" in place]
        if options:
            if own[0]["takesOne"]:
                chosen = {rng.choice(options)} if rng.random() < (0.93 if len(options) > 1 else 0.7) else set()
            else:
                chosen = {option for option in options if rng.random() < 0.4}
            for option in options:
                marks[f"{name}={option}"] = option in chosen
            continue
        text, value = values.answer(own[0], rng, blank["language"])
        by = style if style != "mixed" else "hand" if rng.random() < 0.35 else "typed"
        # A font without the letters would write something else than the truth says.
        if rng.random() < 0.12 or not pens[by].can_write(text):
            fields[name] = {}
        else:
            fields[name] = {"written": text, "value": value, "style": by}
            written[name] = text
    return fields, marks, written


def filled(pictures, blank, rng, style):
    pens = {by: drawing.Pen(by, rng, MASTER_DPI / 72) for by in (("typed", "hand") if style == "mixed" else (style,))}
    marker = pens.get("hand") or pens[style]
    fields, marks, written = answers(blank, rng, style, pens)
    pages = [picture.copy() for picture in pictures]
    drawings = [ImageDraw.Draw(page) for page in pages]
    # Who types on a screen gets one regular cross; who writes has a way of marking.
    kind = "cross" if style == "typed" else rng.choice(drawing.MARKS)
    for place in blank["places"]:
        draw = drawings[place["page"] - 1]
        name = place["name"]
        if "option" in place:
            if marks[f"{name}={place['option']}"]:
                drawing.mark(draw, marker, place["box"], kind)
        elif name in written:
            pen = pens[fields[name]["style"]]
            if "cells" in place:
                drawing.write_cells(draw, pen, place["cells"], place["pattern"], written[name])
            elif place.get("lines", 1) > 1:
                fields[name]["written"] = drawing.write_lines(draw, pen, place["box"], place["lines"], written[name])
            else:
                drawing.write_line(draw, pen, place["box"], written[name])
    signed = rng.random() < 0.85
    signature_page = None
    for signing in blank.get("signings", []):
        if signing["role"] == "signature":
            signature_page = signing["page"]
            if signed:
                drawing.sign(drawings[signing["page"] - 1], marker, signing["box"])
    return pages, fields, marks, (signature_page, signed)


def on_page(blank, page, fields, marks):
    names = {place["name"] for place in blank["places"] if place["page"] == page and "option" not in place}
    boxes = {f"{place['name']}={place['option']}" for place in blank["places"] if place["page"] == page and "option" in place}
    return ({name: value for name, value in fields.items() if name in names},
            {name: value for name, value in marks.items() if name in boxes})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nabor", required=True)
    parser.add_argument("--pages", type=int, default=360)
    parser.add_argument("--seed", type=int, default=20231214)
    parser.add_argument("--only")
    arguments = parser.parse_args()
    for name in ("blanks", "pages"):
        (arguments.folder / name).mkdir(parents=True, exist_ok=True)
    blanks = own_blanks(arguments.nabor, arguments.folder / "blanks") + foreign_blanks(arguments.nabor, arguments.folder / "blanks")
    blanks = [blank for blank in blanks if not arguments.only or arguments.only in blank["name"]]
    (arguments.folder / "blanks" / "places.json").write_text(json.dumps(blanks, ensure_ascii=False, indent=1))
    pictures = {blank["name"]: rendered(blank) for blank in blanks}
    count = paper = 0
    with open(arguments.folder / "manifest.jsonl", "w") as manifest:
        while count < arguments.pages:
            blank = blanks[paper % len(blanks)]
            turn, place_in_turn = divmod(paper, len(blanks))
            rng = random.Random(f"{arguments.seed}/{paper}")
            style = STYLES[turn % len(STYLES)]
            pages, fields, marks, (signature_page, signed) = filled(pictures[blank["name"]], blank, rng, style)
            # Every form meets every style, resolution and kind of damage in the course of the turns.
            dpi = DPI[(place_in_turn + turn + turn // len(STYLES)) % len(DPI)]
            kind = degrading.KINDS[(place_in_turn + turn) % len(degrading.KINDS)]
            for number, page in enumerate(pages, start=1):
                picture = degrading.degrade(drawing.scaled(page, dpi, MASTER_DPI), kind, dpi, rng)
                file = f"pages/{paper:04d}-{number}.{'jpg' if kind in ('jpeg', 'photograph') else 'png'}"
                picture.save(arguments.folder / file, dpi=(dpi, dpi), **({"quality": 70} if file.endswith("jpg") else {}))
                here, ticked = on_page(blank, number, fields, marks)
                manifest.write(json.dumps({
                    "file": file, "form": blank["name"], "event": blank["event"],
                    "eventFile": f"samples/events/{blank['event']}.yaml", "language": blank["language"],
                    "origin": blank["origin"], "blank": f"blanks/{blank['name']}.pdf", "map": blank.get("map"),
                    "page": number, "pages": len(pages), "paper": paper, "style": style, "dpi": dpi, "degradation": kind,
                    "fields": here, "marks": ticked,
                    "signature": signed if signature_page == number else None}, ensure_ascii=False) + "\n")
                count += 1
            paper += 1
    print(f"{count} pages of {paper} filled forms in {arguments.folder}")


if __name__ == "__main__":
    main()
