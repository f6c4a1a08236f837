#!/usr/bin/env python3
"""Writes the sample blank forms and submissions into `samples/`. Python 3 and its standard library only.

    python3 scripts/samples/make_samples.py            everything; LibreOffice's files as they were made last
    python3 scripts/samples/make_samples.py --office   converts anew with soffice (and pdftoppm for pictures)

Equal runs give equal bytes. Every person, number and address is made up.
"""

import os
import shutil
import sys

import event_a
import event_b
import event_c
import event_d
import event_e
import forms
from collection import Collection

OWN = ["mailbox", "web", "paper", "phone"]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.normpath(os.path.join(here, "..", "..", "samples"))
    for folder in OWN:
        shutil.rmtree(os.path.join(root, folder), ignore_errors=True)
    box = Collection(root, office="--office" in sys.argv)
    for event in forms.FORMS:
        box.write(f"events/blanks/{event}-formularz.docx", forms.make(event, seed=5))
    for event in [event_a, event_b, event_c, event_d, event_e]:
        event.add(box)
    box.finish()
    counts = {}
    for entry in box.manifest:
        counts[entry["becomes"]] = counts.get(entry["becomes"], 0) + 1
    print(f"{len(box.manifest)} submissions:", ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
