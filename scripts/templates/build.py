#!/usr/bin/env python3
"""Writes the shipped Word templates to `templates/`. Needs nothing but Python; running it again changes no byte.

Usage: scripts/templates/build.py [folder]
"""

import pathlib
import sys

import letters_east
import letters_en
import letters_pl
from layout import letter
from legal import LEGAL
from lists import LISTS
from papers import PAPERS


def templates():
    """Pairs of file name and bytes."""
    for language, module in (("pl", letters_pl), ("en", letters_en)):
        for kind, (subject, body) in module.LETTERS.items():
            yield f"{kind}.{language}.docx", letter(subject, body, language, module.CLOSING)
    for language in ("uk", "ru", "be"):
        for kind, (subject, body) in letters_east.letters(language).items():
            yield f"{kind}.{language}.docx", letter(subject, body, language, letters_east.CLOSINGS[language])
    for kind, make in {**LISTS, **PAPERS, **LEGAL}.items():
        for language in ("pl", "en"):
            yield f"{kind}.{language}.docx", make(language)


def main():
    default = pathlib.Path(__file__).resolve().parent.parent.parent / "templates"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, content in templates():
        (folder / name).write_bytes(content)
        count += 1
    print(f"{count} templates in {folder}")


if __name__ == "__main__":
    main()
