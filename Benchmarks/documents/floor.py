#!/usr/bin/env python3
"""Prints the least that a letter can cost: copying, summing and packing its parts in C, without any engine.

    python floor.py INDIR FLOOR          # FLOOR is floor.c, compiled
"""
import json
import os
import subprocess
import sys
import tempfile
import zipfile

from docxtpl import DocxTemplate

CHANGED = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
COUNT = 1000


def main():
    ind, program = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="docxfloor-") as folder:
        letter = os.path.join(folder, "letter.docx")
        template = DocxTemplate(os.path.join(ind, "letter_tpl.docx"))
        with open(os.path.join(ind, "letters.json"), encoding="utf-8") as f:
            template.render(json.load(f)[0], autoescape=True)
        template.save(letter)
        changed = unchanged = b""
        with zipfile.ZipFile(letter) as archive:
            for info in archive.infolist():
                if info.filename in CHANGED:
                    changed += archive.read(info)
                else:
                    unchanged += b"\0" * info.compress_size
        for name, content in (("changed", changed), ("unchanged", unchanged)):
            with open(os.path.join(folder, name), "wb") as f:
                f.write(content)
        paths = [os.path.join(folder, name) for name in ("changed", "unchanged")]
        run = subprocess.run([program, *paths, str(COUNT)], capture_output=True, text=True, check=True)
    print("%-30s %10.3f %10s   memcpy, CRC-32 and deflate level 1 in C" % ("floor of 1,000 letters", float(run.stdout), ""))


if __name__ == "__main__":
    main()
