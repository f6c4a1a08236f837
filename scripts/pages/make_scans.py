#!/usr/bin/env python3
"""Writes the scanned pages that Tests/PageReadersTests reads, with the map of their form and what stands on them.

    python3 -m venv V && V/bin/pip install pillow qrcode numpy opencv-python-headless
    V/bin/python scripts/pages/make_scans.py Tests/Fixtures/pages

One small form, filled by people who do not exist, printed and scanned in a handful of ways. The large labelled set is
made elsewhere; this one is for the tests of a change.
"""
import json
import random
import sys
from pathlib import Path

import cv2
import numpy as np
import qrcode
from PIL import Image, ImageDraw, ImageFont

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
SIDE, INSET = 4 * MM, 8 * MM
VERSION = "K7WQ3M9T"
FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
HAND = "/usr/share/fonts/truetype/breip/Breip.ttf"


def box(x, y, width, height):
    return [round(x, 2), round(y, 2), round(width, 2), round(height, 2)]


MARKS = [box(INSET, INSET, SIDE, SIDE), box(WIDTH - INSET - SIDE, INSET, SIDE, SIDE),
         box(WIDTH - INSET - SIDE, HEIGHT - INSET - SIDE, SIDE / 2, SIDE), box(INSET, HEIGHT - INSET - SIDE, SIDE, SIDE)]
CODE = box(WIDTH - 40 * MM, 9 * MM, 18 * MM, 18 * MM)
FIELDS = [("name_latin", "personName", "Imię i nazwisko"), ("city", "text", "Miejscowość"),
          ("email", "email", "E-mail"), ("diet_note", "text", "Uwagi")]


def form_map():
    fields = []
    y = 110.0
    for name, kind, label in FIELDS:
        fields.append({"name": name, "kind": kind, "label": label,
                       "places": [{"page": 1, "box": box(160, y, 380, 22), "lines": 1}]})
        y += 40
    cells = [box(160 + 14 * i, y, 13, 22) for i in range(11)]
    fields.append({"name": "pesel", "kind": "pesel", "label": "PESEL",
                   "places": [{"page": 1, "box": box(160, y, 153, 22), "pattern": "#" * 11, "cells": cells}]})
    y += 50
    options = [("zwykla", "zwykła"), ("wege", "wegetariańska"), ("wegan", "wegańska")]
    fields.append({"name": "diet", "kind": "choice", "label": "Dieta", "takesOne": True,
                   "places": [{"page": 1, "box": box(160 + 130 * i, y, 11, 11), "option": key, "label": label}
                              for i, (key, label) in enumerate(options)]})
    y += 40
    for name, label in [("consent_data", "Zgadzam się na przetwarzanie danych."), ("consent_image", "Zgadzam się na zdjęcia.")]:
        fields.append({"name": name, "kind": "consent", "label": label,
                       "places": [{"page": 1, "box": box(60, y, 11, 11), "option": "true", "label": label}]})
        y += 30
    return {"about": "", "format": 1, "event": "probny-nabor", "form": "main", "version": VERSION, "language": "pl",
            "origin": "own", "pages": [{"width": round(WIDTH, 2), "height": round(HEIGHT, 2), "marks": MARKS,
                                        "code": CODE, "words": []}], "fields": fields, "signings": []}


def page(shape, answers, ticks, font_path, dpi=600, size=12):
    """The printed and filled page, in grey."""
    k = dpi / 72
    picture = Image.new("L", (round(WIDTH * k), round(HEIGHT * k)), 255)
    draw = ImageDraw.Draw(picture)

    def rectangle(b, **how):
        draw.rectangle([b[0] * k, b[1] * k, (b[0] + b[2]) * k, (b[1] + b[3]) * k], **how)

    for mark in MARKS:
        rectangle(mark, fill=0)
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(qrcode.util.QRData(f"NABOR1:PROBNY-NABOR:{VERSION}:1/1:PL".encode(), mode=qrcode.util.MODE_ALPHA_NUM))
    code.make(fit=True)
    image = code.make_image().convert("L").resize((round(CODE[2] * k), round(CODE[3] * k)), Image.NEAREST)
    picture.paste(image, (round(CODE[0] * k), round(CODE[1] * k)))
    label_font = ImageFont.truetype(FONT, round(9.5 * k))
    font = ImageFont.truetype(font_path, round(size * k))
    draw.text((60 * k, 60 * k), "Próbny nabór – formularz", font=ImageFont.truetype(FONT, round(20 * k)), fill=0)
    for field in shape["fields"]:
        for place in field["places"]:
            b = place["box"]
            frame = box(b[0] - 0.5, b[1] - 0.5, b[2] + 1, b[3] + 1)
            if "option" in place:
                rectangle(frame, outline=0, width=round(0.75 * k))
                draw.text(((b[0] + b[2] + 6) * k, (b[1] - 1) * k), place["label"], font=label_font, fill=0)
                if place["option"] in ticks.get(field["name"], []):
                    tick(draw, b, k, ticks["style"])
                continue
            value = answers.get(field["name"], "")
            if "cells" in place:
                for cell, sign in zip(place["cells"], value.ljust(len(place["cells"]))):
                    rectangle(box(cell[0] - 0.5, cell[1] - 0.5, cell[2] + 1, cell[3] + 1), outline=0, width=round(0.5 * k))
                    draw.text(((cell[0] + 3) * k, (cell[1] + 3) * k), sign, font=font, fill=20)
            else:
                rectangle(frame, outline=0, width=round(0.75 * k))
                draw.text(((b[0] + 5) * k, (b[1] + 3) * k), value, font=font, fill=20)
            draw.text((60 * k, (b[1] + 5) * k), field["label"], font=label_font, fill=0)
    return np.asarray(picture)


