#!/usr/bin/env python3
"""Writes scans as programs pack them, for Tests/PageReadersTests: stamped, over letters, signed, behind a letter, with a thumbnail.

    V/bin/pip install pillow numpy reportlab pikepdf pillow-heif
    V/bin/python scripts/pages/make_mixed_scans.py Tests/Fixtures/pages

All hold the page of scan-clean.png, which scripts/pages/make_scans.py makes.
"""

import argparse
import io
from pathlib import Path

import numpy
import pikepdf
import pillow_heif
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

LINES = ["The quick brown fox jumps over the lazy dog beside the river of the made-up town."] * 12


def lines(canvas):
    for number, line in enumerate(LINES):
        canvas.drawString(60, 780 - 16 * number, line)


def pdf(path, *pages):
    """Each page is a list of what is drawn, one over the other: "picture", "letters", "stamp"."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    for parts in pages:
        for part in parts:
            if part == "picture":
                canvas.drawImage(PICTURE, 0, 0, *A4)
            elif part == "letters":
                lines(canvas)
            elif part == "stamp":
                canvas.drawString(60, 10, "Scanned with a Made-Up Scanner")
        canvas.showPage()
    canvas.save()


def signed(path):
    """A field for a signature over the scan, as programs for signing leave it."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        field = file.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="Signature1",
            Rect=[50, 50, 250, 90], P=file.pages[0].obj))
        file.pages[0].Annots = pikepdf.Array([field])
        file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        file.save(path, deterministic_id=True)


def main():
    global PICTURE
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    page = Image.open(folder / "scan-clean.png").convert("L")
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=40)
    PICTURE = ImageReader(io.BytesIO(buffer.getvalue()))
    pdf(folder / "scan-stamped.pdf", ["picture", "stamp"])
    pdf(folder / "scan-over-letters.pdf", ["letters", "picture"])
    pdf(folder / "scan-signed.pdf", ["picture"])
    signed(folder / "scan-signed.pdf")
    pdf(folder / "scan-with-letter.pdf", ["letters"], ["picture"])
    PICTURE = ImageReader(Image.new("L", (200, 280), 220))
    pdf(folder / "letter-with-picture.pdf", ["letters"], ["picture"])
    small = page.convert("1")
    thumbnail = page.resize((page.width // 10, page.height // 10)).convert("1")
    small.save(folder / "scan-thumbnail.tif", save_all=True, append_images=[thumbnail], compression="group4")
    shade = page.convert("L").point(lambda value: 255 - value)
    clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
    clear.putalpha(shade)
    clear.save(folder / "scan-transparent.png", optimize=True)
    samples = (numpy.asarray(page.resize((page.width // 2, page.height // 2)).convert("RGB")).astype(numpy.uint16) * 257)
    heif = pillow_heif.from_bytes(
        mode="RGB;16", size=(samples.shape[1], samples.shape[0]), data=samples.tobytes())
    heif.save(folder / "scan-ten-bits.heic", quality=60)


if __name__ == "__main__":
    main()
