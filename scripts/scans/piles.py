"""Piles of scanned forms out of the sheets that the tests have, each file with bytes of its own."""

import os
import shutil
import struct
import zlib

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SHEETS = os.path.join(ROOT, "Tests", "Fixtures", "sheets")
EVENT = "porozmawiajmy-o-integracji"
PAGES_A_PERSON = 2
# Of every four people two lie as single pages in a folder, two in one file of a feeder.
PEOPLE_A_GROUP = 4


def sheet(name):
    with open(os.path.join(SHEETS, name), "rb") as file:
        return file.read()


def remarked(png, number):
    """The same picture with a remark behind its head (PNG, section 11.3.4.3), so that its digest is another."""
    data = b"tEXt" + b"Comment\0" + str(number).encode()
    chunk = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    head = 8 + 25
    return png[:head] + chunk + png[head:]


def make_pile(folder, people):
    """Forms of so many people (a multiple of four); returns the names of the files."""
    os.makedirs(folder, exist_ok=True)
    files = {}
    for group in range(people // PEOPLE_A_GROUP):
        for person in "ab":
            for page in (1, 2):
                png = remarked(sheet(f"{person}-{page}.png"), group)
                files[f"{group:03d}-{person}{page}.png"] = png
        # What stands behind a PDF's end mark is nobody's.
        files[f"{group:03d}-feeder.pdf"] = sheet("feeder.pdf") + b"%% %d\n" % group
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    return sorted(files)


def make_workspace(folder):
    """A workspace that once printed the form."""
    samples = os.path.join(ROOT, "samples")
    os.makedirs(os.path.join(folder, "events"))
    shutil.copy(os.path.join(samples, "nabor.yaml"), folder)
    shutil.copy(os.path.join(samples, "events", EVENT + ".yaml"), os.path.join(folder, "events"))
    for name in ("blanks", "logos"):
        shutil.copytree(os.path.join(samples, "events", name), os.path.join(folder, "events", name))
    forms = os.path.join(folder, "forms", EVENT)
    os.makedirs(forms)
    for name in os.listdir(SHEETS):
        if name.endswith(".json"):
            shutil.copy(os.path.join(SHEETS, name), forms)