def tick(draw, b, k, style):
    x0, y0, x1, y1 = b[0] * k, b[1] * k, (b[0] + b[2]) * k, (b[1] + b[3]) * k
    if style == "cross":
        draw.line([x0, y0, x1, y1], fill=30, width=round(1 * k))
        draw.line([x0, y1, x1, y0], fill=30, width=round(1 * k))
    elif style == "tick":
        draw.line([x0 + 2 * k, y0 + 5 * k, x0 + 5 * k, y1 - 2 * k, x1 + 2 * k, y0 - 2 * k], fill=40, width=round(1 * k))
    else:
        draw.rectangle([x0, y0, x1, y1], fill=20)


def scanned(picture, how, seed, dpi):
    rng = np.random.default_rng(seed)
    height, width = round(HEIGHT / 72 * dpi), round(WIDTH / 72 * dpi)
    a = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    if how == "skewed":
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), 2.4, 1)
        a = cv2.warpAffine(a, turn, (width, height), borderValue=255)
    if how == "upside-down":
        a = np.rot90(a, 2).copy()
    if how == "photo":
        desk = np.full((round(height * 1.15), round(width * 1.2)), 120, np.uint8)
        h, w = desk.shape
        source = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
        target = np.float32([[w * .10, h * .06], [w * .93, h * .04], [w * .96, h * .95], [w * .05, h * .97]])
        m = cv2.getPerspectiveTransform(source, target)
        inside = cv2.warpPerspective(a, m, (w, h), flags=cv2.INTER_AREA, borderValue=0)
        mask = cv2.warpPerspective(np.full_like(a, 255), m, (w, h))
        desk = np.where(mask > 128, inside, desk)
        shade = np.linspace(1.0, 0.62, w)[None, :] * np.linspace(1.0, 0.85, h)[:, None]
        a = np.clip(desk * shade + rng.normal(0, 3, desk.shape), 0, 255).astype(np.uint8)
        a = cv2.imdecode(cv2.imencode(".jpg", a, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_GRAYSCALE)
    if how == "noisy":
        a = np.clip(a + rng.normal(0, 18, a.shape), 0, 255).astype(np.uint8)
    return a


def main(folder):
    shape = form_map()
    (folder / "scan-form.map.json").write_text(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    typed = {"name_latin": "Łucja Ćwirko-Testowa", "city": "Nowy Sącz", "email": "lucja.cwirko@example.org",
             "diet_note": "bez orzechów i glutenu", "pesel": "44051401359"}
    ticks = {"diet": ["wegan"], "consent_data": ["true"], "style": "cross"}
    plan = [("clean", typed, ticks, FONT, 150), ("skewed", typed, dict(ticks, style="tick"), FONT, 150),
            ("upside-down", typed, ticks, FONT, 150), ("photo", typed, ticks, FONT, 170),
            ("hand", typed, dict(ticks, style="tick"), HAND, 150)]
    random.seed(20261121)
    for number, (how, answers, marks, font, dpi) in enumerate(plan):
        picture = page(shape, answers, marks, font, size=16 if font == HAND else 12)
        a = scanned(picture, how, number, dpi)
        name = folder / f"scan-{how}.{'jpg' if how == 'photo' else 'png'}"
        cv2.imwrite(str(name), a, [cv2.IMWRITE_JPEG_QUALITY, 70, cv2.IMWRITE_PNG_COMPRESSION, 9])
        print(name.name, name.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
